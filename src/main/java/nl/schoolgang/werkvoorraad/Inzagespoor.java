package nl.schoolgang.werkvoorraad;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.zaak.Zaak;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leaves the trace of looking, for screens and API alike, before what was asked for is shown: without the trace nothing is shown. A look
 * that was refused leaves one too; that is written after the refused transaction has ended, when its exception comes by on its way to the
 * answer.
 */
@Component
public class Inzagespoor implements HandlerExceptionResolver, Ordered {

    /** Before all that answer. */
    private static final int VOORAAN = -2;

    private final Verwerkingslog log;

    Inzagespoor(Verwerkingslog log) {
        this.log = log;
    }

    /** The employee looks at a case. */
    public void zaak(Zaak zaak, Medewerker ik) {
        log.noteer(Verwerking.raadplegen(zaak.gemeente(), zaak.leerlingId(), zaak.id(), ik.gebruikersnaam(), "zaak bekijken"));
    }

    /** The employee looks at a task, with the case around it. */
    public void taak(Taak taak, Medewerker ik) {
        log.noteer(Verwerking.raadplegen(taak.gemeente(), taak.leerlingId(), taak.zaakId(), ik.gebruikersnaam(), "taak bekijken")
                .over("taak " + taak.definitie()));
    }

    /** The employee looks at a pupil's dossier, or at what the purpose says of it. */
    public void leerling(Leerling leerling, Medewerker ik, String doel) {
        log.noteer(Verwerking.raadplegen(leerling.gemeente(), leerling.id(), null, ik.gebruikersnaam(), doel));
    }

    /** The employee looks at where a letter stands, and whom it is for. */
    void brief(Brief brief, Medewerker ik) {
        log.noteer(Verwerking.raadplegen(brief.gemeente(), brief.leerlingId(), brief.zaakId(), ik.gebruikersnaam(), "brief bekijken")
                .over("brief " + brief.id()));
    }

    /** The employee looks at the queue of letters of these municipalities. */
    void brieven(Set<String> gemeenten, Medewerker ik) {
        gemeenten.forEach(g -> log.noteer(Verwerking.raadplegen(g, null, null, ik.gebruikersnaam(), "wachtrij van brieven bekijken")));
    }

    /** The employee searched through the pupils; for what is not kept. */
    public void gezocht(Medewerker ik) {
        ik.gemeentenMet(Recht.LEERLING_ZIEN).forEach(
                g -> log.noteer(Verwerking.raadplegen(g, null, null, ik.gebruikersnaam(), "leerlingen zoeken")));
    }

    @Override
    public int getOrder() {
        return VOORAAN;
    }

    /** Answers nothing: others do. */
    @Override
    public ModelAndView resolveException(HttpServletRequest verzoek, HttpServletResponse antwoord, Object handler, Exception fout) {
        if (fout instanceof GeenInzage geen && verzoek.getUserPrincipal() != null) {
            log.noteer(Verwerking.raadplegen(geen.gemeente(), geen.leerlingId(), geen.zaakId(), verzoek.getUserPrincipal().getName(),
                    geen.zaakId() == null ? "dossier bekijken" : "zaak bekijken").alsGeweigerd());
        }
        return null;
    }
}
