package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.LEERLING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MAATREGELEN;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts each measure that the officer chose as a case of its own, linked to this one; this case does not wait for it. */
@Component("maatregelenStarten")
@Norm({"NOP-4.0.00-01", "NOP-4.0.00-02", "NOP-1.5.00-05"})
class MaatregelenStarten implements JavaDelegate {

    private final Zaken zaken;
    private final Procesengine engine;
    private final Tijdlijn tijdlijn;

    MaatregelenStarten(Zaken zaken, Procesengine engine, Tijdlijn tijdlijn) {
        this.zaken = zaken;
        this.engine = engine;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        MAATREGELEN.optioneel(execution).stream()
                .flatMap(m -> Arrays.stream(m.split(","))).map(String::strip).filter(m -> !m.isEmpty())
                .forEach(procedure -> start(execution, zaakId, procedure));
        // Chosen measures belong to this round only.
        MAATREGELEN.zet(execution, null);
    }

    private void start(DelegateExecution execution, UUID zaakId, String procedure) {
        Zaak maatregel = zaken.open(GEMEENTE.van(execution), procedure, LEERLING_ID.van(execution));
        zaken.koppel(zaakId, maatregel.id(), "maatregel");
        String proces = engine.start(procedure, maatregel, Map.of());
        zaken.koppelProces(maatregel.id(), proces);
        tijdlijn.noteer(zaakId, "maatregel-gestart", "Maatregel gestart: " + procedure + " (" + maatregel.zaaknummer() + ")", null, null);
        tijdlijn.noteer(maatregel.id(), "zaak-geopend", "Gestart vanuit " + execution.getProcessBusinessKey(), null, null);
    }
}
