package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ACTIE_AANGEKONDIGD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MELDINGEN_OPEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ONGEOORLOOFD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.OPEN_UITKOMSTEN;

import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case in the pupil's dossier; the dossier itself is there as soon as the pupil is known. */
@Component("dossierOpenen")
@Norm({"BUN-06.01-04", "BUN-06.01-05"})
class DossierOpenen implements JavaDelegate {

    private final Tijdlijn tijdlijn;

    DossierOpenen(Tijdlijn tijdlijn) {
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ONGEOORLOOFD.zet(execution, false);
        MELDINGEN_OPEN.zet(execution, true);
        OPEN_UITKOMSTEN.zet(execution, 0);
        ACTIE_AANGEKONDIGD.zet(execution, false);
        tijdlijn.noteer(ZAAK_ID.van(execution), "zaak-geopend", "Zaak geopend in het leerlingdossier", null, null);
    }
}
