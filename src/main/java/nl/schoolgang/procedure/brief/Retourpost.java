package nl.schoolgang.procedure.brief;

import static nl.schoolgang.procedure.brief.RetourpostVariabelen.BRIEF_ID;
import static nl.schoolgang.procedure.brief.RetourpostVariabelen.PROCES;

import java.util.HashMap;
import java.util.Map;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.BriefOnbezorgd;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.engine.Procesherstel;
import nl.schoolgang.engine.Zaakvariabelen;
import nl.schoolgang.melding.Zaakgebeurtenissen;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.ZaakGestopt;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks somebody to find the right address of a letter that did not arrive. */
@Component
class Retourpost {

    private final Brieven brieven;
    private final Zaken zaken;
    private final Procesengine engine;
    private final Procesherstel herstel;
    private final Zaakgebeurtenissen gebeurtenissen;
    private final Tijdlijn tijdlijn;

    Retourpost(Brieven brieven, Zaken zaken, Procesengine engine, Procesherstel herstel, Zaakgebeurtenissen gebeurtenissen,
            Tijdlijn tijdlijn) {
        this.brieven = brieven;
        this.zaken = zaken;
        this.engine = engine;
        this.herstel = herstel;
        this.gebeurtenissen = gebeurtenissen;
        this.tijdlijn = tijdlijn;
    }

    @EventListener
    void onbezorgd(BriefOnbezorgd gebeurtenis) {
        Brief brief = brieven.metId(gebeurtenis.briefId());
        if (brief.aanSoort().isGezin() && gebeurtenissen.isOverleden(brief.leerlingId())) {
            tijdlijn.noteer(brief.zaakId(), "brief-niet-opnieuw", "Brief '" + brief.titel() + "' gaat niet opnieuw uit: de jongere is overleden.",
                    null, brief.meldingId());
            return;
        }
        Map<String, Object> variabelen = new HashMap<>();
        variabelen.put(BRIEF_ID.naam(), BRIEF_ID.waarde(brief.id()));
        if (brief.meldingId() != null) {
            variabelen.put(Zaakvariabelen.MELDING_ID.naam(), Zaakvariabelen.MELDING_ID.waarde(brief.meldingId()));
        }
        engine.start(PROCES, zaken.metId(brief.zaakId()), variabelen);
    }

    /** Nothing of the case may reach anybody any more: nobody needs to look for an address. */
    @EventListener
    void gestopt(ZaakGestopt zaak) {
        herstel.stopAlle(PROCES, zaken.metId(zaak.zaakId()), zaak.reden());
    }
}
