package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.GEWAARSCHUWD;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.GEWAARSCHUWDEN;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.TOETS_ADVIES;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.WaarschuwingVariabelen.UITKOMST;

import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts on the time line what the officer decided, for whom, and whether it departs from the advice of the table; the reason is in the dossier. */
@Component("waarschuwingVastleggen")
@Norm({"BUN-02.07-02", "BUN-T06.00-07", "NOP-INL.02-01"})
class WaarschuwingVastleggen implements JavaDelegate {

    private final Tijdlijn tijdlijn;

    WaarschuwingVastleggen(Tijdlijn tijdlijn) {
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean gewaarschuwd = GEWAARSCHUWD.equals(UITKOMST.van(execution));
        String wat = gewaarschuwd ? "Schriftelijke waarschuwing voor " + GEWAARSCHUWDEN.van(execution).replace(",", " en ")
                : "Geen schriftelijke waarschuwing";
        String afwijking = switch (TOETS_ADVIES.van(execution)) {
            case "mag" -> gewaarschuwd ? "" : ", anders dan de tabel adviseerde";
            case "mag-niet" -> gewaarschuwd ? ", anders dan de tabel adviseerde" : "";
            default -> "";
        };
        tijdlijn.noteer(ZAAK_ID.van(execution), "waarschuwing-beslist", wat + afwijking + ".", null, null);
    }
}
