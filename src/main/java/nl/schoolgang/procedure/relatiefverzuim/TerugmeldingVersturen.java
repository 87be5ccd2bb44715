package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.GEMEENTE;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELDEN_AAN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELD_ACTIE;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.zaak.Tijdlijn;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts ready the message that tells DUO, or the school itself, which action follows on the melding. */
@Component("terugmeldingVersturen")
@Norm({"BUN-06.01-06", "BUN-06.01-07", "NOP-3.1.03-01"})
class TerugmeldingVersturen implements JavaDelegate {

    private final Berichten berichten;
    private final Meldingen meldingen;
    private final Tijdlijn tijdlijn;
    private final Melderbericht melder;
    private final Clock klok;

    TerugmeldingVersturen(Berichten berichten, Meldingen meldingen, Tijdlijn tijdlijn, Melderbericht melder, Clock klok) {
        this.berichten = berichten;
        this.meldingen = meldingen;
        this.tijdlijn = tijdlijn;
        this.melder = melder;
        this.klok = klok;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID zaakId = ZAAK_ID.van(execution);
        Melding melding = meldingen.metId(MELDING_ID.van(execution));
        String aan = TERUGMELDEN_AAN.van(execution);
        berichten.zetKlaar(melder.maak(zaakId, GEMEENTE.van(execution), melding, "terugmelding", aan, Map.of(
                "meldingsnummer", melding.meldingsnummer(),
                "status", "In behandeling",
                "actie", TERUGMELD_ACTIE.van(execution))));
        meldingen.teruggemeld(melding.id(), klok.instant());
        tijdlijn.noteer(zaakId, "terugmelding-klaargezet",
                "Terugmelding over melding " + melding.meldingsnummer() + " klaargezet voor " + Bronnen.inWoorden(aan), null, melding.id());
    }
}
