package nl.schoolgang.leerling;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.normen.Norm;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pupils known to the municipalities, with their parents and enrolments. Rights are tested by who calls. */
@Service
@Norm("BUN-03.01-01")
public class Leerlingen {

    private static final String KOLOMMEN = "select l.* from leerling l ";

    private final JdbcClient jdbc;
    private final Geheimen geheimen;
    private final Clock klok;
    private final Leerlingzoeker zoeker;

    Leerlingen(JdbcClient jdbc, Geheimen geheimen, Clock klok) {
        this.jdbc = jdbc;
        this.geheimen = geheimen;
        this.klok = klok;
        this.zoeker = new Leerlingzoeker(jdbc, geheimen);
    }

    /**
     * Adds a pupil.
     *
     * @return the id
     * @throws org.springframework.dao.DuplicateKeyException when the municipality knows the BSN or onderwijsnummer already
     */
    @Transactional
    public UUID registreer(NieuweLeerling nieuw) {
        UUID id = UUID.randomUUID();
        Adres adres = nieuw.adres() == null ? Adres.ONBEKEND : nieuw.adres();
        jdbc.sql("""
                insert into leerling (id, gemeente, bsn_versleuteld, bsn_hash, onderwijsnummer_versleuteld, onderwijsnummer_hash,
                    voornamen, voorvoegsel, achternaam, geboortedatum, geslacht, straat, huisnummer, postcode, woonplaats,
                    telefoon, email, aangemaakt_op)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, nieuw.gemeente(), geheimen.versleutel(nieuw.bsn()), geheimen.hash(nieuw.bsn()),
                        geheimen.versleutel(nieuw.onderwijsnummer()), geheimen.hash(nieuw.onderwijsnummer()), nieuw.voornamen(),
                        nieuw.voorvoegsel(), nieuw.achternaam(), nieuw.geboortedatum(), nieuw.geslacht(), adres.straat(),
                        adres.huisnummer(), adres.postcode(), adres.woonplaats(), nieuw.telefoon(), nieuw.email(),
                        Timestamp.from(klok.instant()))
                .update();
        return id;
    }

    /**
     * The pupil with this id, or into whom that pupil was merged; then the id of what is returned is another.
     *
     * @throws NietGevonden when there is no pupil with this id
     */
    public Leerling metId(UUID id) {
        return jdbc.sql(KOLOMMEN + "where l.id = coalesce((select a.leerling_id from leerling_alias a where a.oud = :id), :id)").param("id", id)
                .query(this::leerling).optional().orElseThrow(() -> new NietGevonden("Deze leerling is niet bekend."));
    }

    /** The pupils with these ids that exist, in no order. */
    public List<Leerling> metIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of()
                : jdbc.sql(KOLOMMEN + "where l.id in (:ids)").param("ids", ids).query(this::leerling).list();
    }

    /** The pupil of this municipality with this BSN (nine digits); empty when there is none. */
    public Optional<Leerling> metBsn(String gemeente, String bsn) {
        return jdbc.sql(KOLOMMEN + "where l.gemeente = ? and l.bsn_hash = ?").params(gemeente, geheimen.hash(bsn))
                .query(this::leerling).optional();
    }

    /** The pupil of this municipality with this onderwijsnummer, or into whom a pupil with it was merged; empty when there is none. */
    public Optional<Leerling> metOnderwijsnummer(String gemeente, String onderwijsnummer) {
        return jdbc.sql(KOLOMMEN + """
                where l.gemeente = :gemeente and (l.onderwijsnummer_hash = :hash or l.id in
                    (select a.leerling_id from leerling_alias a where a.gemeente = :gemeente and a.onderwijsnummer_hash = :hash))
                order by l.onderwijsnummer_hash = :hash desc nulls last limit 1""")
                .param("gemeente", gemeente).param("hash", geheimen.hash(onderwijsnummer)).query(this::leerling).optional();
    }

    /**
     * The pupils of this municipality with exactly this name (capitals do not count) and birth date.
     *
     * @param voornamen  null when not known: then only the achternaam counts
     * @param achternaam with or without its voorvoegsel
     */
    public List<Leerling> metNaam(String gemeente, String voornamen, String achternaam, LocalDate geboortedatum) {
        return jdbc.sql(KOLOMMEN + """
                where l.gemeente = :gemeente and l.geboortedatum = :geboortedatum
                    and lower(:achternaam) in (lower(l.achternaam), lower(concat_ws(' ', l.voorvoegsel, l.achternaam)))
                    and (cast(:voornamen as text) is null or lower(l.voornamen) = lower(:voornamen))""")
                .param("gemeente", gemeente).param("geboortedatum", geboortedatum).param("achternaam", achternaam)
                .param("voornamen", voornamen).query(this::leerling).list();
    }

    /**
     * Holds the pupil's row until the transaction ends, so that what is decided about one pupil is decided one after the other.
     *
     * @throws NietGevonden                 when there is no pupil with this id
     * @throws ConcurrencyFailureException when the pupil was merged into another meanwhile: who begins again finds that one
     */
    public void vergrendel(UUID id) {
        if (jdbc.sql("select id from leerling where id = ? for update").param(id).query(UUID.class).optional().isEmpty()) {
            if (jdbc.sql("select count(*) from leerling_alias where oud = ?").param(id).query(Long.class).single() > 0) {
                throw new OptimisticLockingFailureException("The pupil was merged at the same moment");
            }
            throw new NietGevonden("Deze leerling is niet bekend.");
        }
    }

    /**
     * Fills in a number that was not known yet; one that is known stays, and one that another pupil of the municipality has is left out.
     *
     * @param bsn             nine digits, or null
     * @param onderwijsnummer nine digits, or null
     */
    @Transactional
    public void vulNummersAan(UUID id, String bsn, String onderwijsnummer) {
        vulAan(id, "bsn", bsn);
        vulAan(id, "onderwijsnummer", onderwijsnummer);
    }

    private void vulAan(UUID id, String kolom, String nummer) {
        if (nummer != null) {
            jdbc.sql("""
                    update leerling set KOLOM_versleuteld = :versleuteld, KOLOM_hash = :hash where id = :id and KOLOM_hash is null
                        and not exists (select 1 from leerling ander where ander.gemeente = leerling.gemeente and ander.KOLOM_hash = :hash)
                    """.replace("KOLOM", kolom))
                    .param("id", id).param("versleuteld", geheimen.versleutel(nummer)).param("hash", geheimen.hash(nummer)).update();
        }
    }

    /** Changes name, birth date, sex, address and contact data to those given (null where not known); numbers stay. */
    @Transactional
    public void wijzig(Leerling leerling) {
        jdbc.sql("""
                update leerling set voornamen = ?, voorvoegsel = ?, achternaam = ?, geboortedatum = ?, geslacht = ?, straat = ?,
                    huisnummer = ?, postcode = ?, woonplaats = ?, telefoon = ?, email = ? where id = ?""")
                .params(leerling.voornamen(), leerling.voorvoegsel(), leerling.achternaam(), leerling.geboortedatum(),
                        leerling.geslacht(), leerling.adres().straat(), leerling.adres().huisnummer(), leerling.adres().postcode(),
                        leerling.adres().woonplaats(), leerling.telefoon(), leerling.email(), leerling.id())
                .update();
    }

    /**
     * Searches by parts of a name, BSN or onderwijsnummer, birth date (2012-05-14 or 14-05-2012) and school (name or BRIN); what is
     * typed is split on spaces, and every part must match.
     *
     * @param gemeenten codes of the municipalities to search in
     * @return at most 50, by name; empty for an empty text
     */
    public List<Leerling> zoek(Set<String> gemeenten, String tekst) {
        return zoeker.zoek(gemeenten, tekst, this::leerling);
    }

    /** The parents and carers of a pupil, those with authority first. */
    public List<Ouder> ouders(UUID leerlingId) {
        return jdbc.sql("""
                select o.*, lo.relatie, lo.gezag from ouder o join leerling_ouder lo on lo.ouder_id = o.id
                where lo.leerling_id = ? order by lo.gezag desc, o.achternaam, o.voornamen""")
                .param(leerlingId).query(this::ouder).list();
    }

    /**
     * Adds a parent to a pupil; a parent the municipality knows by BSN is linked, not added twice.
     *
     * @param relatie for example {@code moeder}
     * @param gezag   has parental authority
     * @return id of the parent
     */
    @Transactional
    public UUID voegOuderToe(UUID leerlingId, NieuweOuder nieuw, String relatie, boolean gezag) {
        UUID id = nieuw.bsn() == null ? voegOuderToe(nieuw)
                : jdbc.sql("select id from ouder where gemeente = ? and bsn_hash = ?").params(nieuw.gemeente(), geheimen.hash(nieuw.bsn()))
                        .query(UUID.class).list().stream().findFirst().orElseGet(() -> voegOuderToe(nieuw));
        jdbc.sql("""
                insert into leerling_ouder (leerling_id, ouder_id, relatie, gezag) values (?, ?, ?, ?)
                on conflict (leerling_id, ouder_id) do update set relatie = excluded.relatie, gezag = excluded.gezag""")
                .params(leerlingId, id, relatie, gezag).update();
        return id;
    }

    /**
     * Changes a parent's name, address, contact data and language, and the relation to this pupil; the BSN and birth date stay.
     *
     * @throws Conflict when somebody changed the parent since this version
     */
    @Transactional
    public void wijzigOuder(UUID leerlingId, Ouder ouder) {
        int gewijzigd = jdbc.sql("""
                update ouder set voornamen = ?, voorvoegsel = ?, achternaam = ?, straat = ?, huisnummer = ?, postcode = ?, woonplaats = ?,
                    geheim_adres = ?, telefoon = ?, email = ?, taal = ?, tolk_nodig = ?, elektronisch = ?,
                    versie = versie + 1 where id = ? and versie = ?""")
                .params(ouder.voornamen(), ouder.voorvoegsel(), ouder.achternaam(), ouder.adres().straat(), ouder.adres().huisnummer(),
                        ouder.adres().postcode(), ouder.adres().woonplaats(), ouder.geheimAdres(), ouder.telefoon(), ouder.email(),
                        ouder.taal(), ouder.tolkNodig(), ouder.elektronisch(), ouder.id(), ouder.versie())
                .update();
        if (gewijzigd == 0) {
            throw new Conflict("Een collega heeft de gegevens van deze ouder intussen gewijzigd.");
        }
        jdbc.sql("update leerling_ouder set relatie = ?, gezag = ? where leerling_id = ? and ouder_id = ?")
                .params(ouder.relatie(), ouder.gezag(), leerlingId, ouder.id()).update();
    }

    /** Whether the pupil has agreed to electronic traffic (Awb 2:14), so that letters may go by e-mail. */
    public boolean wilElektronisch(UUID id) {
        return jdbc.sql("select elektronisch from leerling where id = ?").param(id).query(Boolean.class).single();
    }

    /** Records whether the pupil agrees to electronic traffic (Awb 2:14). */
    @Transactional
    public void elektronisch(UUID id, boolean akkoord) {
        jdbc.sql("update leerling set elektronisch = ? where id = ?").params(akkoord, id).update();
    }

    /** The enrolments of a pupil, the latest first. */
    public List<Inschrijving> inschrijvingen(UUID leerlingId) {
        return jdbc.sql("""
                select s.id, s.brin, s.vestiging, s.soort, s.naam, i.van, i.tot, i.id as inschrijving, i.klassen, i.onderwijssoort from inschrijving i join school s on s.id = i.school_id
                where i.leerling_id = ? order by i.van desc, i.tot desc nulls first""")
                .param(leerlingId)
                .query((rs, n) -> new Inschrijving(new School(rs.getObject("id", UUID.class), rs.getString("brin"),
                        rs.getString("vestiging"), rs.getString("soort"), rs.getString("naam")),
                        rs.getObject("van", LocalDate.class), rs.getObject("tot", LocalDate.class), rs.getObject("inschrijving", UUID.class),
                        rs.getString("klassen"), rs.getString("onderwijssoort")))
                .list();
    }

    /** Records that the pupil is enrolled at a school at least from this day; a running enrolment there is begun earlier at most. */
    @Transactional
    public void noteerInschrijving(UUID leerlingId, UUID schoolId, LocalDate vanaf) {
        Optional<LocalDate> lopend = jdbc.sql("select min(van) from inschrijving where leerling_id = ? and school_id = ? and tot is null")
                .params(leerlingId, schoolId).query(Date.class).optional().map(Date::toLocalDate);
        if (lopend.isEmpty()) {
            jdbc.sql("insert into inschrijving (id, leerling_id, school_id, van) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID(), leerlingId, schoolId, vanaf).update();
        } else if (vanaf.isBefore(lopend.get())) {
            jdbc.sql("update inschrijving set van = ? where leerling_id = ? and school_id = ? and tot is null")
                    .params(vanaf, leerlingId, schoolId).update();
        }
    }

    private UUID voegOuderToe(NieuweOuder nieuw) {
        UUID id = UUID.randomUUID();
        Adres adres = nieuw.adres() == null ? Adres.ONBEKEND : nieuw.adres();
        jdbc.sql("""
                insert into ouder (id, gemeente, bsn_versleuteld, bsn_hash, voornamen, voorvoegsel, achternaam, geboortedatum,
                    straat, huisnummer, postcode, woonplaats, geheim_adres, telefoon, email, taal, tolk_nodig,
                    elektronisch)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, nieuw.gemeente(), geheimen.versleutel(nieuw.bsn()), geheimen.hash(nieuw.bsn()), nieuw.voornamen(),
                        nieuw.voorvoegsel(), nieuw.achternaam(), nieuw.geboortedatum(), adres.straat(), adres.huisnummer(),
                        adres.postcode(), adres.woonplaats(), nieuw.geheimAdres(), nieuw.telefoon(), nieuw.email(), nieuw.taal(),
                        nieuw.tolkNodig(), nieuw.elektronisch())
                .update();
        return id;
    }

