package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAKSTATUS;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Zaakgebeurtenis;
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

    /** Answer of the officer: {@code brief} when the closing letters go out. */
    private static final String BRIEF_VERZENDING = "briefVerzending";

    private final Meldingen meldingen;
    private final Berichten berichten;
    private final Tijdlijn tijdlijn;
    private final Melderbericht melder;
    private final Meldingsafloop afloop;
    private final WachtendeBrievenAfdoen wachtend;
    private final Clock klok;

    MeldingenAfsluiten(Meldingen meldingen, Berichten berichten, Tijdlijn tijdlijn, Melderbericht melder, Meldingsafloop afloop,
            WachtendeBrievenAfdoen wachtend, Clock klok) {
        this.afloop = afloop;
        this.wachtend = wachtend;
        this.meldingen = meldingen;
        this.berichten = berichten;
        this.tijdlijn = tijdlijn;
        this.melder = melder;
        this.klok = klok;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        String gebeurtenis = GEBEURTENIS.optioneel(execution).orElse(null);
        meldingen.vanZaak(zaakId).stream()
                .filter(m -> !m.isIngetrokken() && m.afgeslotenOp() == null)
                .forEach(m -> sluitAf(zaakId, GEMEENTE.van(execution), m, gebeurtenis, (String) execution.getVariable(BRIEF_VERZENDING)));
        // What was held when the meldingen were withdrawn says nothing true any more, and nobody judges it after this.
        wachtend.afdoen(zaakId, null);
        // At 18 what went on is in another case; only withdrawn meldingen may be left here.
        boolean ingetrokken = !Zaakgebeurtenis.ACHTTIEN_GEWORDEN.equals(gebeurtenis) && afloop.allesIngetrokken(zaakId);
        ZAAKSTATUS.zet(execution, ingetrokken ? "ingetrokken" : "afgesloten");
    }

    /** @param gebeurtenis what ended the case from outside; null when it was handled to its end */
    void sluitAf(UUID zaakId, String gemeente, Melding melding, String gebeurtenis, String briefVerzending) {
        String aan = Bronnen.ontvanger(melding);
        String status = "geregistreerd".equals(melding.oordeel()) ? "Ter kennisgeving aangenomen" : "Afgesloten";
        // Who has no e-mail address gets the closing letter instead of a message, where letters go out: never both.
        boolean perBrief = "brief".equals(briefVerzending) && !Melding.BRON_DUO.equals(aan) && melder.adres(melding, aan) == null;
        // Of a pupil who died only the register hears that it is closed: nobody gets a letter about it.
        boolean bericht = !perBrief && (!Zaakgebeurtenis.OVERLEDEN.equals(gebeurtenis) || Melding.BRON_DUO.equals(aan));
        if (bericht) {
            berichten.zetKlaar(melder.maak(zaakId, gemeente, melding, "afsluiting", aan, Map.of(
                    "meldingsnummer", melding.meldingsnummer(), "status", status, "reden", reden(melding, gebeurtenis))));
        }
        Instant nu = klok.instant();
        meldingen.afgesloten(melding.id(), nu);
        if (melding.afgewikkeldOp() == null) {
            meldingen.afgewikkeld(melding.id(), nu);
        }
        tijdlijn.noteer(zaakId, "melding-afgesloten", "Melding " + melding.meldingsnummer() + " afgesloten (" + status + ")"
                + (perBrief ? ", " + Bronnen.inWoorden(aan) + " krijgt een brief" : bericht ? ", bericht klaargezet voor " + Bronnen.inWoorden(aan) : ", zonder bericht"), null, melding.id());
    }

    /** DUO and others are not told that the pupil died: the register knows it from the BRP. */
    private static String reden(Melding melding, String gebeurtenis) {
        if (gebeurtenis != null && !Zaakgebeurtenis.OVERLEDEN.equals(gebeurtenis)) {
            return gebeurtenis;
        }
        return melding.oordeel() == null || Meldingsafloop.GEEN_CONTACT.equals(melding.oordeel()) ? "afgehandeld" : melding.oordeel();
    }
}
