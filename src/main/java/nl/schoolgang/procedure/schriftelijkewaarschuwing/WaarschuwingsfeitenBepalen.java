package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.LEERLING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.EERDERE_OVERTREDING;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.GEWAARSCHUWD;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.JA;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.LEEFTIJD;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.LUXE;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.NEE;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.ONBEKEND;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.OPZET;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.PROCES;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.SCHOOLDAGEN;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.UREN;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.VERWIJTBAAR;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.VERWIJTBAAR_JONGERE;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.VERWIJTBAAR_OUDERS;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.ZORG;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Looks up what is known already, so that nobody types it twice: the extent of the absence from the meldingen of the case that chose the
 * warning, and the officer's judgement (culpability, intent, care, recidive) from that case's own process. What is not known there, or
 * when no case chose it, is {@code onbekend}: the officer weighs.
 */
@Component("waarschuwingsfeitenBepalen")
@Norm({"BUN-06.09-02", "BUN-06.09-03", "BUN-06.09-04", "BUN-T06.14-01", "BUN-T06.00-02", "NOP-4.3.02-03", "NOP-4.3.02-04", "NOP-4.3.02-05"})
class WaarschuwingsfeitenBepalen implements JavaDelegate {

    private static final int AANSPREEKBAAR_VANAF = 12;
    /** Set by the case that chose the warning, when it advised on measures. */
    private static final String RECIDIVE = "recidive";

    private final Zaken zaken;
    private final Meldingen meldingen;
    private final Leerlingen leerlingen;
    private final Gemeenten gemeenten;
    private final Kalender kalender;
    private final Clock klok;

    WaarschuwingsfeitenBepalen(Zaken zaken, Meldingen meldingen, Leerlingen leerlingen, Gemeenten gemeenten, Kalender kalender, Clock klok) {
        this.zaken = zaken;
        this.meldingen = meldingen;
        this.leerlingen = leerlingen;
        this.gemeenten = gemeenten;
        this.kalender = kalender;
        this.klok = klok;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Zaak> gekozenIn = zaken.gestartDoor(ZAAK_ID.van(execution));
        omvang(execution, gekozenIn);
        int leeftijd = leerlingen.metId(LEERLING_ID.van(execution)).leeftijdOp(LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM)));
        LEEFTIJD.zet(execution, leeftijd);
        Map<String, Object> oordeel = oordeel(execution.getProcessEngineServices().getRuntimeService(), gekozenIn);
        String ouders = tekst(oordeel, VERWIJTBAAR_OUDERS.naam());
        String jongere = leeftijd < AANSPREEKBAAR_VANAF ? NEE : tekst(oordeel, VERWIJTBAAR_JONGERE.naam());
        VERWIJTBAAR_OUDERS.zet(execution, ouders);
        VERWIJTBAAR_JONGERE.zet(execution, jongere);
        VERWIJTBAAR.zet(execution, iemand(ouders, jongere));
        OPZET.zet(execution, tekst(oordeel, OPZET.naam()));
        ZORG.zet(execution, tekst(oordeel, ZORG.naam()));
        EERDERE_OVERTREDING.zet(execution, eerdereOvertreding(LEERLING_ID.van(execution), ZAAK_ID.van(execution), oordeel.get(RECIDIVE)));
    }

    private void omvang(DelegateExecution execution, List<Zaak> gekozenIn) {
        List<Melding> tellend = gekozenIn.stream().flatMap(z -> meldingen.vanZaak(z.id()).stream()).filter(m -> !m.isIngetrokken()).toList();
        String regio = gemeenten.metCode(GEMEENTE.van(execution)).map(Gemeente::regio).orElseThrow();
        UREN.zet(execution, Verzuimomvang.uren(tellend).orElse(null));
        SCHOOLDAGEN.zet(execution, Verzuimomvang.schooldagen(tellend, kalender, regio).orElse(null));
        LUXE.zet(execution, tellend.stream().anyMatch(m -> "luxe".equals(m.soort())));
    }

    /** What the newest running case that chose the warning holds; empty when there is none. */
    private static Map<String, Object> oordeel(RuntimeService runtime, List<Zaak> gekozenIn) {
        return gekozenIn.stream().filter(z -> z.status() == Zaakstatus.OPEN && z.procesInstantieId() != null)
                .reduce((eerder, later) -> later)
                .map(z -> runtime.getVariables(z.procesInstantieId(), List.of(VERWIJTBAAR_OUDERS.naam(), VERWIJTBAAR_JONGERE.naam(),
                        OPZET.naam(), ZORG.naam(), RECIDIVE)))
                .orElseGet(Map::of);
    }

    /** A warning given before makes the next offence no first one, also within the same case. */
    private String eerdereOvertreding(UUID leerlingId, UUID dezeZaak, Object recidive) {
        boolean eerderGewaarschuwd = zaken.vanLeerling(leerlingId).stream()
                .anyMatch(z -> !z.id().equals(dezeZaak) && z.procedure().equals(PROCES) && GEWAARSCHUWD.equals(z.uitkomst()));
        if (eerderGewaarschuwd) {
            return JA;
        }
        return recidive == null ? ONBEKEND : Boolean.TRUE.equals(recidive) ? JA : NEE;
    }

    private static String iemand(String ouders, String jongere) {
        if (JA.equals(ouders) || JA.equals(jongere)) {
            return JA;
        }
        return NEE.equals(ouders) && NEE.equals(jongere) ? NEE : ONBEKEND;
    }

    private static String tekst(Map<String, Object> oordeel, String naam) {
        return (String) Objects.requireNonNullElse(oordeel.get(naam), ONBEKEND);
    }
}