    private Leerling leerling(ResultSet rs, int nummer) throws SQLException {
        return new Leerling(rs.getObject("id", UUID.class), rs.getString("gemeente"),
                geheimen.ontsleutel(rs.getBytes("bsn_versleuteld")), geheimen.ontsleutel(rs.getBytes("onderwijsnummer_versleuteld")),
                rs.getString("voornamen"), rs.getString("voorvoegsel"), rs.getString("achternaam"),
                rs.getObject("geboortedatum", LocalDate.class), rs.getString("geslacht"), adres(rs), rs.getString("telefoon"),
                rs.getString("email"));
    }

    private Ouder ouder(ResultSet rs, int nummer) throws SQLException {
        return new Ouder(rs.getObject("id", UUID.class), rs.getString("gemeente"), geheimen.ontsleutel(rs.getBytes("bsn_versleuteld")),
                rs.getString("voornamen"), rs.getString("voorvoegsel"), rs.getString("achternaam"),
                rs.getObject("geboortedatum", LocalDate.class), adres(rs), rs.getBoolean("geheim_adres"), rs.getString("telefoon"),
                rs.getString("email"), rs.getString("taal"), rs.getBoolean("tolk_nodig"), rs.getString("relatie"), rs.getBoolean("gezag"),
                rs.getInt("versie"), rs.getBoolean("elektronisch"));
    }

    private static Adres adres(ResultSet rs) throws SQLException {
        return new Adres(rs.getString("straat"), rs.getString("huisnummer"), rs.getString("postcode"), rs.getString("woonplaats"));
    }
}
