package nl.schoolgang.bericht;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.zaak.Tijdlijn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox: what is put here in a transaction is sent after it has committed, and only then. */
@Service
public class Berichten {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock klok;
    private final Berichtinstellingen instellingen;
    private final Berichtlezer lezer;
    private final Berichtteksten teksten;
    private final Tijdlijn tijdlijn;

    Berichten(JdbcClient jdbc, ObjectMapper json, Clock klok, Berichtinstellingen instellingen, Berichtlezer lezer,
            Berichtteksten teksten, Tijdlijn tijdlijn) {
        this.jdbc = jdbc;
        this.json = json;
        this.klok = klok;
        this.instellingen = instellingen;
        this.lezer = lezer;
        this.teksten = teksten;
        this.tijdlijn = tijdlijn;
    }

    /**
     * Puts a message for machines in the outbox, in the caller's transaction.
     *
     * @param meldingId null when it is about the whole case
     * @param inhoud    what can be written as JSON
     * @return the id under which the message will be sent
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID zetKlaar(UUID zaakId, String gemeente, UUID meldingId, String soort, String aan, Map<String, Object> inhoud) {
        return bewaar(new NieuwBericht(zaakId, gemeente, meldingId, soort, aan, Ontvangersoort.van(aan), inhoud, null, null, null, List.of()),
                Kanaalsoort.BESTAND, null);
    }

    /**
     * Puts a message in the outbox, in the caller's transaction. The channel follows from the kind of receiver and the policy of the
     * municipality. When it goes by e-mail and no address is known, it is kept with the status {@link Berichtstatus#GEEN_ADRES} until a
     * person fills it in.
     *
     * @return the id under which the message will be sent
     * @throws IllegalArgumentException when it goes by e-mail and has no text for people, nor a template of its kind
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID zetKlaar(NieuwBericht nieuw) {
        String adres = nieuw.adres() == null ? instellingen.adres(nieuw.gemeente(), nieuw.aan()) : nieuw.adres();
        return bewaar(metTekst(nieuw), instellingen.keuze(nieuw.gemeente(), nieuw.ontvanger()).kanaal(adres), adres);
    }

    /** What was written for this message goes before the template of its kind. */
    private NieuwBericht metTekst(NieuwBericht n) {
        return n.tekst() != null || n.ontvanger() == Ontvangersoort.DUO ? n : teksten.van(n).map(t -> new NieuwBericht(n.zaakId(), n.gemeente(),
                n.meldingId(), n.soort(), n.aan(), n.ontvanger(), n.inhoud(), n.adres(), n.onderwerp() == null ? t.onderwerp() : n.onderwerp(),
                t.tekst(), n.documenten())).orElse(n);
    }

    private UUID bewaar(NieuwBericht nieuw, Kanaalsoort kanaal, String adres) {
        if (kanaal == Kanaalsoort.SMTP && (nieuw.tekst() == null || nieuw.tekst().isBlank())) {
            throw new IllegalArgumentException("Een bericht " + nieuw.soort() + " per e-mail heeft tekst nodig");
        }
        UUID id = UUID.randomUUID();
        Berichtstatus status = kanaal == Kanaalsoort.SMTP && adres == null ? Berichtstatus.GEEN_ADRES : Berichtstatus.KLAAR;
        jdbc.sql("""
                insert into bericht (id, gemeente, zaak_id, melding_id, soort, aan, ontvanger, inhoud, kanaal, adres, onderwerp, tekst, documenten,
                    status, aangemaakt_op) values (:id, :gemeente, :zaak, :melding, :soort, :aan, :ontvanger, cast(:inhoud as jsonb), :kanaal,
                    :adres, :onderwerp, :tekst, :documenten, :status, :nu)""")
                .param("id", id).param("gemeente", nieuw.gemeente()).param("zaak", nieuw.zaakId()).param("melding", nieuw.meldingId())
                .param("soort", nieuw.soort()).param("aan", nieuw.aan()).param("ontvanger", nieuw.ontvanger().code())
                .param("inhoud", schrijf(nieuw.inhoud())).param("kanaal", kanaal.code())
                .param("adres", kanaal == Kanaalsoort.SMTP ? adres : null).param("onderwerp", nieuw.onderwerp())
                .param("tekst", nieuw.tekst()).param("documenten", nieuw.documenten().toArray(UUID[]::new))
                .param("status", status.code()).param("nu", Timestamp.from(klok.instant())).update();
        return id;
    }

