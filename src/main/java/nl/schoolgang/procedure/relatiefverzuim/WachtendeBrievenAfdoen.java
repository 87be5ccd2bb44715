package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.BRIEFBESLUIT;

import java.util.UUID;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Carries out what the officer decided about letters that are held because of an event from outside or because every melding was withdrawn;
 * without a decision they do not go out.
 */
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
        afdoen(ZAAK_ID.van(execution), BRIEFBESLUIT.optioneel(execution).orElse(null));
    }

    /** @param besluit code of the decision; null: none was asked or given */
    void afdoen(UUID zaakId, String besluit) {
        int aantal = brieven.aangehouden(zaakId).size();
        if (aantal == 0) {
            return;
        }
        if (VERSTUREN.equals(besluit)) {
            int vrij = brieven.geefVrij(zaakId, null);
            tijdlijn.noteer(zaakId, "brieven-beoordeeld", "Aangehouden brieven beoordeeld: " + vrij + " gaan alsnog uit"
                    + (vrij == aantal ? "" : ", " + (aantal - vrij) + " aan ouders niet (de jongere is 18 jaar of ouder)"), null, null);
        } else {
            brieven.laatVervallen(zaakId, null);
            tijdlijn.noteer(zaakId, "brieven-beoordeeld", "Aangehouden brieven beoordeeld: " + aantal + " gaan niet uit"
                    + (besluit == null ? " (er is niets anders gekozen)" : ""), null, null);
        }
    }
}
