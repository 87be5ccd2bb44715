package nl.schoolgang.procedure.relatiefverzuim;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.engine.BeperkteProcedures;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Rolbeleid;
import nl.schoolgang.modellen.GebeurtenisBeoordelenModel;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.ZaakGestopt;
import nl.schoolgang.zaak.ZaakVoortgezet;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries out what an event from outside, or the withdrawal of every melding, means for the measures that a case started, as the table
 * {@code gebeurtenis-gevolgen} says. Each
 * line on a time line names the number of the other case, so that it is hidden from who may not see that case.
 */
@Component
@Norm({"BUN-T19.06-02", "BUN-T19.06-03"})
class Gebeurtenisgevolgen {

    /** Every melding of the case was withdrawn: the table knows it beside the kinds of {@code Gebeurteniscontrole}. */
    static final String INGETROKKEN = "ingetrokken";

    private static final String TABEL = "gebeurtenis-gevolgen";
    private static final String PROCES = GebeurtenisBeoordelenModel.PROCES;
    private static final String GEEN = "geen";
    private static final String STOPPEN = "maatregel-stoppen";
    private static final String GESTOPT = "gestopt";

    private final Zaken zaken;
    private final Procesengine engine;
    private final Rolbeleid rollen;
    private final Briefaanhouding brieven;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Tijdlijn tijdlijn;
    private final JdbcClient jdbc;
    private final Clock klok;

    Gebeurtenisgevolgen(Zaken zaken, Procesengine engine, Rolbeleid rollen, Briefaanhouding brieven,
            ApplicationEventPublisher gebeurtenissen, Tijdlijn tijdlijn, JdbcClient jdbc, Clock klok) {
        this.zaken = zaken;
        this.engine = engine;
        this.rollen = rollen;
        this.brieven = brieven;
        this.gebeurtenissen = gebeurtenissen;
        this.tijdlijn = tijdlijn;
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /** Applies the table to every measure that the case started. */
    void pasToe(Zaak zaak, String gebeurtenis) {
        zaken.gestartVanuit(zaak.id(), Maatregelstart.KOPPELING).forEach(maatregel -> pasToe(zaak, zaken.vergrendel(maatregel.id()), gebeurtenis));
    }

    /** Applies the table to a case whose own model has no part for events. */
    void pasToeOpZaakZelf(Zaak zaak, String gebeurtenis) {
        pasToe(zaak, zaak, gebeurtenis);
    }

    private void pasToe(Zaak zaak, Zaak maatregel, String gebeurtenis) {
        boolean open = maatregel.status() == Zaakstatus.OPEN;
        Map<String, Object> gevolg = engine.beslis(TABEL, Map.of("gebeurtenis", gebeurtenis, "procedure", maatregel.procedure(),
                "stand", open ? "open" : "gesloten", "uitkomst", maatregel.uitkomst() == null ? "" : maatregel.uitkomst()));
        String effect = (String) gevolg.get("effect");
        String toelichting = (String) gevolg.get("toelichting");
        if (GEEN.equals(effect)) {
            return;
        }
        jdbc.sql("insert into gebeurtenis_gevolg (zaak_id, maatregel_id, soort, effect, toelichting, moment) values (?, ?, ?, ?, ?, ?)")
                .params(zaak.id(), maatregel.id(), gebeurtenis, effect, toelichting, Timestamp.from(klok.instant())).update();
        if (zaak.id().equals(maatregel.id())) {
            tijdlijn.noteer(zaak.id(), "gebeurtenis-gevolg", toelichting, null, null);
        } else {
            tijdlijn.noteer(zaak.id(), "gebeurtenis-gevolg", "Maatregel " + engine.naam(maatregel.procedure()) + " (" + maatregel.zaaknummer() + "): " + toelichting,
                    null, null);
            tijdlijn.noteer(maatregel.id(), "gebeurtenis-gevolg", "In zaak " + zaak.zaaknummer() + ": " + toelichting, null, null);
        }
        switch (effect) {
            case "stoppen" -> {
                gebeurtenissen.publishEvent(new ZaakGestopt(maatregel.id(), gebeurtenis));
                stop(maatregel, gebeurtenis);
            }
            case "beoordelen", "ongedaan-maken" -> {
                brieven.houdAan(maatregel.id(), Gebeurteniswoorden.van(gebeurtenis) + ".");
                engine.start(PROCES, maatregel,
                        Map.of("gebeurtenisSoort", gebeurtenis, "gevolgRol", rollen.rol(maatregel.gemeente(), maatregel.procedure())));
            }
            case "loopt-door" -> { }
            default -> throw new IllegalStateException("De tabel " + TABEL + " noemt een effect dat er niet is: " + effect);
        }
    }

    /** A measure whose model has its own way to stop takes it; else its process ends. */
    private void stop(Zaak maatregel, String gebeurtenis) {
        if (engine.wachtOp(STOPPEN, maatregel.procesInstantieId())) {
            engine.bericht(STOPPEN, maatregel.procesInstantieId(), Map.of("stopreden", gebeurtenis));
        } else {
            engine.stop(maatregel, GESTOPT, gebeurtenis);
        }
    }

    /** What the event meant, one sentence a measure, for who handles the case: restricted measures are left out. */
    String leesbaar(UUID zaakId) {
        List<String> regels = jdbc.sql("""
                select z.procedure, z.zaaknummer, g.toelichting from gebeurtenis_gevolg g join zaak z on z.id = g.maatregel_id
                where g.zaak_id = ? order by g.id""").param(zaakId)
                .query((rs, n) -> BeperkteProcedures.isBeperkt(rs.getString("procedure")) ? ""
                        : engine.naam(rs.getString("procedure")) + " (" + rs.getString("zaaknummer") + "): " + rs.getString("toelichting"))
                .list().stream().filter(r -> !r.isEmpty()).toList();
        return regels.isEmpty() ? "Geen." : String.join(" ", regels);
    }

    /** The measures of a case that was joined with another are now that other's, and with them what an event meant for them. */
    @EventListener
    void voortgezet(ZaakVoortgezet zaak) {
        jdbc.sql("update gebeurtenis_gevolg set zaak_id = ? where zaak_id = ?").params(zaak.naar(), zaak.van()).update();
    }

    /** What the last event meant for this measure. */
    String voorMaatregel(UUID maatregelId) {
        return jdbc.sql("select toelichting from gebeurtenis_gevolg where maatregel_id = ? order by id desc limit 1").param(maatregelId)
                .query(String.class).single();
    }
}
