package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.VERZUIM_VOORBIJ;

import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The pupil is 18: every melding that goes on moves to a linked case of verzuim 18-plus, which the RMC-consulent takes up. */
@Component("overdragen18Plus")
@Norm({"BUN-07.01-01", "BUN-07.02-01", "BUN-07.03-01"})
class Overdragen18Plus implements JavaDelegate {

    private final Zaken zaken;
    private final Overdracht18Plus overdracht;

    Overdragen18Plus(Zaken zaken, Overdracht18Plus overdracht) {
        this.zaken = zaken;
        this.overdracht = overdracht;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Zaak zaak = zaken.metId(ZAAK_ID.van(execution));
        overdracht.draagOver(zaak, VERZUIM_VOORBIJ.optioneel(execution).orElse(false));
    }
}
