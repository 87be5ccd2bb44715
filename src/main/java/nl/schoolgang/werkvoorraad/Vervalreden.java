package nl.schoolgang.werkvoorraad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.bericht.BerichtVervallen;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts why somebody dropped a message into the dossier, under its label: free text has no place on the time line. */
@Component
class Vervalreden {

    static final String SOORT = "bericht-vervallen";

    private final Dossiers dossiers;
    private final Zaken zaken;

    Vervalreden(Dossiers dossiers, Zaken zaken) {
        this.dossiers = dossiers;
        this.zaken = zaken;
    }

    @EventListener
    void vervallen(BerichtVervallen bericht) {
        Zaak zaak = zaken.metId(bericht.zaakId());
        Map<String, Object> regel = new LinkedHashMap<>(Map.of("sleutel", "reden", "label", "Waarom het bericht niet wordt verzonden",
                "waarde", bericht.reden(), "tekst", bericht.reden()));
        dossiers.voegToe(new NieuwDossierstuk(zaak.gemeente(), zaak.leerlingId(), zaak.id(), null, SOORT, "Bericht wordt niet verzonden: " + bericht.soort(),
                Privacylabel.van(zaak.procedure()), Map.of("antwoorden", List.of(regel)), null, bericht.door()));
    }
}
