package nl.schoolgang.procedure.brief;

import static nl.schoolgang.engine.Zaakvariabelen.ZAAK_ID;
import static nl.schoolgang.procedure.brief.RetourpostVariabelen.ADRES_ZOEKEN;
import static nl.schoolgang.procedure.brief.RetourpostVariabelen.BRIEF_ID;
import static nl.schoolgang.procedure.brief.RetourpostVariabelen.VERVOLG;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes a letter that did not arrive again, when that was chosen; else what was done instead stands in the dossier. */
@Component("onbezorgdeBriefAfhandelen")
class OnbezorgdeBriefAfhandelen implements JavaDelegate {

    private static final String ANDER_ADRES = "anderAdres";

    private final Brieven brieven;
    private final Dossiers dossiers;
    private final Uitvoerder uitvoerder;

    OnbezorgdeBriefAfhandelen(Brieven brieven, Dossiers dossiers, Uitvoerder uitvoerder) {
        this.brieven = brieven;
        this.dossiers = dossiers;
        this.uitvoerder = uitvoerder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String vervolg = VERVOLG.van(execution);
        String wie = uitvoerder.van(execution);
        List<String> adres = "ander-adres".equals(vervolg) ? adres(ZAAK_ID.van(execution)) : List.of();
        boolean opnieuw = "opnieuw".equals(vervolg) || !adres.isEmpty();
        Brief brief = brieven.metId(BRIEF_ID.van(execution));
        if (opnieuw && brief.onbezorgd()) {
            brieven.opnieuw(brief.id(), adres, wie);
        }
    }

    private List<String> adres(UUID zaakId) {
        return dossiers.laatste(zaakId, null, ADRES_ZOEKEN).map(Dossierstuk::inhoud).stream()
                .flatMap(inhoud -> inhoud.get("antwoorden") instanceof List<?> regels ? regels.stream() : Stream.empty())
                .filter(regel -> regel instanceof Map<?, ?> antwoord && ANDER_ADRES.equals(antwoord.get("sleutel")))
                .flatMap(regel -> String.valueOf(((Map<?, ?>) regel).get("waarde")).lines()).map(String::strip).filter(r -> !r.isEmpty())
                .toList();
    }
}
