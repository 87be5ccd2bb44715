package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ACTIE_AANGEKONDIGD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.EERDER_HALT;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.LEEFTIJD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.LUXE;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.LUXE_ACTIEDAG;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.LUXE_MEER_DAN_EEN_DAG;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.RECIDIVE;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.UREN;

import nl.schoolgang.normen.Norm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gathers the facts on which the table {@code vervolg-advies} advises what to do when talking has not ended the absence. */
@Component("vervolgfeitenBepalen")
@Norm({"NOP-4.0.00-01", "NOP-4.0.00-02", "BUN-06.17-05"})
class VervolgfeitenBepalen implements JavaDelegate {

    private final Verzuimfeiten feiten;

    VervolgfeitenBepalen(Verzuimfeiten feiten) {
        this.feiten = feiten;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Verzuimfeiten.VanZaak f = feiten.vanZaak(ZAAK_ID.van(execution));
        UREN.zet(execution, f.uren());
        LUXE.zet(execution, f.luxe());
        LUXE_MEER_DAN_EEN_DAG.zet(execution, f.luxeMeerDanEenDag());
        LUXE_ACTIEDAG.zet(execution, f.luxeVoorVakantie() && ACTIE_AANGEKONDIGD.optioneel(execution).orElse(false));
        RECIDIVE.zet(execution, f.recidive());
        EERDER_HALT.zet(execution, f.eerderHalt());
        LEEFTIJD.zet(execution, f.leeftijd());
    }
}