    /**
     * Puts a message for an employee ready, in the caller's transaction, unless one with this key ever was. It belongs to no case, and must
     * hold nothing personal of others.
     *
     * @param gemeente  whose sender and channel are used
     * @param soort     code, for example {@code dagoverzicht}
     * @param sleutel   says what the message is
     * @param adres     e-mail address of the employee
     * @param onderwerp one line
     * @param tekst     plain text in Dutch
     * @return whether it was put ready now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean zetKlaarVoorMedewerker(String gemeente, String soort, String sleutel, String adres, String onderwerp, String tekst) {
        Kanaalsoort kanaal = instellingen.keuze(gemeente, Ontvangersoort.MEDEWERKER).kanaal(adres);
        return jdbc.sql("""
                insert into bericht (id, gemeente, soort, aan, ontvanger, inhoud, kanaal, adres, onderwerp, tekst, status, aangemaakt_op, sleutel)
                values (?, ?, ?, 'medewerker', ?, '{}', ?, ?, ?, ?, 'klaar', ?, ?) on conflict (sleutel) do nothing""")
                .params(UUID.randomUUID(), gemeente, soort, Ontvangersoort.MEDEWERKER.code(), kanaal.code(),
                        kanaal == Kanaalsoort.SMTP ? adres : null, onderwerp, tekst, Timestamp.from(klok.instant()), sleutel).update() > 0;
    }

    /** The messages of a case, the oldest first. */
    public List<Bericht> vanZaak(UUID zaakId) {
        return lezer.vanZaak(zaakId);
    }

    /**
     * Drops what was not sent yet of a case to these receivers, for good, and notes each on the time line. Waits for a message that is just
     * being sent; once sent it stays sent. Used when it would hurt if it still came, as after the death of the pupil.
     *
     * @param ontvangers kinds of receivers; none when empty
     * @param reden      why, one Dutch sentence for the time line, nothing personal
     * @param door       user name; null when the system did it
     * @return how many were dropped
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int laatVervallen(UUID zaakId, Collection<Ontvangersoort> ontvangers, String reden, String door) {
        if (ontvangers.isEmpty()) {
            return 0;
        }
        List<UUID> ids = jdbc.sql("""
                select id from bericht where zaak_id = :zaak and ontvanger in (:ontvangers) and status in ('klaar', 'geen-adres', 'mislukt')
                order by id for update""")
                .param("zaak", zaakId).param("ontvangers", ontvangers.stream().map(Ontvangersoort::code).toList()).query(UUID.class).list();
        ids.forEach(id -> laatVervallen(id, reden, door));
        return ids.size();
    }

    /**
     * Drops one message that was not sent yet, as {@link #laatVervallen(UUID, Collection, String, String)} does; one that was dropped before
     * stays so.
     *
     * @return false when it was sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean trekIn(UUID id, String reden, String door) {
        Berichtstatus status = Berichtstatus.metCode(jdbc.sql("select status from bericht where id = ? for update").param(id)
                .query(String.class).single()).orElseThrow();
        if (status != Berichtstatus.VERZONDEN && status != Berichtstatus.VERVALLEN) {
            laatVervallen(id, reden, door);
        }
        return status != Berichtstatus.VERZONDEN;
    }

    /** The messages about one melding go with it to another case: sent stays sent, ready stays ready, under the same id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void verhuis(UUID meldingId, UUID naarZaak) {
        jdbc.sql("update bericht set zaak_id = ? where melding_id = ?").params(naarZaak, meldingId).update();
    }

    private void laatVervallen(UUID id, String reden, String door) {
        laatVervallen(id, reden, reden, door);
    }

    /**
     * The row must be held by the caller, and not be sent or dropped yet.
     *
     * @param tijdlijnreden why, as the time line tells it: nothing personal
     */
    void laatVervallen(UUID id, String reden, String tijdlijnreden, String door) {
        Timestamp nu = Timestamp.from(klok.instant());
        var bericht = jdbc.sql("""
                update bericht set status = 'vervallen', vervallen_op = ?, vervallen_door = ?, vervallen_reden = ?, volgende_poging = null
                where id = ? returning zaak_id, melding_id, soort, aan""").params(nu, door, reden, id).query().singleRow();
        jdbc.sql("insert into bericht_poging (bericht_id, moment, wat, door) values (?, ?, 'vervallen', ?)").params(id, nu, door).update();
        if (bericht.get("zaak_id") != null) {
            tijdlijn.noteer((UUID) bericht.get("zaak_id"), "bericht-vervallen", "Bericht " + bericht.get("soort") + " aan " + bericht.get("aan")
                    + " wordt niet verzonden: " + tijdlijnreden, door, (UUID) bericht.get("melding_id"));
        }
    }

    private String schrijf(Map<String, Object> inhoud) {
        try {
            return json.writeValueAsString(inhoud);
        } catch (JsonProcessingException e) {
            // Without the cause: its message may quote the contents.
            throw new IllegalArgumentException("De inhoud van het bericht kan niet als JSON worden geschreven");
        }
    }
}
