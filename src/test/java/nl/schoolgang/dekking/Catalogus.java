package nl.schoolgang.dekking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.schoolgang.kalender.Eenheid;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;

/** The catalogue of terms in {@code processes/beleid/termijnen.dmn}, read and evaluated without the application. */
final class Catalogus {

    private final List<String> gepast = new ArrayList<>();
    private final DmnEngine engine;
    private final DmnDecision tabel;

    Catalogus() {
        DefaultDmnEngineConfiguration instelling = new DefaultDmnEngineConfiguration();
        instelling.getCustomPostDecisionTableEvaluationListeners()
                .add(gebeurtenis -> gebeurtenis.getMatchingRules().forEach(r -> gepast.add(r.getId())));
        engine = instelling.buildEngine();
        tabel = engine.parseDecision("termijnen",
                Dmn.readModelFromFile(Proceduremap.WORTEL.resolve("processes/beleid/termijnen.dmn").toFile()));
    }

    /** What holds for a term in a municipality; empty when the catalogue has no row. */
    Optional<Rij> zoek(String code, String gemeente) {
        gepast.clear();
        DmnDecisionTableResult uitkomst = engine.evaluateDecisionTable(tabel, Map.of("code", code, "gemeente", gemeente, "begin", ""));
        return uitkomst.isEmpty() ? Optional.empty() : Optional.of(new Rij(gepast.get(0), uitkomst.getFirstResult().getEntryMap()));
    }

    record Rij(String regel, Map<String, Object> waarden) {

        String tekst(String veld) {
            return waarden.get(veld) == null ? "" : waarden.get(veld).toString();
        }

        boolean isStandaard() {
            return Boolean.TRUE.equals(waarden.get("standaard"));
        }

        /** As people say it: "5 werkdagen", "onverwijld", "datum per zaak". */
        String duur() {
            if (tekst("eenheid").isEmpty()) {
                return "datum per zaak";
            }
            Eenheid eenheid = Eenheid.valueOf(tekst("eenheid").toUpperCase(Locale.ROOT));
            int aantal = ((Number) waarden.get("aantal")).intValue();
            return eenheid == Eenheid.ONVERWIJLD ? eenheid.code() : aantal + " " + eenheid.woord(aantal);
        }
    }
}
