package nl.schoolgang.werkvoorraad;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import nl.schoolgang.engine.TaakBeeindigd;
import nl.schoolgang.engine.TaakGemaakt;
import nl.schoolgang.engine.TaakToegewezen;
import nl.schoolgang.engine.TaakVerschoven;
import nl.schoolgang.engine.Uitlegbeleid;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Inschrijving;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.leerling.School;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Termijncatalogus;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the inbox' read model in step with the engine, in the engine's own transaction: they never differ. */
@Component
class Taakprojectie {

    private static final int GEEN_TERMIJN = 4;

    private final JdbcClient jdbc;
    private final Zaken zaken;
    private final Leerlingen leerlingen;
    private final Scholen scholen;
    private final Meldingen meldingen;
    private final Termijncatalogus termijnen;
    private final Clock klok;
    private final Uitlegbeleid uitleg;

    Taakprojectie(JdbcClient jdbc, Zaken zaken, Leerlingen leerlingen, Scholen scholen, Meldingen meldingen, Termijncatalogus termijnen,
            Clock klok, Uitlegbeleid uitleg) {
        this.uitleg = uitleg;
        this.jdbc = jdbc;
        this.zaken = zaken;
        this.leerlingen = leerlingen;
        this.scholen = scholen;
        this.meldingen = meldingen;
        this.termijnen = termijnen;
        this.klok = klok;
    }

    @EventListener
    void gemaakt(TaakGemaakt taak) {
        Zaak zaak = zaken.metNummer(taak.zaaknummer())
                .orElseThrow(() -> new IllegalStateException("Taak " + taak.taakId() + " hoort bij geen zaak"));
        LocalDate laatsteDag = taak.vervalmoment() == null ? null
                : taak.vervalmoment().toInstant().atZone(Tijdzone.AMSTERDAM).toLocalDate().minusDays(1);
        int gewicht = taak.termijnCode() == null ? GEEN_TERMIJN
                : termijnen.zoek(taak.termijnCode(), taak.gemeente()).soort().gewicht();
        jdbc.sql("""
                insert into werkvoorraad_taak (taak_id, gemeente, zaak_id, zaaknummer, procedure, definitie, naam, uitleg, rol, leerling_id,
                    leerling_naam, school_naam, melding_id, meldingsnummer, termijn_code, laatste_dag, gewicht, gemaakt_op, moment)
                values (:taak, :gemeente, :zaak, :zaaknummer, :procedure, :definitie, :naam, :uitleg, :rol, :leerling, :leerlingNaam, :school,
                    :melding, :meldingsnummer, :termijn, :laatsteDag, :gewicht, :nu, :moment)""")
                .param("taak", taak.taakId()).param("gemeente", taak.gemeente()).param("zaak", zaak.id())
                .param("zaaknummer", zaak.zaaknummer()).param("procedure", zaak.procedure()).param("definitie", taak.definitie())
                .param("naam", taak.naam()).param("uitleg", uitleg.uitleg(taak.uitleg(), zaak.procedure(), taak.definitie(), taak.gemeente())).param("rol", taak.rol()).param("leerling", zaak.leerlingId())
                .param("leerlingNaam", leerlingen.metId(zaak.leerlingId()).naam()).param("school", schoolNaam(taak, zaak))
                .param("melding", taak.meldingId()).param("meldingsnummer", taak.meldingsnummer()).param("termijn", taak.termijnCode())
                .param("laatsteDag", laatsteDag).param("gewicht", gewicht).param("nu", Timestamp.from(klok.instant()))
                .param("moment", taak.moment() == null ? null : Timestamp.from(taak.moment().toInstant()), Types.TIMESTAMP).update();
    }

    @EventListener
    void toegewezen(TaakToegewezen taak) {
        jdbc.sql("update werkvoorraad_taak set behandelaar = ? where taak_id = ?").params(taak.gebruikersnaam(), taak.taakId()).update();
    }

    @EventListener
    void verschoven(TaakVerschoven taak) {
        LocalDate laatsteDag = taak.vervalmoment().toInstant().atZone(Tijdzone.AMSTERDAM).toLocalDate().minusDays(1);
        jdbc.sql("update werkvoorraad_taak set laatste_dag = ? where taak_id = ?").params(laatsteDag, taak.taakId()).update();
    }

    @EventListener
    void beeindigd(TaakBeeindigd taak) {
        jdbc.sql("delete from werkvoorraad_taak where taak_id = ?").param(taak.taakId()).update();
    }

    private String schoolNaam(TaakGemaakt taak, Zaak zaak) {
        Melding melding = taak.meldingId() == null ? null : meldingen.metId(taak.meldingId());
        if (melding != null && melding.schoolId() != null) {
            return scholen.metId(melding.schoolId()).aanduiding();
        }
        LocalDate vandaag = LocalDate.now(klok);
        return leerlingen.inschrijvingen(zaak.leerlingId()).stream().filter(i -> i.tot() == null || !i.tot().isBefore(vandaag)).findFirst()
                .map(Inschrijving::school).map(School::aanduiding).orElse(null);
    }
}
