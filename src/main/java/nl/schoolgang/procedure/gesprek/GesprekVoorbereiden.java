package nl.schoolgang.procedure.gesprek;

import static nl.schoolgang.engine.Zaakvariabelen.LEERLING_ID;
import static nl.schoolgang.procedure.gesprek.GesprekVariabelen.BEOORDELEN;
import static nl.schoolgang.procedure.gesprek.GesprekVariabelen.LEEFTIJD;
import static nl.schoolgang.procedure.gesprek.GesprekVariabelen.TOLK_NODIG;
import static nl.schoolgang.procedure.gesprek.GesprekVariabelen.UITNODIGING_NUMMER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.normen.Norm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up what the conversation needs to know of the people in it: the youth's age, and whether a parent needs an interpreter. */
@Component("gesprekVoorbereiden")
@Norm("BUN-T06.00-02")
class GesprekVoorbereiden implements JavaDelegate {

    private final Leerlingen leerlingen;
    private final Clock klok;

    GesprekVoorbereiden(Leerlingen leerlingen, Clock klok) {
        this.leerlingen = leerlingen;
        this.klok = klok;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID leerlingId = LEERLING_ID.van(execution);
        LEEFTIJD.zet(execution, leerlingen.metId(leerlingId).leeftijdOp(LocalDate.now(klok.withZone(Tijdzone.AMSTERDAM))));
        TOLK_NODIG.zet(execution, leerlingen.ouders(leerlingId).stream().filter(Ouder::gezag).anyMatch(Ouder::tolkNodig));
        UITNODIGING_NUMMER.zet(execution, 1);
        BEOORDELEN.zet(execution, BEOORDELEN.optioneel(execution).orElse(true));
    }
}
