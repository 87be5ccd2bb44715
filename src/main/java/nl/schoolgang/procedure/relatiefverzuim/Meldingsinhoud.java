package nl.schoolgang.procedure.relatiefverzuim;

import java.util.UUID;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.dossier.Stukverhuizing;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.zaak.Tijdlijn;
import org.springframework.stereotype.Component;

/** Moves all that stands under one melding, but the melding itself: its terms, messages, time line and dossier. */
@Component
class Meldingsinhoud {

    private final Termijnen termijnen;
    private final Berichten berichten;
    private final Tijdlijn tijdlijn;
    private final Stukverhuizing stukken;

    Meldingsinhoud(Termijnen termijnen, Berichten berichten, Tijdlijn tijdlijn, Stukverhuizing stukken) {
        this.termijnen = termijnen;
        this.berichten = berichten;
        this.tijdlijn = tijdlijn;
        this.stukken = stukken;
    }

    void verhuis(Melding melding, UUID naarLeerling, UUID naarZaak) {
        termijnen.verhuis(melding.id(), naarZaak);
        berichten.verhuis(melding.id(), naarZaak);
        tijdlijn.verhuis(melding.id(), naarZaak);
        stukken.vanMelding(melding.id(), naarLeerling, naarZaak);
    }
}
