package nl.schoolgang.procedure.relatiefverzuim;

import java.util.EnumSet;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.ZaakGestopt;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * After the death of the pupil nothing that was put ready goes out any more but what DUO gets: not from the case, nor from any other case of
 * the pupil, also one that was closed the day before.
 */
@Component
class Overlijdensstop {

    private static final String OVERLEDEN = "de jongere is overleden.";

    private final Zaken zaken;
    private final Berichten berichten;
    private final ApplicationEventPublisher gebeurtenissen;

    Overlijdensstop(Zaken zaken, Berichten berichten, ApplicationEventPublisher gebeurtenissen) {
        this.zaken = zaken;
        this.berichten = berichten;
        this.gebeurtenissen = gebeurtenissen;
    }

    /** @param zaak of the pupil; the pupil is held */
    void houdTegen(Zaak zaak) {
        zaken.vanLeerling(zaak.leerlingId()).forEach(z -> {
            berichten.laatVervallen(z.id(), EnumSet.complementOf(EnumSet.of(Ontvangersoort.DUO)), OVERLEDEN, null);
            gebeurtenissen.publishEvent(new ZaakGestopt(z.id(), Zaakgebeurtenis.OVERLEDEN));
        });
    }
}
