package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

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
        afloop.afgewikkeld(ZAAK_ID.van(execution), MELDING_ID.van(execution), execution.getProcessInstanceId());
    }
}
