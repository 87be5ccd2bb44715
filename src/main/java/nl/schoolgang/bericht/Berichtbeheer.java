package nl.schoolgang.bericht;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Tijdzone;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue for who keeps it going ({@link Recht#BERICHTEN_BEHEREN}): what waits, why, and what can be done. It shows nothing of what a
 * message says or to which address it goes. A message of another municipality does not exist. What is being sent at this moment is not
 * touched.
 */
@Service
public class Berichtbeheer {

    private static final String KOLOMMEN = """
            select b.id, b.gemeente, z.zaaknummer, b.soort, b.aan, b.kanaal, b.status, b.aangemaakt_op, b.pogingen, b.volgende_poging,
                b.verzonden_op, b.fout, b.vervallen_reden from bericht b left join zaak z on z.id = b.zaak_id\s""";
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final int LANGSTE_EMAIL = 254;
    private static final int KORTSTE_REDEN = 3;
    private static final int LANGSTE_REDEN = 200;

    private final JdbcClient jdbc;
    private final Berichten berichten;
    private final Clock klok;
    private final ApplicationEventPublisher gebeurtenissen;

    Berichtbeheer(JdbcClient jdbc, Berichten berichten, Clock klok, ApplicationEventPublisher gebeurtenissen) {
        this.jdbc = jdbc;
        this.berichten = berichten;
        this.klok = klok;
        this.gebeurtenissen = gebeurtenissen;
    }

    /** The messages that fit, the oldest first, at most as many as asked; what the employee may not see is left out. */
    public List<Wachtrijregel> zoek(Wachtrijvraag vraag, Medewerker ik, int hoogstens) {
        Map<String, Object> parameters = new HashMap<>();
        String eisen = eisen(vraag, ik, parameters);
        parameters.put("hoogstens", hoogstens);
        return jdbc.sql(KOLOMMEN + eisen + " order by b.aangemaakt_op, b.id limit :hoogstens").params(parameters)
                .query(Berichtbeheer::regel).list();
    }

    /** @throws NietGevonden when there is none with this id in the municipalities of the employee */
    public Wachtrijregel metId(UUID id, Medewerker ik) {
        return jdbc.sql(KOLOMMEN + "where b.id = ?").param(id).query(Berichtbeheer::regel).optional()
                .filter(r -> ik.mag(Recht.BERICHTEN_BEHEREN, r.gemeente()))
                .orElseThrow(() -> new NietGevonden("Dit bericht bestaat niet."));
    }

    /** What happened to a message, the oldest first. */
    public List<Wachtrijregel.Poging> geschiedenis(UUID id, Medewerker ik) {
        return jdbc.sql("select moment, wat, fout, door from bericht_poging where bericht_id = ? order by id").param(metId(id, ik).id())
                .query((rs, n) -> new Wachtrijregel.Poging(rs.getTimestamp("moment").toInstant(), rs.getString("wat"), rs.getString("fout"),
                        rs.getString("door"))).list();
    }

    /**
     * Puts it ready for a try at once, with all its tries again.
     *
     * @throws Conflict     when it was sent or dropped, has no address, or is being sent now
     * @throws NietGevonden see {@link #metId}
     */
    @Transactional
    public void opnieuw(UUID id, Medewerker ik) {
        Wachtrijregel bericht = houVast(id, ik);
        if (bericht.status() == Berichtstatus.GEEN_ADRES) {
            throw new Conflict("Dit bericht heeft nog geen adres.");
        }
        zetKlaar(id, "opnieuw", ik);
    }

    /**
     * Tries again everything that was given up and fits.
     *
     * @return how many were put ready
     */
    @Transactional
    public int allesOpnieuw(Wachtrijvraag vraag, Medewerker ik) {
        Map<String, Object> parameters = new HashMap<>();
        String eisen = eisen(vraag, ik, parameters);
        List<UUID> ids = jdbc.sql("select b.id from bericht b " + eisen + " and b.status = 'mislukt' order by b.id for update of b skip locked")
                .params(parameters).query(UUID.class).list();
        ids.forEach(id -> zetKlaar(id, "opnieuw", ik));
        return ids.size();
    }

    /**
     * Gives a message that goes by e-mail another address, and puts it ready.
     *
     * @throws OngeldigeInvoer on {@code adres} when this is no e-mail address
     * @throws Conflict        when it was sent or dropped, goes by no e-mail, or is being sent now
     */
    @Transactional
    public void wijzigAdres(UUID id, String adres, Medewerker ik) {
        String nieuw = adres == null ? "" : adres.strip();
        Wachtrijregel bericht = houVast(id, ik);
        if (!bericht.kanAdres()) {
            throw new Conflict("Dit bericht gaat niet per e-mail.");
        }
        if (nieuw.length() > LANGSTE_EMAIL || !EMAIL.matcher(nieuw).matches()) {
            throw new OngeldigeInvoer("adres", "Vul een e-mailadres in, bijvoorbeeld zorgteam@example.org.");
        }
        jdbc.sql("update bericht set adres = ? where id = ?").params(nieuw, id).update();
        zetKlaar(id, "adres", ik);
    }

    /**
     * Drops a message for good; the time line of the case tells who did it, the dossier why ({@link BerichtVervallen}). Who waits for it hears that it was given up
     * ({@link BerichtMislukt}, {@code vervallen}).
     *
     * @param reden 3 to 200 characters on one line, nothing personal
     * @throws OngeldigeInvoer on {@code reden}
     * @throws Conflict        when it was sent or dropped, or is being sent now
     */
    @Transactional
    public void laatVervallen(UUID id, String reden, Medewerker ik) {
        String waarom = reden == null ? "" : reden.strip();
        Wachtrijregel bericht = houVast(id, ik);
        if (waarom.length() < KORTSTE_REDEN || waarom.length() > LANGSTE_REDEN || waarom.chars().anyMatch(Character::isISOControl)) {
            throw new OngeldigeInvoer("reden", "Schrijf in één regel op waarom, in " + KORTSTE_REDEN + " tot " + LANGSTE_REDEN + " tekens.");
        }
        berichten.laatVervallen(id, waarom, "de beheerder liet het vervallen. De reden staat in het dossier", ik.gebruikersnaam());
        jdbc.sql("select zaak_id from bericht where id = ? and zaak_id is not null").param(id).query(UUID.class).optional().ifPresent(zaakId -> {
            gebeurtenissen.publishEvent(new BerichtVervallen(id, zaakId, bericht.soort(), waarom, ik.gebruikersnaam()));
            gebeurtenissen.publishEvent(new BerichtMislukt(id, zaakId, bericht.soort(), "vervallen", klok.instant()));
        });
    }

    private Wachtrijregel houVast(UUID id, Medewerker ik) {
        metId(id, ik);
        if (jdbc.sql("select id from bericht where id = ? for update skip locked").param(id).query(UUID.class).optional().isEmpty()) {
            throw new Conflict("Dit bericht wordt op dit moment verzonden.");
        }
        Wachtrijregel bericht = metId(id, ik);
        if (!bericht.kanVervallen()) {
            throw new Conflict(bericht.status() == Berichtstatus.VERZONDEN ? "Dit bericht is al verzonden." : "Dit bericht wordt niet verzonden.");
        }
        return bericht;
    }

    private void zetKlaar(UUID id, String wat, Medewerker ik) {
        jdbc.sql("update bericht set status = 'klaar', pogingen = 0, volgende_poging = null, fout = null, gemeld_op = null where id = ?")
                .param(id).update();
        jdbc.sql("insert into bericht_poging (bericht_id, moment, wat, door) values (?, ?, ?, ?)")
                .params(id, Timestamp.from(klok.instant()), wat, ik.gebruikersnaam()).update();
    }

    private static String eisen(Wachtrijvraag vraag, Medewerker ik, Map<String, Object> parameters) {
        List<String> gemeenten = vraag.gemeenten().stream().filter(g -> ik.mag(Recht.BERICHTEN_BEHEREN, g)).toList();
        StringBuilder eisen = new StringBuilder("where b.gemeente = any (:gemeenten)");
        parameters.put("gemeenten", gemeenten.toArray(String[]::new));
        if (!vraag.statussen().isEmpty()) {
            eisen.append(" and b.status = any (:statussen)");
            parameters.put("statussen", vraag.statussen().stream().map(Berichtstatus::code).toArray(String[]::new));
        }
        if (vraag.ontvanger() != null) {
            eisen.append(" and b.ontvanger = :ontvanger");
            parameters.put("ontvanger", vraag.ontvanger().code());
        }
        if (vraag.tot() != null) {
            eisen.append(" and b.aangemaakt_op < :tot");
            parameters.put("tot", Timestamp.from(vraag.tot().plusDays(1).atStartOfDay(Tijdzone.AMSTERDAM).toInstant()));
        }
        if (vraag.na() != null) {
            eisen.append(" and (b.aangemaakt_op, b.id) > (select v.aangemaakt_op, v.id from bericht v where v.id = :na)");
            parameters.put("na", vraag.na());
        }
        return eisen.toString();
    }

    private static Wachtrijregel regel(ResultSet rs, int nummer) throws SQLException {
        return new Wachtrijregel(rs.getObject("id", UUID.class), rs.getString("gemeente"), rs.getString("zaaknummer"), rs.getString("soort"),
                rs.getString("aan"), Kanaalsoort.valueOf(rs.getString("kanaal").toUpperCase(Locale.ROOT)),
                Berichtstatus.metCode(rs.getString("status")).orElseThrow(), Berichtlezer.moment(rs, "aangemaakt_op"), rs.getInt("pogingen"),
                Berichtlezer.moment(rs, "volgende_poging"), Berichtlezer.moment(rs, "verzonden_op"), rs.getString("fout"),
                rs.getString("vervallen_reden"));
    }
}
