package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.engine.Zaakvariabelen.MELDING_ID;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.AANPAK;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ACTIE_GEWENST;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.BEKEND;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.EERDERE_MELDINGEN;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.EERSTE_AANPAK_ADVIES;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.GESTOPT;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.LAATSTE_SCHOOLDAG;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.LEEFTIJD;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.MELDING_SOORT;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.OORDEEL_CONTACT;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.SCHOOLSOORT;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.SCHOOL_UITKOMST;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.VIA_DUO;
import static nl.schoolgang.procedure.relatiefverzuim.RelatiefVerzuimVariabelen.ZIEK;

import nl.schoolgang.normen.Norm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gathers the facts on which the table {@code eerste-aanpak} advises, and declares the answers of this melding's thread. */
@Component("feitenBepalen")
@Norm({"NOP-1.5.00-04", "BUN-T06.03-02", "BUN-T06.03-03", "BUN-T06.03-04"})
class FeitenBepalen implements JavaDelegate {

    private final Verzuimfeiten feiten;

    FeitenBepalen(Verzuimfeiten feiten) {
        this.feiten = feiten;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Verzuimfeiten.VanMelding f = feiten.vanMelding(MELDING_ID.van(execution));
        VIA_DUO.zetLokaal(execution, f.viaDuo());
        MELDING_SOORT.zetLokaal(execution, f.soort());
        LEEFTIJD.zetLokaal(execution, f.leeftijd());
        SCHOOLSOORT.zetLokaal(execution, f.schoolsoort());
        EERDERE_MELDINGEN.zetLokaal(execution, f.eerdereMeldingenSchooljaar());
        BEKEND.zetLokaal(execution, f.bekendBijLeerplicht());
        GESTOPT.zetLokaal(execution, f.lijktGestopt());
        LAATSTE_SCHOOLDAG.zetLokaal(execution, f.laatsteSchooldagVoorVakantie());
        ZIEK.zetLokaal(execution, f.ziekGemeld());
        ACTIE_GEWENST.zetLokaal(execution, f.actieGemeenteGewenst());
        AANPAK.zetLokaal(execution, null);
        EERSTE_AANPAK_ADVIES.zetLokaal(execution, null);
        SCHOOL_UITKOMST.zetLokaal(execution, null);
        OORDEEL_CONTACT.zetLokaal(execution, null);
    }
}
