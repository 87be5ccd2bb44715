package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;

import java.util.Map;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.melding.Gebeurtenisverwerking;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Zaak;
import org.springframework.stereotype.Component;

/** Brings an event from outside to the process of the case. While one is being dealt with only the death of the pupil still counts. */
@Component
class RelatiefVerzuimGebeurtenissen implements Gebeurtenisverwerking {

    private static final String GEBEURTENISBERICHT = "gebeurtenis";

    private final Procesengine engine;

    RelatiefVerzuimGebeurtenissen(Procesengine engine) {
        this.engine = engine;
    }

    @Override
    public boolean kanVerwerken(Zaak zaak, String soort) {
        return RelatiefVerzuimVariabelen.PROCES.equals(zaak.procedure()) && zaak.procesInstantieId() != null
                && (engine.wachtOp(GEBEURTENISBERICHT, zaak.procesInstantieId())
                        || Zaakgebeurtenis.OVERLEDEN.equals(soort) && engine.wachtOp(Zaakgebeurtenis.OVERLEDEN, zaak.procesInstantieId()));
    }

    @Override
    public void verwerk(Zaak zaak, Zaakgebeurtenis gebeurtenis) {
        String bericht = engine.wachtOp(GEBEURTENISBERICHT, zaak.procesInstantieId()) ? GEBEURTENISBERICHT : gebeurtenis.soort();
        engine.bericht(bericht, zaak.procesInstantieId(), Map.of(GEBEURTENIS.naam(), gebeurtenis.soort()));
    }
}
