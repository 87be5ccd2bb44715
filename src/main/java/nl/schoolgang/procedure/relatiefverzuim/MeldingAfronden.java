package nl.schoolgang.procedure.relatiefverzuim;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the thread of one melding: reported back, reporter spoken to, judged. */
@Component("meldingAfronden")
class MeldingAfronden implements JavaDelegate {

    private final Meldingsafloop afloop;

    MeldingAfronden(Meldingsafloop afloop) {
        this.afloop = afloop;
    }

    @Override
    public void execute(DelegateExecution execution) {
        afloop.afgewikkeld(execution);
    }
}
