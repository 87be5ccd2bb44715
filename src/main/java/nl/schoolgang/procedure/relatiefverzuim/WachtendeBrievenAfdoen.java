package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.BRIEFBESLUIT;

import java.util.UUID;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carries out what the officer decided about letters that an event from outside held; without a decision they do not go out. */
@Component("wachtendeBrievenAfdoen")
class WachtendeBrievenAfdoen implements JavaDelegate {

    private static final String VERSTUREN = "versturen";

    private final Briefaanhouding brieven;
    private final Tijdlijn tijdlijn;

    WachtendeBrievenAfdoen(Briefaanhouding brieven, Tijdlijn tijdlijn) {
        this.brieven = brieven;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        int aantal = brieven.aangehouden(zaakId).size();
        if (aantal == 0) {
            return;
        }
        String besluit = BRIEFBESLUIT.optioneel(execution).orElse(null);
        if (VERSTUREN.equals(besluit)) {
            brieven.geefVrij(zaakId, null);
            tijdlijn.noteer(zaakId, "brieven-beoordeeld", "Aangehouden brieven beoordeeld: " + aantal + " gaan alsnog uit", null, null);
        } else {
            brieven.laatVervallen(zaakId, null);
            tijdlijn.noteer(zaakId, "brieven-beoordeeld", "Aangehouden brieven beoordeeld: " + aantal + " gaan niet uit"
                    + (besluit == null ? " (er is niets anders gekozen)" : ""), null, null);
        }
    }
}
