package nl.schoolgang.werkvoorraad;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefpost;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Briefversie;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.brief.Retourreden;
import nl.schoolgang.dossier.Document;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters for an employee, for screens and API alike: a letter of a case that one may not see does not exist; who may send letters may print
 * them as they go out, all others read them without an address that is secret.
 */
@Service
public class Brieftoegang {

    private static final String BESTAAT_NIET = "Deze brief bestaat niet.";

    private static final int MEESTE_ADRESREGELS = 4;
    private static final int LANGSTE_ADRESREGEL = 50;

    private final Brieven brieven;
    private final Briefpost post;
    private final Zaken zaken;
    private final Zaakzicht zicht;
    private final Verwerkingslog log;
    private final Inzagespoor spoor;
    private final Clock klok;

    Brieftoegang(Brieven brieven, Briefpost post, Zaken zaken, Zaakzicht zicht, Verwerkingslog log, Inzagespoor spoor, Clock klok) {
        this.brieven = brieven;
        this.post = post;
        this.zaken = zaken;
        this.zicht = zicht;
        this.log = log;
        this.spoor = spoor;
        this.klok = klok;
    }

    /** A letter with its case. */
    public record Briefregel(Brief brief, Zaak zaak) {

        /** Without anything personal: records end up in logs. */
        @Override
        public String toString() {
            return "Briefregel[" + brief.id() + "]";
        }
    }

    /**
     * A page of the queue.
     *
     * @param blad   counts from 1
     * @param aantal letters on all pages together
     */
    public record Wachtrij(List<Briefregel> regels, int blad, int bladen, int aantal) {
    }

    /** Letters are for who may read the dossier or send them: who only follows the case does not learn who lives where. */
    static boolean magLezen(Medewerker ik, String gemeente) {
        return ik.mag(Recht.LEERLING_ZIEN, gemeente) || ik.mag(Recht.BRIEVEN_VERZENDEN, gemeente);
    }

    /** @throws NietGevonden when there is no letter with this id, or the employee may not see it or its case */
    public Briefregel open(String id, Medewerker ik) {
        Brief brief = brieven.metId(uuid(id));
        Zaak zaak = zaken.metId(brief.zaakId());
        if (!zicht.stukblik(ik).mag(zaak.gemeente(), zaak.procedure(), brief.label()) || !magLezen(ik, zaak.gemeente())) {
            throw new GeenInzage(BESTAAT_NIET, zaak.gemeente(), zaak.leerlingId(), zaak.id());
        }
        return new Briefregel(brief, zaak);
    }

    /** Opens a letter to look at where it stands; that leaves a trace. */
    Briefregel bekijk(String id, Medewerker ik) {
        Briefregel regel = open(id, ik);
        spoor.brief(regel.brief(), ik);
        return regel;
    }

    /** The letter to read; an address that is secret is not in it. */
    public Document pdf(String id, Medewerker ik) {
        Brief brief = open(id, ik).brief();
        Document pdf = brieven.pdf(brief, false);
        log.noteer(Verwerking.raadplegen(brief.gemeente(), brief.leerlingId(), brief.zaakId(), ik.gebruikersnaam(), "brief lezen")
                .over("brief " + brief.id()));
        return pdf;
    }

    /** An earlier version of a letter to read. */
    Document pdf(String id, int versie, Medewerker ik) {
        Brief brief = open(id, ik).brief();
        Document pdf = brieven.pdf(brief, versie);
        log.noteer(Verwerking.raadplegen(brief.gemeente(), brief.leerlingId(), brief.zaakId(), ik.gebruikersnaam(), "eerdere versie van een brief lezen")
                .over("brief " + brief.id()));
        return pdf;
    }

    /** How a letter was before it got the date of its dispatch. */
    List<Briefversie> versies(Brief brief) {
        return brieven.versies(brief.id());
    }

    /**
     * The letters as they go out, in one PDF, with this day on them.
     *
     * @param datum the day of dispatch, as {@code 2026-03-31}; blank: today
     * @throws OngeldigeInvoer when the day is none or cannot be, or a letter does not go out
     * @throws GeenRecht when the employee may not send letters in the municipality of one of them
     */
    @Transactional
    public byte[] afdruk(Collection<String> ids, String datum, Medewerker ik) {
        List<Brief> gekozen = ids.stream().distinct().limit(Briefpost.PER_BLAD + 1).map(id -> teVerzenden(id, ik)).toList();
        byte[] pdf = post.afdruk(gekozen.stream().map(Brief::id).toList(), datum.isBlank() ? LocalDate.now(klok) : dag(datum), ik.gebruikersnaam());
        gekozen.forEach(b -> log.noteer(Verwerking.raadplegen(b.gemeente(), b.leerlingId(), b.zaakId(), ik.gebruikersnaam(), "brief afdrukken")
                .over("brief " + b.id())));
        return pdf;
    }

