package nl.schoolgang.procedure.maatregel;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAKSTATUS;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import nl.schoolgang.engine.Variabele;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Ends a measure that something from outside stopped (message {@code maatregel-stoppen}) before it was carried out: its case is withdrawn,
 * with the reason on the time line. The case that started it knows: it is the one that stops it.
 */
@Component("maatregelGestopt")
class MaatregelGestopt implements JavaDelegate {

    private static final Variabele<String> UITKOMST = Variabele.tekst("uitkomst");
    /** Code of the event, handed in with the message; may be absent. */
    private static final Variabele<String> STOPREDEN = Variabele.tekst("stopreden");
    private static final String GESTOPT = "gestopt";

    private final Tijdlijn tijdlijn;

    MaatregelGestopt(Tijdlijn tijdlijn) {
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UITKOMST.zet(execution, GESTOPT);
        ZAAKSTATUS.zet(execution, Zaakstatus.INGETROKKEN.code());
        String reden = STOPREDEN.optioneel(execution).map(r -> ": " + r.replace('-', ' ')).orElse("");
        tijdlijn.noteer(ZAAK_ID.van(execution), "maatregel-gestopt", "De maatregel stopt door een gebeurtenis van buiten" + reden + ".", null, null);
    }
}
