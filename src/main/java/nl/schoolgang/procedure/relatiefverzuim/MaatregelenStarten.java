package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.LEERLING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.UUID;
import nl.schoolgang.normen.Norm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts each measure that the officer chose as a case of its own, linked to this one; this case does not wait for it. */
@Component("maatregelenStarten")
@Norm({"NOP-4.0.00-01", "NOP-4.0.00-02", "NOP-1.5.00-05"})
class MaatregelenStarten implements JavaDelegate {

    private final Maatregelkeuze keuze;
    private final Maatregelstart maatregelstart;

    MaatregelenStarten(Maatregelkeuze keuze, Maatregelstart maatregelstart) {
        this.keuze = keuze;
        this.maatregelstart = maatregelstart;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        keuze.neem(zaakId).forEach(m -> maatregelstart.start(zaakId, GEMEENTE.van(execution), LEERLING_ID.van(execution), m));
    }
}
