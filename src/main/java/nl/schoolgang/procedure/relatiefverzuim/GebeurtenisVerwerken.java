package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.AFSLUITREDEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;

import java.util.EnumSet;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.ZaakGestopt;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An event from outside ended the work on the case: carries out what it means for the measures. After the death of the pupil nothing that
 * was put ready goes out any more but what DUO gets, from this case and from the measures.
 */
@Component("gebeurtenisVerwerken")
class GebeurtenisVerwerken implements JavaDelegate {

    private static final String OVERLEDEN = "de jongere is overleden.";

    private final Zaken zaken;
    private final Gebeurtenisgevolgen gevolgen;
    private final Berichten berichten;
    private final ApplicationEventPublisher gebeurtenissen;

    GebeurtenisVerwerken(Zaken zaken, Gebeurtenisgevolgen gevolgen, Berichten berichten, ApplicationEventPublisher gebeurtenissen) {
        this.zaken = zaken;
        this.gevolgen = gevolgen;
        this.berichten = berichten;
        this.gebeurtenissen = gebeurtenissen;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Zaak zaak = zaken.metId(ZAAK_ID.van(execution));
        String gebeurtenis = GEBEURTENIS.van(execution);
        AFSLUITREDEN.zet(execution, gebeurtenis);
        gevolgen.pasToe(zaak, gebeurtenis);
        if (Zaakgebeurtenis.OVERLEDEN.equals(gebeurtenis)) {
            houdTegen(zaak);
            zaken.gestartVanuit(zaak.id(), Maatregelstart.KOPPELING).forEach(this::houdTegen);
        }
    }

    private void houdTegen(Zaak zaak) {
        berichten.laatVervallen(zaak.id(), EnumSet.complementOf(EnumSet.of(Ontvangersoort.DUO)), OVERLEDEN, null);
        gebeurtenissen.publishEvent(new ZaakGestopt(zaak.id(), Zaakgebeurtenis.OVERLEDEN));
    }
}