    /**
     * The letters that stand so and that the employee may send, the longest waiting first.
     *
     * @param gemeente null: of all municipalities of the employee
     * @param dagenOud at least this many days old
     * @param blad     counts from 1
     */
    public Wachtrij wachtrij(Set<Briefstatus> statussen, String gemeente, int dagenOud, int blad, Medewerker ik) {
        Set<String> gemeenten = ik.gemeentenMet(Recht.BRIEVEN_VERZENDEN);
        if (gemeente != null) {
            gemeenten.retainAll(Set.of(gemeente));
        }
        spoor.brieven(gemeenten, ik);
        Briefpost.Blad gevonden = post.zoek(gemeenten, statussen.isEmpty() ? EnumSet.allOf(Briefstatus.class) : statussen, dagenOud,
                zicht.stukblik(ik), blad);
        return new Wachtrij(gevonden.brieven().stream().map(b -> new Briefregel(b, gevonden.zaken().get(b.zaakId()))).toList(), gevonden.blad(),
                gevonden.bladen(), gevonden.aantal());
    }

    /**
     * Records that letters have left.
     *
     * @param datum the day, as {@code 2026-03-31}
     * @throws OngeldigeInvoer when the day is none, or cannot have been
     */
    public void verzonden(Collection<String> ids, String datum, Medewerker ik) {
        LocalDate dag = dag(datum);
        post.verzonden(ids.stream().map(id -> teVerzenden(id, ik).id()).toList(), dag, ik.gebruikersnaam());
    }

    /**
     * Records that a letter came back.
     *
     * @param reden code of a {@link Retourreden}
     * @throws OngeldigeInvoer when there is no such reason
     */
    public void retour(String id, String reden, Medewerker ik) {
        Brief brief = teVerzenden(id, ik);
        Retourreden gekozen = Retourreden.metCode(reden == null ? "" : reden)
                .orElseThrow(() -> new OngeldigeInvoer("reden", "Kies waarom de brief terugkwam."));
        post.retour(brief.id(), gekozen, ik.gebruikersnaam());
    }

    /**
     * Makes a letter that waited for an address.
     *
     * @param adres the lines below the name, for this letter only; blank: the address on record
     * @return the id of the letter that was made
     * @throws OngeldigeInvoer when there is still no address, or it has too many lines
     */
    @Transactional
    public UUID opnieuw(String id, String adres, Medewerker ik) {
        Brief brief = teVerzenden(id, ik);
        if (brief.status() != Briefstatus.ADRES_NODIG) {
            throw new Conflict("Deze brief wacht niet op een adres.");
        }
        List<String> regels = adres.replace("\0", "").lines().map(String::strip).filter(r -> !r.isEmpty()).toList();
        if (regels.size() > MEESTE_ADRESREGELS || regels.stream().anyMatch(r -> r.length() > LANGSTE_ADRESREGEL)) {
            throw new OngeldigeInvoer("adres", "Een adres heeft hoogstens vier regels van vijftig tekens.");
        }
        return brieven.opnieuw(brief.id(), regels, ik.gebruikersnaam()).id();
    }

    /** Records that a letter that waited for an address will not go out. */
    public void laatVervallen(String id, Medewerker ik) {
        post.laatVervallen(teVerzenden(id, ik).id(), ik.gebruikersnaam());
    }

    /** The letters of a case whose label the employee may see, the oldest first; who shows names tests {@link #magLezen} too. */
    public List<Brief> vanZaak(Zaak zaak, Medewerker ik) {
        Briefpost.Zicht blik = zicht.stukblik(ik);
        return brieven.vanZaak(zaak.id()).stream().filter(b -> blik.mag(zaak.gemeente(), zaak.procedure(), b.label())).toList();
    }

    private Brief teVerzenden(String id, Medewerker ik) {
        Brief brief = open(id, ik).brief();
        if (!ik.mag(Recht.BRIEVEN_VERZENDEN, brief.gemeente())) {
            throw new GeenRecht("U mag in deze gemeente geen brieven verzenden.");
        }
        return brief;
    }

    private static LocalDate dag(String datum) {
        if (datum == null || datum.isBlank()) {
            throw new OngeldigeInvoer("datum", "Vul de datum in waarop de brief is verzonden.");
        }
        try {
            return LocalDate.parse(datum.strip());
        } catch (DateTimeException e) {
            throw new OngeldigeInvoer("datum", "Vul een datum in, bijvoorbeeld 2026-03-31.");
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NietGevonden(BESTAAT_NIET);
        }
    }
}
