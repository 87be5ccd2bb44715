package nl.schoolgang.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.schoolgang.dossier.Documenten;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of letters that go out: print, record as dispatched or as returned. Rights are tested by who calls. */
@Service
public class Briefpost {

    /** As many letters as stand on a page of the queue, and as go in one print: more in one PDF is more than a printer and a memory bear. */
    public static final int PER_BLAD = 50;
    /** How many days ahead a letter may be dated: who prints on Friday brings it to the post on Monday. */
    public static final int VOORUIT = 7;
    private static final Set<Briefstatus> AF_TE_DRUKKEN = EnumSet.of(Briefstatus.KLAAR, Briefstatus.MISLUKT, Briefstatus.VERZONDEN);

    private final BriefRepository repository;
    private final Verzendregister register;
    private final Documenten documenten;
    private final Zaken zaken;
    private final Leerlingen leerlingen;
    private final Clock klok;
    private final Briefmail mail;
    private final Dagtekening dagtekening;

    Briefpost(BriefRepository repository, Verzendregister register, Documenten documenten, Zaken zaken, Leerlingen leerlingen, Clock klok,
            Briefmail mail, Dagtekening dagtekening) {
        this.repository = repository;
        this.register = register;
        this.documenten = documenten;
        this.zaken = zaken;
        this.leerlingen = leerlingen;
        this.klok = klok;
        this.mail = mail;
        this.dagtekening = dagtekening;
    }

    /** Which letters somebody may see: by municipality and procedure of the case, and the letter's own label. */
    @FunctionalInterface
    public interface Zicht {
        boolean mag(String gemeente, String procedure, Label label);
    }

    /**
     * A page of the queue.
     *
     * @param blad    counts from 1
     * @param bladen  at least 1
     * @param aantal  letters on all pages together
     * @param zaken   the cases of these letters, by id
     */
    public record Blad(List<Brief> brieven, Map<UUID, Zaak> zaken, int blad, int bladen, int aantal) {
    }

    /**
     * The letters that stand so and may be seen, the longest waiting first.
     *
     * @param dagenOud at least this many days old; 0: all
     * @param blad     counts from 1; one that is not there gives the nearest that is
     */
    @Transactional(readOnly = true)
    public Blad zoek(Collection<String> gemeenten, Collection<Briefstatus> statussen, int dagenOud, Zicht zicht, int blad) {
        Instant uiterlijk = klok.instant().minus(Duration.ofDays(dagenOud));
        List<BriefRepository.Plek> plekken = repository.plekken(gemeenten, statussen).stream()
                .filter(p -> zicht.mag(p.gemeente(), p.procedure(), p.label())).toList();
        int aantal = repository.aantal(plekken, statussen, uiterlijk);
        int bladen = Math.max(1, (aantal + PER_BLAD - 1) / PER_BLAD);
        int dit = Math.min(Math.max(1, blad), bladen);
        List<Brief> brieven = repository.zoek(plekken, statussen, uiterlijk, (dit - 1) * PER_BLAD, PER_BLAD);
        Map<UUID, Zaak> perId = zaken.metIds(brieven.stream().map(Brief::zaakId).distinct().toList()).stream()
                .collect(Collectors.toMap(Zaak::id, Function.identity()));
        return new Blad(brieven, perId, dit, bladen, aantal);
    }

    /**
     * The letters in one PDF, as they go out. One that was not dispatched yet gets the day on which it will be, and with it the last day of
     * its term.
     *
     * @param dag the day that the letters carry: not in the past, at most {@link #VOORUIT} days ahead
     * @throws OngeldigeInvoer when none or too many were chosen, one does not go out, or the day cannot be
     */
    @Transactional
    public byte[] afdruk(Collection<UUID> ids, LocalDate dag, String gebruikersnaam) {
        LocalDate vandaag = LocalDate.now(klok);
        if (dag.isBefore(vandaag) || dag.isAfter(vandaag.plusDays(VOORUIT))) {
            throw new OngeldigeInvoer("datum", "Kies om af te drukken de dag van verzending: vandaag, of hoogstens " + VOORUIT + " dagen later.");
        }
        List<UUID> gekozen = ids.stream().distinct().toList();
        eisAantal(gekozen);
        // In one order, so that two who do this at once do not wait for each other for ever.
        gekozen.stream().sorted().forEach(id -> {
            Brief brief = vergrendel(id);
            moetUitKunnen(brief);
            boolean perMail = brief.kanaal() == Kanaal.E_MAIL && brief.status() == Briefstatus.KLAAR;
            if (brief.status() != Briefstatus.VERZONDEN && !perMail) {
                dagtekening.afdruk(brief, dag, gebruikersnaam);
            }
        });
        return samen(gekozen.stream().map(id -> documenten.lees(repository.bestanden(id).document()).inhoud()).toList());
    }

    private static void eisAantal(Collection<UUID> brieven) {
        if (brieven.isEmpty()) {
            throw new OngeldigeInvoer("brief", "Kies een of meer brieven.");
        }
        if (brieven.size() > PER_BLAD) {
            throw new OngeldigeInvoer("brief", "Kies hoogstens " + PER_BLAD + " brieven tegelijk.");
        }
    }

    private static byte[] samen(List<byte[]> bestanden) {
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

    private static void moetUitKunnen(Brief brief) {
        if (!AF_TE_DRUKKEN.contains(brief.status())) {
            throw new OngeldigeInvoer("brief", switch (brief.status()) {
                case ADRES_NODIG -> "Een van deze brieven wacht nog op een adres.";
                case AANGEHOUDEN -> "Een van deze brieven is aangehouden. De behandelaar beslist eerst of hij nog uitgaat.";
                case RETOUR -> "Een van deze brieven kwam terug. Zoek eerst het adres; dan wordt hij opnieuw gemaakt.";
                default -> "Een van deze brieven is vervallen en gaat niet meer uit.";
            });
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
