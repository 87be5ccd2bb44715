package nl.schoolgang.melding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import nl.schoolgang.leerling.LeerlingSamengevoegd;
import nl.schoolgang.zaak.ZaakVoortgezet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves meldingen to the pupil and case where they belong, and knows that they were moved. */
@Service
public class Meldingverhuizing {

    private final JdbcClient jdbc;
    private final Meldingen meldingen;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Meldingverhuizing(JdbcClient jdbc, Meldingen meldingen, ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.jdbc = jdbc;
        this.meldingen = meldingen;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
    }

    /**
     * The melding goes to another case of the same pupil.
     *
     * @param door user name; null when the system did it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void naarZaak(Melding melding, UUID naarZaak, String door) {
        jdbc.sql("update melding set zaak_id = ? where id = ?").params(naarZaak, melding.id()).update();
        meldingen.spoor(melding.id(), "naar-andere-zaak", "zaak", melding.zaakId().toString(), naarZaak.toString(), door);
    }

    /**
     * The melding was about another pupil than thought. What was concluded about the wrong one no longer counts.
     *
     * @param door user name; null when the system did it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void naarLeerling(Melding melding, UUID naarLeerling, UUID naarZaak, String door) {
        jdbc.sql("update melding set leerling_id = ?, zaak_id = ?, oordeel = null, afgewikkeld_op = null, afgesloten_op = null where id = ?")
                .params(naarLeerling, naarZaak, melding.id()).update();
        jdbc.sql("insert into melding_verplaatsing (melding_id, van_leerling, naar_leerling, moment, door) values (?, ?, ?, ?, ?)")
                .params(melding.id(), melding.leerlingId(), naarLeerling, Timestamp.from(klok.instant()), door).update();
        meldingen.spoor(melding.id(), "verplaatst", "leerling", melding.leerlingId().toString(), naarLeerling.toString(), door);
        gebeurtenissen.publishEvent(new MeldingVerplaatst(melding.id(), melding.zaakId(), naarZaak, melding.leerlingId(), naarLeerling));
    }

    /** The melding, closed at its source before, is in treatment again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void weerInBehandeling(UUID meldingId, String door) {
        jdbc.sql("update melding set afgesloten_op = null where id = ?").param(meldingId).update();
        meldingen.spoor(meldingId, "zaak-heropend", null, null, null, door);
    }

    /** There is work of the melding's own again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void werkHervat(UUID meldingId, String door) {
        jdbc.sql("update melding set afgewikkeld_op = null where id = ?").param(meldingId).update();
        meldingen.spoor(meldingId, "werk-hervat", null, null, null, door);
    }

    /** Whether the known melding that is delivered was moved away from this pupil by somebody here. */
    boolean isVerplaatstVan(Aanlevering aanlevering, UUID leerlingId) {
        return jdbc.sql("""
                select exists (select 1 from melding_verplaatsing v join melding m on m.id = v.melding_id
                    where m.gemeente = ? and m.bron = ? and m.meldingsnummer = ? and v.van_leerling = ? and m.leerling_id <> v.van_leerling)""")
                .params(aanlevering.gemeente(), aanlevering.bron(), aanlevering.meldingsnummer(), leerlingId).query(Boolean.class).single();
    }

    /** Events that were recalled are history of the case that goes on; one that still stands bars a merge. */
    @EventListener
    void voortgezet(ZaakVoortgezet zaak) {
        jdbc.sql("update gebeurtenis_van_buiten set zaak_id = ? where zaak_id = ? and herroepen_op is not null").params(zaak.naar(), zaak.van()).update();
    }

    @EventListener
    void samengevoegd(LeerlingSamengevoegd leerling) {
        jdbc.sql("update melding set leerling_id = ? where leerling_id = ?").params(leerling.naar(), leerling.van()).update();
        jdbc.sql("update melding_verplaatsing set van_leerling = ? where van_leerling = ?").params(leerling.naar(), leerling.van()).update();
        jdbc.sql("update melding_verplaatsing set naar_leerling = ? where naar_leerling = ?").params(leerling.naar(), leerling.van()).update();
    }
}
