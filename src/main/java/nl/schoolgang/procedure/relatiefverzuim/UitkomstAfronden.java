package nl.schoolgang.procedure.relatiefverzuim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The outcome of a measure was judged; a case that waits for it goes on. */
@Component("uitkomstAfronden")
class UitkomstAfronden implements JavaDelegate {

    private final Meldingsafloop afloop;

    UitkomstAfronden(Meldingsafloop afloop) {
        this.afloop = afloop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        afloop.uitkomstBeoordeeld(execution);
    }
}
