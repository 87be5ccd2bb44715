package nl.schoolgang.procedure.relatiefverzuim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether a melding or the outcome of a measure still has work of its own; then the case waits for it before it closes. */
@Component("afwikkelingNagaan")
class AfwikkelingNagaan implements JavaDelegate {

    private final Meldingsafloop afloop;

    AfwikkelingNagaan(Meldingsafloop afloop) {
        this.afloop = afloop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        afloop.ietsOpenNagaan(execution);
    }
}
