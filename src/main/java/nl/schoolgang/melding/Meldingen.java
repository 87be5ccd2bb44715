package nl.schoolgang.melding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.schoolgang.gemeente.NietGevonden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meldingen that were taken in, and what became of each. */
@Service
public class Meldingen {

    private static final TypeReference<TreeMap<String, String>> INHOUD = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock klok;

    Meldingen(JdbcClient jdbc, ObjectMapper json, Clock klok) {
        this.jdbc = jdbc;
        this.json = json;
        this.klok = klok;
    }

    /** @throws NietGevonden when there is no melding with this id */
    public Melding metId(UUID id) {
        return jdbc.sql("select * from melding where id = ?").param(id).query(Meldingen::melding).optional()
                .orElseThrow(() -> new NietGevonden("Deze melding bestaat niet."));
    }

    /** The melding with this number; empty when it was never received. */
    public Optional<Melding> metNummer(String gemeente, String bron, String meldingsnummer) {
        return jdbc.sql("select * from melding where gemeente = ? and bron = ? and meldingsnummer = ?")
                .params(gemeente, bron, meldingsnummer).query(Meldingen::melding).optional();
    }

    /** The meldingen that a case took in, in order of receipt. */
    public List<Melding> vanZaak(UUID zaakId) {
        return jdbc.sql("select * from melding where zaak_id = ? order by ontvangen, meldingsnummer").param(zaakId)
                .query(Meldingen::melding).list();
    }

    /** The meldingen about a pupil, in order of receipt. */
    public List<Melding> vanLeerling(UUID leerlingId) {
        return jdbc.sql("select * from melding where leerling_id = ? order by ontvangen, meldingsnummer").param(leerlingId)
                .query(Meldingen::melding).list();
    }

    /** Records what the officer concluded: ongeoorloofd, geoorloofd, gestopt, geregistreerd or gewaarschuwd. */
    @Transactional
    public void oordeel(UUID id, String oordeel) {
        jdbc.sql("update melding set oordeel = ? where id = ?").params(oordeel, id).update();
    }

    /** Records when DUO or the school was told which action follows. */
    @Transactional
    public void teruggemeld(UUID id, Instant moment) {
        jdbc.sql("update melding set teruggemeld_op = ? where id = ?").params(Timestamp.from(moment), id).update();
    }

    /** Records when the melding was closed at its source. */
    @Transactional
    public void afgesloten(UUID id, Instant moment) {
        jdbc.sql("update melding set afgesloten_op = ? where id = ?").params(Timestamp.from(moment), id).update();
    }

    /** Records when nothing of the melding itself was open any more. */
    @Transactional
    public void afgewikkeld(UUID id, Instant moment) {
        jdbc.sql("update melding set afgewikkeld_op = ? where id = ?").params(Timestamp.from(moment), id).update();
    }

    /** A withdrawn melding is registered again: what was concluded about it no longer counts, and its terms count from this moment. */
    void heropen(UUID id, Instant ontvangen) {
        jdbc.sql("update melding set oordeel = null, teruggemeld_op = null, afgesloten_op = null, afgewikkeld_op = null, ontvangen = ? "
                + "where id = ?").params(Timestamp.from(ontvangen), id).update();
    }

    /**
     * How many meldingen about a pupil were received before this one in its school year (1 August to 31 July, by begindatum);
     * those withdrawn do not count.
     *
     * @throws NietGevonden when there is no melding with this id
     */
    public long eerdereInSchooljaar(UUID leerlingId, UUID meldingId) {
        Melding deze = metId(meldingId);
        int jaar = deze.begindatum().getYear() - (deze.begindatum().getMonth().compareTo(Month.AUGUST) < 0 ? 1 : 0);
        return jdbc.sql("""
                select count(*) from melding where leerling_id = :leerling and id <> :melding and status = 'geregistreerd'
                    and begindatum >= :van and begindatum < :tot and ontvangen <= :ontvangen""")
                .param("leerling", leerlingId).param("melding", meldingId).param("van", LocalDate.of(jaar, Month.AUGUST, 1))
                .param("tot", LocalDate.of(jaar + 1, Month.AUGUST, 1)).param("ontvangen", Timestamp.from(deze.ontvangen()))
                .query(Long.class).single();
    }

