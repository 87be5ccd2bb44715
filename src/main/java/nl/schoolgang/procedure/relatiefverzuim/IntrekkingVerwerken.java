package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;

import java.util.UUID;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The school withdrew a melding: its thread has ended; when it was the last one, the case goes to its closing. */
@Component("intrekkingVerwerken")
class IntrekkingVerwerken implements JavaDelegate {

    private final Meldingsafloop afloop;
    private final Zaken zaken;
    private final Tijdlijn tijdlijn;

    IntrekkingVerwerken(Meldingsafloop afloop, Zaken zaken, Tijdlijn tijdlijn) {
        this.afloop = afloop;
        this.zaken = zaken;
        this.tijdlijn = tijdlijn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        tijdlijn.noteer(zaakId, "melding-ingetrokken",
                "Melding " + MELDINGSNUMMER.van(execution) + " is ingetrokken; het werk eraan stopt", null, MELDING_ID.van(execution));
        afloop.afgewikkeld(execution);
        afloop.ingetrokken(zaken.metId(zaakId));
    }
}
