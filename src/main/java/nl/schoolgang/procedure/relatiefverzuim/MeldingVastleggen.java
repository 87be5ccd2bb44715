package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEMELD_DOOR_DIRECTEUR;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELDEN_AAN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELD_ACTIE;

import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Begins the thread of one melding: who reported it, and who is to hear what follows (DUO, or the school or person outside
 * DUO). The notification itself is a dossierstuk since its receipt.
 */
@Component("meldingVastleggen")
@Norm({"BUN-06.01-01", "BUN-06.01-02", "BUN-06.01-03", "BUN-06.01-06", "BUN-06.01-07"})
class MeldingVastleggen implements JavaDelegate {

    private final Meldingen meldingen;
    private final Tijdlijn tijdlijn;

    MeldingVastleggen(Meldingen meldingen, Tijdlijn tijdlijn) {
        this.meldingen = meldingen;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Melding melding = meldingen.metId(MELDING_ID.van(execution));
        GEMELD_DOOR_DIRECTEUR.zetLokaal(execution, melding.gemeldDoorDirecteur());
        TERUGMELDEN_AAN.zetLokaal(execution, Bronnen.ontvanger(melding));
        TERUGMELD_ACTIE.zetLokaal(execution, null);
        tijdlijn.noteer(ZAAK_ID.van(execution), "melding-in-behandeling",
                "Melding " + melding.meldingsnummer() + " in behandeling genomen", null, melding.id());
    }
}
