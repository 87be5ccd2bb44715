package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;

import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A melding came in while an event from outside is being dealt with: it goes along with the others. */
@Component("lateMeldingVerwerken")
class LateMeldingVerwerken implements JavaDelegate {

    private final Zaken zaken;
    private final Tijdlijn tijdlijn;
    private final Overdracht18Plus overdracht;

    LateMeldingVerwerken(Zaken zaken, Tijdlijn tijdlijn, Overdracht18Plus overdracht) {
        this.zaken = zaken;
        this.tijdlijn = tijdlijn;
        this.overdracht = overdracht;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String gebeurtenis = GEBEURTENIS.van(execution);
        tijdlijn.noteer(ZAAK_ID.van(execution), "late-melding", "Melding " + MELDINGSNUMMER.van(execution) + " kwam binnen nadat "
                + Gebeurteniswoorden.van(gebeurtenis) + "; zij gaat met de andere mee", null, MELDING_ID.van(execution));
        if (Zaakgebeurtenis.ACHTTIEN_GEWORDEN.equals(gebeurtenis)) {
            overdracht.draagOver(zaken.metId(ZAAK_ID.van(execution)));
        }
    }
}
