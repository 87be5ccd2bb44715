package nl.schoolgang.procedure.relatiefverzuim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A measure that this case started came back: its outcome holds the case open until it is judged. */
@Component("uitkomstOntvangen")
class UitkomstOntvangen implements JavaDelegate {

    private final Meldingsafloop afloop;

    UitkomstOntvangen(Meldingsafloop afloop) {
        this.afloop = afloop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        afloop.uitkomstOntvangen(execution);
    }
}
