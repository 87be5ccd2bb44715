package nl.schoolgang.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Richting;
import nl.schoolgang.termijn.OnbekendeTermijn;
import nl.schoolgang.termijn.Termijncatalogus;
import nl.schoolgang.termijn.Termijndefinitie;
import nl.schoolgang.termijn.Termijnsoort;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the catalogue from the newest version of the decision table {@code termijnen} (processes/beleid/termijnen.dmn):
 * inputs code and gemeente, an output for each field of {@link Termijndefinitie}; no {@code eenheid} means that the organ sets
 * the date in each case. What comes out is stored with the term itself.
 */
@Component
class DmnTermijncatalogus implements Termijncatalogus {

    private static final String TABEL = "termijnen";

    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Beleidstabel<Tabel> tabel;

    DmnTermijncatalogus(@Lazy RepositoryService repositoryService, EngineAanmelding aanmelding) {
        this.tabel = new Beleidstabel<>(TABEL, repositoryService, aanmelding, this::lees);
    }

    @Override
    public Termijndefinitie zoek(String code, String gemeente) {
        Tabel nieuwste = tabel.nieuwste();
        Sleutel sleutel = new Sleutel(code, gemeente);
        Termijndefinitie gevonden = nieuwste.gevonden.get(sleutel);
        if (gevonden == null) {
            gevonden = evalueer(nieuwste, sleutel);
            // Only what is in the table, so that a stream of unknown codes does not fill the memory.
            nieuwste.gevonden.put(sleutel, gevonden);
        }
        return gevonden;
    }

    @Override
    public List<String> codes() {
        return tabel.nieuwste().codes;
    }

    private Termijndefinitie evalueer(Tabel tabel, Sleutel sleutel) {
        if (!tabel.codes.contains(sleutel.code)) {
            throw new OnbekendeTermijn(sleutel.code, sleutel.gemeente);
        }
        DmnDecisionTableResult uitkomst = dmn.evaluateDecisionTable(tabel.beslissing, Map.of("code", sleutel.code, "gemeente", sleutel.gemeente));
        if (uitkomst.isEmpty()) {
            throw new OnbekendeTermijn(sleutel.code, sleutel.gemeente);
        }
        return definitie(sleutel, uitkomst.getFirstResult().getEntryMap());
    }

    private static Termijndefinitie definitie(Sleutel sleutel, Map<String, Object> rij) {
        String eenheid = tekst(rij, "eenheid");
        try {
            return new Termijndefinitie(sleutel.code, sleutel.gemeente, tekst(rij, "omschrijving"), getal(rij, "aantal"),
                    eenheid.isEmpty() ? null : Eenheid.vanCode(eenheid), waar(rij, "atw"), Richting.vanCode(tekst(rij, "richting")),
                    Termijnsoort.vanCode(tekst(rij, "soort")), tekst(rij, "wie"), tekst(rij, "grondslag"), waar(rij, "standaard"),
                    getal(rij, "waarschuwing"), waar(rij, "mijlpaal"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("De regel voor " + sleutel + " in de tabel met termijnen klopt niet: " + e.getMessage(), e);
        }
    }

    private Tabel lees(DmnModelInstance model) {
        Set<String> codes = new LinkedHashSet<>();
        model.getModelElementsByType(Rule.class).forEach(regel -> codes.add(code(regel)));
        return new Tabel(dmn.parseDecision(TABEL, model), List.copyOf(codes), new ConcurrentHashMap<>());
    }

    private static String code(Rule regel) {
        return regel.getInputEntries().iterator().next().getText().getTextContent().replace("\"", "").strip();
    }

    private static String tekst(Map<String, Object> rij, String veld) {
        return rij.get(veld) == null ? "" : rij.get(veld).toString();
    }

    private static int getal(Map<String, Object> rij, String veld) {
        return rij.get(veld) instanceof Number getal ? getal.intValue() : 0;
    }

    private static boolean waar(Map<String, Object> rij, String veld) {
        return Boolean.TRUE.equals(rij.get(veld));
    }

    private record Sleutel(String code, String gemeente) {
    }

    /** One deployed version of the table, with what was looked up in it so far. */
    private record Tabel(DmnDecision beslissing, List<String> codes, Map<Sleutel, Termijndefinitie> gevonden) {
    }
}
