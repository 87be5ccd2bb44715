package nl.schoolgang.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.dossier.Documenten;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Zaken;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of letters that go out: print, record as dispatched or as returned. Rights are tested by who calls. */
@Service
public class Briefpost {

    /** As many letters as are shown or printed at a time. */
    public static final int MEESTE = 200;

    private final BriefRepository repository;
    private final Verzendregister register;
    private final Documenten documenten;
    private final Zaken zaken;
    private final Leerlingen leerlingen;
    private final Clock klok;
    private final Briefmail mail;

    Briefpost(BriefRepository repository, Verzendregister register, Documenten documenten, Zaken zaken, Leerlingen leerlingen, Clock klok,
            Briefmail mail) {
        this.repository = repository;
        this.register = register;
        this.documenten = documenten;
        this.zaken = zaken;
        this.leerlingen = leerlingen;
        this.klok = klok;
        this.mail = mail;
    }

    /**
     * The letters that stand so, the longest waiting first, at most {@link #MEESTE}.
     *
     * @param dagenOud at least this many days old; 0: all
     */
    public List<Brief> zoek(Collection<String> gemeenten, Collection<Briefstatus> statussen, int dagenOud) {
        return repository.zoek(gemeenten, statussen, klok.instant().minus(Duration.ofDays(dagenOud)), MEESTE);
    }

    /**
     * The letters in one PDF, as they go out.
     *
     * @throws OngeldigeInvoer when none was chosen, or one was not made yet
     */
    public byte[] afdruk(List<Brief> brieven) {
        if (brieven.isEmpty()) {
            throw new OngeldigeInvoer("brief", "Kies een of meer brieven.");
        }
        List<byte[]> bestanden = brieven.stream().map(b -> {
            if (!b.heeftPdf()) {
                throw new OngeldigeInvoer("brief", "Een van deze brieven wacht nog op een adres.");
            }
            return documenten.lees(repository.bestanden(b.id()).document()).inhoud();
        }).toList();
        if (bestanden.size() == 1) {
            return bestanden.get(0);
        }
        try (ByteArrayOutputStream alles = new ByteArrayOutputStream()) {
            PDFMergerUtility samen = new PDFMergerUtility();
            samen.setDestinationStream(alles);
            bestanden.forEach(b -> samen.addSource(new RandomAccessReadBuffer(b)));
            samen.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return alles.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Records that letters have left, all or none.
     *
     * @param dag the day of dispatch
     * @throws OngeldigeInvoer when none was chosen, or a letter cannot have left that day
     * @throws Conflict when one of them is not in the queue
     */
    @Transactional
    public void verzonden(Collection<UUID> ids, LocalDate dag, String gebruikersnaam) {
        if (ids.isEmpty()) {
            throw new OngeldigeInvoer("brief", "Kies een of meer brieven.");
        }
        // In one order, so that two who do this at once do not wait for each other for ever.
        ids.stream().distinct().sorted().forEach(id -> {
            Brief brief = vergrendel(id);
            if (brief.kanaal() == Kanaal.E_MAIL && brief.status() == Briefstatus.KLAAR) {
                throw new Conflict("Een van deze brieven gaat per e-mail. Dat die is verzonden, wordt vanzelf vastgelegd.");
            }
            mail.trekIn(brief, gebruikersnaam);
            register.verzonden(brief, dag, gebruikersnaam);
        });
    }

    /**
     * Records that a letter came back.
     *
     * @throws Conflict when it was not dispatched, or came back already
     */
    @Transactional
    public void retour(UUID id, Retourreden reden, String gebruikersnaam) {
        register.retour(vergrendel(id), reden.code(), reden.tekst(), gebruikersnaam);
    }

    /** Records that a letter that did not reach its addressee will not go out any more; does nothing for another one. */
    @Transactional
    public void laatVervallen(UUID id, String gebruikersnaam) {
        Brief brief = vergrendel(id);
        if (brief.status() == Briefstatus.ADRES_NODIG) {
            register.vervallen(brief, gebruikersnaam);
        }
    }

    /** Pupil, case, letter: the order in which everybody locks. */
    private Brief vergrendel(UUID id) {
        Brief brief = repository.metId(id).orElseThrow(() -> new NietGevonden("Deze brief bestaat niet."));
        leerlingen.vergrendel(brief.leerlingId());
        zaken.vergrendel(brief.zaakId());
        return repository.vergrendel(id).orElseThrow();
    }
}
