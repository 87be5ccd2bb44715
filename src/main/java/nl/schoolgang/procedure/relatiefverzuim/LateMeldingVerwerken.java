package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELDEN_AAN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELD_ACTIE;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.VERZUIM_VOORBIJ;

import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * A melding came in while an event from outside is being dealt with. At 18 it goes to the case of verzuim 18-plus; else it closes with the others,
 * and begins a thread in which its reporter hears of it in time.
 */
@Component("lateMeldingVerwerken")
class LateMeldingVerwerken implements JavaDelegate {

    /** The kind of the line on the time line. */
    static final String SOORT = "late-melding";

    private final Zaken zaken;
    private final Meldingen meldingen;
    private final Tijdlijn tijdlijn;
    private final Overdracht18Plus overdracht;

    LateMeldingVerwerken(Zaken zaken, Meldingen meldingen, Tijdlijn tijdlijn, Overdracht18Plus overdracht) {
        this.meldingen = meldingen;
        this.zaken = zaken;
        this.tijdlijn = tijdlijn;
        this.overdracht = overdracht;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String gebeurtenis = GEBEURTENIS.van(execution);
        tijdlijn.noteer(ZAAK_ID.van(execution), SOORT, "Melding " + MELDINGSNUMMER.van(execution) + " kwam binnen nadat "
                + Gebeurteniswoorden.van(gebeurtenis) + "; zij gaat met de andere mee", null, MELDING_ID.van(execution));
        if (Zaakgebeurtenis.ACHTTIEN_GEWORDEN.equals(gebeurtenis)) {
            overdracht.draagOver(zaken.metId(ZAAK_ID.van(execution)), VERZUIM_VOORBIJ.optioneel(execution).orElse(false));
        } else {
            TERUGMELDEN_AAN.zetLokaal(execution, Bronnen.ontvanger(meldingen.metId(MELDING_ID.van(execution))));
            TERUGMELD_ACTIE.zetLokaal(execution, null);
        }
    }
}
