package nl.schoolgang.termijn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person changes in the calendar, and in the catalogue for terms that run already. Each change has a reason and is followed by a
 * recalculation of the running terms that it touches.
 */
@Service
public class Kalenderbeheer {

    public static final List<String> VAKANTIES = List.of("herfst", "kerst", "voorjaar", "mei", "zomer");

    private static final Set<String> REGIOS = Set.of("noord", "midden", "zuid", "alle");
    private static final Pattern SCHOOLJAAR = Pattern.compile("20\\d\\d-20\\d\\d");
    private static final int LANGSTE_TEKST = 200;
    private static final int EERSTE_JAAR = 2020;
    private static final int LAATSTE_JAAR = 2100;
    private static final int LANGSTE_VAKANTIE = 70;
    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d-M-yyyy", Locale.forLanguageTag("nl-NL"));

    private final JdbcClient jdbc;
    private final Kalenderbron bron;
    private final Termijncatalogus catalogus;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Kalenderbeheer(JdbcClient jdbc, Kalenderbron bron, Termijncatalogus catalogus, ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.jdbc = jdbc;
        this.bron = bron;
        this.catalogus = catalogus;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
    }

    /** The days by Royal Decree that hold, by date. */
    public List<KbDag> kbDagen() {
        return jdbc.sql("select datum, omschrijving, door from kb_dag where geldt order by datum").query(KbDag.class).list();
    }

    /** The school holidays that hold, by school year and begin. */
    public List<Vakantieregel> vakanties() {
        return jdbc.sql("select id, schooljaar, naam, regio, school_id, begin, eind, status from schoolvakantie where geldt order by schooljaar, begin, regio, id")
                .query(Vakantieregel.class).list();
    }

    /** The last changes, the newest first. */
    public List<Kalenderwijziging> wijzigingen(int hoogstens) {
        return jdbc.sql("select * from kalenderwijziging order by id desc limit ?").param(hoogstens).query(Kalenderbeheer::wijziging).list();
    }

    /**
     * @param reden why, for example the decree
     * @throws OngeldigeInvoer with the fields that are wrong
     * @throws Conflict        when the day is one already
     */
    @Transactional
    public void voegKbDagToe(LocalDate datum, String omschrijving, String reden, String wie) {
        jaar("datum", datum);
        String wat = tekst("omschrijving", omschrijving);
        String waarom = tekst("reden", reden);
        bron.wijzig();
        int erbij = jdbc.sql("""
                insert into kb_dag (datum, omschrijving, door, gewijzigd_op) values (:datum, :wat, :door, :nu)
                on conflict (datum) do update set omschrijving = :wat, door = :door, gewijzigd_op = :nu, geldt = true where not kb_dag.geldt""")
                .param("datum", datum).param("wat", wat).param("door", wie).param("nu", Timestamp.from(klok.instant())).update();
        if (erbij == 0) {
            throw new Conflict("Deze dag staat al in de lijst.");
        }
        noteer("kb-dag-erbij", DAG.format(datum) + " is een vrije dag bij koninklijk besluit (" + wat + ").", waarom, wie, null, null, datum, datum);
    }

    /** @throws NietGevonden when the day is none */
    @Transactional
    public void haalKbDagWeg(LocalDate datum, String reden, String wie) {
        String waarom = tekst("reden", reden);
        bron.wijzig();
        if (jdbc.sql("update kb_dag set geldt = false, door = ?, gewijzigd_op = ? where datum = ? and geldt")
                .params(wie, Timestamp.from(klok.instant()), datum).update() == 0) {
            throw new NietGevonden("Deze dag staat niet in de lijst.");
        }
        noteer("kb-dag-eraf", DAG.format(datum) + " is geen vrije dag bij koninklijk besluit meer.", waarom, wie, null, null, datum, datum);
    }

    /**
     * Sets a school holiday, of a region or as a school moved it for itself; one of that name and year is replaced.
     *
     * @param regio    null for a school's own
     * @param schoolId null for the region's
     */
    @Transactional
    public void bewaarVakantie(String schooljaar, String naam, String regio, UUID schoolId, LocalDate begin, LocalDate eind, String reden, String wie) {
        if (schooljaar == null || !SCHOOLJAAR.matcher(schooljaar).matches()
                || Integer.parseInt(schooljaar.substring(0, 4)) + 1 != Integer.parseInt(schooljaar.substring(5))) {
            throw new OngeldigeInvoer("schooljaar", "Vul een schooljaar in, zoals 2026-2027.");
        }
        if (!VAKANTIES.contains(naam)) {
            throw new OngeldigeInvoer("vakantie", "Kies uit: " + String.join(", ", VAKANTIES) + ".");
        }
        if ((regio == null) == (schoolId == null) || regio != null && !REGIOS.contains(regio)) {
            throw new OngeldigeInvoer("regio", "Kies een regio, of een school.");
        }
        jaar("begin", begin);
        jaar("eind", eind);
        int eersteJaar = Integer.parseInt(schooljaar.substring(0, 4));
        if (eind.isBefore(begin) || eind.isAfter(begin.plusDays(LANGSTE_VAKANTIE)) || begin.getYear() < eersteJaar || eind.getYear() > eersteJaar + 1) {
            throw new OngeldigeInvoer("eind", "De laatste dag ligt voor de eerste, te ver weg, of buiten het schooljaar.");
        }
        String waarom = tekst("reden", reden);
        bron.wijzig();
        Optional<Vakantieregel> was = vakanties().stream().filter(v -> v.schooljaar().equals(schooljaar) && v.naam().equals(naam)
                && (schoolId == null ? v.schoolId() == null && regio.equals(v.regio()) : schoolId.equals(v.schoolId()))).findFirst();
        jdbc.sql("""
                insert into schoolvakantie (schooljaar, naam, regio, school_id, begin, eind, status, door, gewijzigd_op)
                values (:jaar, :naam, :regio, :school, :begin, :eind, :status, :door, :nu)
                on conflict (schooljaar, naam, %s) where school_id is %s null do update
                set begin = :begin, eind = :eind, status = :status, door = :door, gewijzigd_op = :nu, geldt = true"""
                .formatted(schoolId == null ? "regio" : "school_id", schoolId == null ? "" : "not"))
                .param("jaar", schooljaar).param("naam", naam).param("regio", regio, Types.VARCHAR).param("school", schoolId, Types.OTHER)
                .param("begin", begin).param("eind", eind).param("status", schoolId == null ? "vast" : "eigen").param("door", wie)
                .param("nu", Timestamp.from(klok.instant())).update();
        LocalDate van = was.map(Vakantieregel::begin).filter(begin::isAfter).orElse(begin);
        LocalDate tot = was.map(Vakantieregel::eind).filter(eind::isBefore).orElse(eind);
        // A school's own holiday takes the place of the region's, on days that may lie elsewhere in the year.
        noteer(was.isPresent() ? "vakantie-gewijzigd" : "vakantie-erbij", "De " + naam + "vakantie " + schooljaar + " van "
                + (schoolId == null ? "regio " + regio : "een school") + " is van " + DAG.format(begin) + " tot en met " + DAG.format(eind) + ".", waarom,
                wie, null, null, schoolId == null ? van : null, schoolId == null ? tot : null);
    }

