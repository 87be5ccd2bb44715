package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MELDINGEN_OPEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether a melding of the case still has work of its own; then the case waits for it before it closes. */
@Component("afwikkelingNagaan")
class AfwikkelingNagaan implements JavaDelegate {

    private final Meldingsafloop afloop;

    AfwikkelingNagaan(Meldingsafloop afloop) {
        this.afloop = afloop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MELDINGEN_OPEN.zet(execution, afloop.ietsOpen(ZAAK_ID.van(execution)));
    }
}
