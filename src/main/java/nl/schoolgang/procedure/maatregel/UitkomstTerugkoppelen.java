package nl.schoolgang.procedure.maatregel;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.Map;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Variabele;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the outcome of a measure to every case that started it: on its time line, and as a task while it is open. */
@Component("uitkomstTerugkoppelen")
class UitkomstTerugkoppelen implements JavaDelegate {

    private static final Variabele<String> UITKOMST = Variabele.tekst("uitkomst");

    private final Zaken zaken;
    private final Procesengine engine;
    private final Tijdlijn tijdlijn;

    UitkomstTerugkoppelen(Zaken zaken, Procesengine engine, Tijdlijn tijdlijn) {
        this.zaken = zaken;
        this.engine = engine;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Zaak maatregel = zaken.metId(ZAAK_ID.van(execution));
        String uitkomst = UITKOMST.van(execution);
        zaken.gestartDoor(maatregel.id()).forEach(zaak -> {
            tijdlijn.noteer(zaak.id(), "maatregel-afgerond",
                    "Maatregel " + maatregel.procedure() + " (" + maatregel.zaaknummer() + ") afgerond: " + uitkomst, null, null);
            if (zaak.status() == Zaakstatus.OPEN) {
                engine.bericht("maatregel-afgerond", zaak.procesInstantieId(), Map.of(
                        "maatregelZaakId", maatregel.id().toString(),
                        "maatregelProcedure", maatregel.procedure(),
                        "maatregelUitkomst", uitkomst));
            }
        });
    }
}
