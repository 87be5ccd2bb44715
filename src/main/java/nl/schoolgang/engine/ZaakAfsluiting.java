package nl.schoolgang.engine;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAKSTATUS;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Closes a case with its outcome when its process ends, so that a case is open exactly as long as its process lives. Put on every process
 * by the parse listener; called processes, and processes that follow up a closed case, close nothing.
 */
@Component
class ZaakAfsluiting implements ExecutionListener {

    /** Of a case with meldingen, and of a measure; the names are those of the forms. */
    private static final Variabele<String> AFSLUITREDEN = Variabele.tekst("afsluitreden");
    private static final Variabele<String> UITKOMST = Variabele.tekst("uitkomst");

    private final Zaken zaken;

    ZaakAfsluiting(Zaken zaken) {
        this.zaken = zaken;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getSuperExecution() != null) {
            return;
        }
        ZAAK_ID.optioneel(execution).map(zaken::metId)
                .filter(zaak -> zaak.status() == Zaakstatus.OPEN && isEigenProces(zaak, execution))
                .ifPresent(zaak -> zaken.sluit(zaak.id(),
                        Zaakstatus.vanCode(ZAAKSTATUS.optioneel(execution).orElse(Zaakstatus.AFGESLOTEN.code())), uitkomst(execution)));
    }

    private static String uitkomst(DelegateExecution execution) {
        return AFSLUITREDEN.optioneel(execution).or(() -> UITKOMST.optioneel(execution)).orElse(null);
    }

    private static boolean isEigenProces(Zaak zaak, DelegateExecution execution) {
        return execution.getProcessInstanceId().equals(zaak.procesInstantieId());
    }
}