    /** What was delivered last under this id, by field; without the numbers of the person. */
    Map<String, String> inhoud(UUID id) {
        try {
            return json.readValue(jdbc.sql("select inhoud from melding where id = ?").param(id).query(String.class).single(), INHOUD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Melding " + id + " heeft geen leesbare inhoud");
        }
    }

    void voegToe(Melding melding, Map<String, String> inhoud) {
        jdbc.sql("""
                insert into melding (id, gemeente, bron, meldingsnummer, soort, status, zaak_id, leerling_id, school_id, begindatum,
                    einddatum, uren, reden, alle_lessen_gemist, actie_school, actie_gemeente_gewenst, toelichting, contact_naam,
                    contact_functie, contact_telefoon, contact_email, gemeld_door, ontvangen, inhoud)
                values (:id, :gemeente, :bron, :meldingsnummer, :soort, :status, :zaakId, :leerlingId, :schoolId, :begindatum,
                    :einddatum, :uren, :reden, :alleLessenGemist, :actieSchool, :actieGemeenteGewenst, :toelichting, :contactNaam,
                    :contactFunctie, :contactTelefoon, :contactEmail, :gemeldDoor, :ontvangen, cast(:inhoud as jsonb))""")
                .params(parameters(melding, inhoud)).update();
    }

    void wijzig(Melding melding, Map<String, String> inhoud) {
        jdbc.sql("""
                update melding set soort = :soort, status = :status, school_id = :schoolId, begindatum = :begindatum,
                    einddatum = :einddatum, uren = :uren, reden = :reden, alle_lessen_gemist = :alleLessenGemist,
                    actie_school = :actieSchool, actie_gemeente_gewenst = :actieGemeenteGewenst, toelichting = :toelichting,
                    contact_naam = :contactNaam, contact_functie = :contactFunctie, contact_telefoon = :contactTelefoon,
                    contact_email = :contactEmail, gemeld_door = :gemeldDoor, inhoud = cast(:inhoud as jsonb)
                where id = :id""")
                .params(parameters(melding, inhoud)).update();
    }

    /** @param veld null when the trace is not about one field */
    void spoor(UUID meldingId, String wat, String veld, String oud, String nieuw, String door) {
        jdbc.sql("insert into melding_spoor (melding_id, moment, wat, veld, oud, nieuw, door) values (?, ?, ?, ?, ?, ?, ?)")
                .params(meldingId, Timestamp.from(klok.instant()), wat, veld, oud, nieuw, door).update();
    }

    private Map<String, Object> parameters(Melding m, Map<String, String> inhoud) {
        Map<String, Object> p = new HashMap<>();
        p.put("id", m.id());
        p.put("gemeente", m.gemeente());
        p.put("bron", m.bron());
        p.put("meldingsnummer", m.meldingsnummer());
        p.put("soort", m.soort());
        p.put("status", m.status());
        p.put("zaakId", m.zaakId());
        p.put("leerlingId", m.leerlingId());
        p.put("schoolId", m.schoolId());
        p.put("begindatum", m.begindatum());
        p.put("einddatum", m.einddatum());
        p.put("uren", m.uren());
        p.put("reden", m.reden());
        p.put("alleLessenGemist", m.alleLessenGemist());
        p.put("actieSchool", m.actieSchool());
        p.put("actieGemeenteGewenst", m.actieGemeenteGewenst());
        p.put("toelichting", m.toelichting());
        p.put("contactNaam", m.contact().naam());
        p.put("contactFunctie", m.contact().functie());
        p.put("contactTelefoon", m.contact().telefoon());
        p.put("contactEmail", m.contact().email());
        p.put("gemeldDoor", m.gemeldDoor());
        p.put("ontvangen", Timestamp.from(m.ontvangen()));
        try {
            p.put("inhoud", json.writeValueAsString(inhoud));
        } catch (JsonProcessingException e) {
            // Without the cause: its message may quote the contents.
            throw new IllegalStateException("De inhoud van de melding kan niet als JSON worden geschreven");
        }
        return p;
    }

    private static Melding melding(ResultSet rs, int nummer) throws SQLException {
        return new Melding(rs.getObject("id", UUID.class), rs.getString("gemeente"), rs.getString("bron"), rs.getString("meldingsnummer"),
                rs.getString("soort"), rs.getString("status"), rs.getObject("zaak_id", UUID.class), rs.getObject("leerling_id", UUID.class),
                rs.getObject("school_id", UUID.class), rs.getObject("begindatum", LocalDate.class), rs.getObject("einddatum", LocalDate.class),
                uren(rs), rs.getString("reden"), rs.getObject("alle_lessen_gemist", Boolean.class),
                rs.getString("actie_school"), rs.getObject("actie_gemeente_gewenst", Boolean.class), rs.getString("toelichting"),
                new Contact(rs.getString("contact_naam"), rs.getString("contact_functie"), rs.getString("contact_telefoon"),
                        rs.getString("contact_email")),
                rs.getString("gemeld_door"), rs.getTimestamp("ontvangen").toInstant(), rs.getString("oordeel"),
                moment(rs, "teruggemeld_op"), moment(rs, "afgesloten_op"), moment(rs, "afgewikkeld_op"));
    }

    /** Without the zeros that the column adds. */
    private static BigDecimal uren(ResultSet rs) throws SQLException {
        BigDecimal uren = rs.getBigDecimal("uren");
        if (uren == null) {
            return null;
        }
        BigDecimal kort = uren.stripTrailingZeros();
        return kort.scale() < 0 ? kort.setScale(0) : kort;
    }

    private static Instant moment(ResultSet rs, String kolom) throws SQLException {
        Timestamp moment = rs.getTimestamp(kolom);
        return moment == null ? null : moment.toInstant();
    }
}
