package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAKSTATUS;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Closes every melding of the case with whom it came from: DUO, or the school or person outside DUO. A melding that the
 * school itself withdrew is closed there already.
 */
@Component("meldingenAfsluiten")
@Norm({"BUN-06.08-03", "BUN-06.08-08", "NOP-3.2.03-01", "NOP-3.2.03-05"})
class MeldingenAfsluiten implements JavaDelegate {

    private final Meldingen meldingen;
    private final Berichten berichten;
    private final Tijdlijn tijdlijn;
    private final Meldingsafloop afloop;
    private final Clock klok;

    MeldingenAfsluiten(Meldingen meldingen, Berichten berichten, Tijdlijn tijdlijn, Meldingsafloop afloop, Clock klok) {
        this.afloop = afloop;
        this.meldingen = meldingen;
        this.berichten = berichten;
        this.tijdlijn = tijdlijn;
        this.klok = klok;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        meldingen.vanZaak(zaakId).stream()
                .filter(m -> !m.isIngetrokken() && m.afgeslotenOp() == null)
                .forEach(m -> sluitAf(zaakId, GEMEENTE.van(execution), m));
        ZAAKSTATUS.zet(execution, afloop.allesIngetrokken(zaakId) ? "ingetrokken" : "afgesloten");
    }

    private void sluitAf(UUID zaakId, String gemeente, Melding melding) {
        String aan = Bronnen.ontvanger(melding);
        String status = "geregistreerd".equals(melding.oordeel()) ? "Ter kennisgeving aangenomen" : "Afgesloten";
        berichten.zetKlaar(Bronnen.bericht(zaakId, gemeente, melding, "afsluiting", aan, Map.of(
                "meldingsnummer", melding.meldingsnummer(),
                "status", status,
                "reden", melding.oordeel() == null ? "afgehandeld" : melding.oordeel())));
        meldingen.afgesloten(melding.id(), klok.instant());
        tijdlijn.noteer(zaakId, "melding-afgesloten",
                "Melding " + melding.meldingsnummer() + " afgesloten (" + status + "), bericht klaargezet voor " + Bronnen.inWoorden(aan), null, melding.id());
    }
}
