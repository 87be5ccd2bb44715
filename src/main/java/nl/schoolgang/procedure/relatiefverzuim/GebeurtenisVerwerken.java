package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.AFSLUITREDEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GEBEURTENIS;

import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.melding.Zaakgebeurtenis;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * An event from outside ended the work on the case: carries out what it means for the measures, and for the letters that wait: after a death
 * they do not go out any more, else the officer judges them.
 */
@Component("gebeurtenisVerwerken")
class GebeurtenisVerwerken implements JavaDelegate {

    private final Zaken zaken;
    private final Gebeurtenisgevolgen gevolgen;
    private final Overlijdensstop overlijdensstop;
    private final Briefaanhouding brieven;

    GebeurtenisVerwerken(Zaken zaken, Gebeurtenisgevolgen gevolgen, Overlijdensstop overlijdensstop, Briefaanhouding brieven) {
        this.zaken = zaken;
        this.gevolgen = gevolgen;
        this.overlijdensstop = overlijdensstop;
        this.brieven = brieven;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Zaak zaak = zaken.metId(ZAAK_ID.van(execution));
        String gebeurtenis = GEBEURTENIS.van(execution);
        AFSLUITREDEN.zet(execution, gebeurtenis);
        gevolgen.pasToe(zaak, gebeurtenis);
        if (Zaakgebeurtenis.OVERLEDEN.equals(gebeurtenis)) {
            overlijdensstop.houdTegen(zaak);
        } else {
            brieven.houdAan(zaak.id(), Gebeurteniswoorden.van(gebeurtenis) + ".");
        }
    }
}
