package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.AANGEKONDIGDE_ACTIE;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ACTIE_AANGEKONDIGD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ONGEOORLOOFD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.OORDEEL;

import java.util.Map;
import java.util.UUID;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what was concluded of one melding and tells it to the case. */
@Component("oordeelDoorgeven")
@Norm({"BUN-T06.00-06", "BUN-T06.03-05", "BUN-T06.03-06", "BUN-T19.02-02", "BUN-T19.02-03", "NOP-2.2.01-03"})
class OordeelDoorgeven implements JavaDelegate {

    private static final Map<String, String> WOORDEN = Map.of(
            "ongeoorloofd", "ongeoorloofd verzuim",
            Meldingsafloop.GEEN_CONTACT, "geen contact gekregen, nog geen oordeel over het verzuim",
            "geoorloofd", "geen ongeoorloofd verzuim",
            "gestopt", "het verzuim is gestopt",
            "geregistreerd", "alleen geregistreerd",
            "gewaarschuwd", "ongeoorloofd verzuim, een waarschuwingsbrief zonder gesprek");

    /** No judgement yet: the letter asked for an answer. */
    private static final String WACHT_OP_ANTWOORD = "wacht-op-antwoord";

    private final Meldingen meldingen;
    private final Meldingsafloop afloop;
    private final Tijdlijn tijdlijn;

    OordeelDoorgeven(Meldingen meldingen, Meldingsafloop afloop, Tijdlijn tijdlijn) {
        this.meldingen = meldingen;
        this.afloop = afloop;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        UUID meldingId = MELDING_ID.van(execution);
        String oordeel = OORDEEL.van(execution);
        if (WACHT_OP_ANTWOORD.equals(oordeel)) {
            tijdlijn.noteer(zaakId, "melding-wacht-op-antwoord", "Melding " + MELDINGSNUMMER.van(execution)
                    + ": het antwoord op de brief wordt afgewacht", null, meldingId);
            return;
        }
        meldingen.oordeel(meldingId, oordeel);
        tijdlijn.noteer(zaakId, "melding-beoordeeld",
                "Melding " + MELDINGSNUMMER.van(execution) + ": " + WOORDEN.get(oordeel), null, meldingId);
        AANGEKONDIGDE_ACTIE.optioneel(execution).filter("ja"::equals).ifPresent(ja -> ACTIE_AANGEKONDIGD.zet(execution, true));
        if (Meldingsafloop.vraagtGesprek(oordeel)) {
            ONGEOORLOOFD.zet(execution, true);
            afloop.ongeoorloofd(execution);
        } else {
            afloop.geenVervolgIndienAllesBeoordeeld(zaakId, execution.getProcessInstanceId());
        }
    }
}
