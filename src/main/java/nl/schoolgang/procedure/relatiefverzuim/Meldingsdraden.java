package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDINGSNUMMER;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ONTVANGEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEMELD_DOOR_DIRECTEUR;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.TERUGMELDEN_AAN;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.engine.Draad;
import nl.schoolgang.engine.Draadverhuizing;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.modellen.RelatiefVerzuimModel;
import org.springframework.stereotype.Component;

/** Begins the thread of a melding in a running case at a part of its work, without doing the rest again. */
@Component
class Meldingsdraden {

    static final String AFWIKKELEN = RelatiefVerzuimModel.MELDING_AFWIKKELEN;
    static final String EERSTE_CONTACT = RelatiefVerzuimModel.EERSTE_CONTACT;
    /** What talking with the family about a melding consists of: it begins anew with another pupil. */
    static final Set<String> CONTACT = Set.of(EERSTE_CONTACT, RelatiefVerzuimModel.ANTWOORD_VASTLEGGEN);
    private static final String TERUGMELDEN = RelatiefVerzuimModel.TERUGMELDEN_SCOPE;
    private static final String CONTACT_MELDER = RelatiefVerzuimModel.CONTACT_MELDER;

    private final Draadverhuizing draden;
    private final Dossiers dossiers;

    Meldingsdraden(Draadverhuizing draden, Dossiers dossiers) {
        this.draden = draden;
        this.dossiers = dossiers;
    }

    /** What nobody did yet for this melding: feedback, contact about who reported it, a judgement; empty when it was dealt with. */
    List<String> nogTeDoen(Melding melding) {
        List<String> elementen = new ArrayList<>();
        if (melding.teruggemeldOp() == null) {
            elementen.add(TERUGMELDEN);
        }
        if (!melding.gemeldDoorDirecteur() && dossiers.laatste(melding.zaakId(), melding.id(), CONTACT_MELDER).isEmpty()) {
            elementen.add(CONTACT_MELDER);
        }
        if (melding.oordeel() == null) {
            elementen.add(EERSTE_CONTACT);
        }
        return List.copyOf(elementen);
    }

    /** @param elementen the activities within {@link #AFWIKKELEN} that begin, at least one; the others count as done */
    void begin(String proces, UUID zaakId, Melding melding, List<String> elementen) {
        draden.begin(proces, zaakId, new Draad(RelatiefVerzuimModel.MELDING_BEHANDELEN, AFWIKKELEN, elementen,
                RelatiefVerzuimModel.MELDING_SAMENKOMST,
                Map.of(MELDING_ID.naam(), melding.id().toString(), MELDINGSNUMMER.naam(), melding.meldingsnummer(),
                        MELDING_ONTVANGEN.naam(), Date.from(melding.ontvangen()), GEMELD_DOOR_DIRECTEUR.naam(), melding.gemeldDoorDirecteur(),
                        TERUGMELDEN_AAN.naam(), Bronnen.ontvanger(melding))));
    }
}