    /** Takes a school's own holiday off: those of the region hold again. @throws NietGevonden when there is none */
    @Transactional
    public void haalVakantieWeg(long id, String reden, String wie) {
        String waarom = tekst("reden", reden);
        bron.wijzig();
        if (jdbc.sql("update schoolvakantie set geldt = false, door = ?, gewijzigd_op = ? where id = ? and geldt and school_id is not null")
                .params(wie, Timestamp.from(klok.instant()), id).update() == 0) {
            throw new NietGevonden("Deze eigen vakantie van een school staat niet in de lijst.");
        }
        noteer("vakantie-eraf", "Een eigen vakantie van een school vervalt.", waarom, wie, null, null, null, null);
    }

    /**
     * Lets the row that the catalogue has now hold for running terms too, which otherwise keep the length with which they started.
     *
     * @throws OnbekendeTermijn when the catalogue has no such row
     */
    @Transactional
    public void ookLopende(String code, String gemeente, String reden, String wie) {
        Termijndefinitie definitie = catalogus.zoek(code, gemeente);
        if (definitie.eenheid() == null) {
            throw new OngeldigeInvoer("code", "De datum van deze termijn wordt in elke zaak apart bepaald.");
        }
        String waarom = tekst("reden", reden);
        bron.wijzig();
        noteer("termijnregel", "De regel voor '" + definitie.omschrijving() + "' geldt ook voor termijnen die al lopen.", waarom, wie, code, gemeente, null,
                null);
    }

    List<Kalenderwijziging> open() {
        return jdbc.sql("select * from kalenderwijziging where verwerkt_op is null order by id").query(Kalenderbeheer::wijziging).list();
    }

    void verwerkt(long id, int geraakt) {
        jdbc.sql("update kalenderwijziging set verwerkt_op = ?, geraakt = ? where id = ?").params(Timestamp.from(klok.instant()), geraakt, id).update();
    }

    private void noteer(String soort, String wat, String reden, String wie, String code, String gemeente, LocalDate van, LocalDate tot) {
        jdbc.sql("""
                insert into kalenderwijziging (moment, soort, omschrijving, reden, door, code, gemeente, van, tot)
                values (:nu, :soort, :wat, :reden, :door, :code, :gemeente, :van, :tot)""")
                .param("nu", Timestamp.from(klok.instant())).param("soort", soort).param("wat", wat).param("reden", reden).param("door", wie)
                .param("code", code, Types.VARCHAR).param("gemeente", gemeente, Types.VARCHAR).param("van", van, Types.DATE)
                .param("tot", tot, Types.DATE).update();
        gebeurtenissen.publishEvent(new KalenderGewijzigd());
    }

    private static String tekst(String veld, String tekst) {
        if (tekst == null || tekst.isBlank() || tekst.strip().length() > LANGSTE_TEKST) {
            throw new OngeldigeInvoer(veld, "Vul een tekst in van ten hoogste " + LANGSTE_TEKST + " tekens.");
        }
        return tekst.strip();
    }

    private static void jaar(String veld, LocalDate dag) {
        if (dag == null || dag.getYear() < EERSTE_JAAR || dag.getYear() > LAATSTE_JAAR) {
            throw new OngeldigeInvoer(veld, "Vul een dag in de jaren " + EERSTE_JAAR + " tot en met " + LAATSTE_JAAR + " in.");
        }
    }

    private static Kalenderwijziging wijziging(ResultSet rij, int nummer) throws SQLException {
        Timestamp verwerkt = rij.getTimestamp("verwerkt_op");
        return new Kalenderwijziging(rij.getLong("id"), rij.getTimestamp("moment").toInstant(), rij.getString("soort"), rij.getString("omschrijving"),
                rij.getString("reden"), rij.getString("door"), rij.getString("code"), rij.getString("gemeente"), rij.getObject("van", LocalDate.class),
                rij.getObject("tot", LocalDate.class), verwerkt == null ? null : verwerkt.toInstant(), rij.getObject("geraakt", Integer.class));
    }
}
