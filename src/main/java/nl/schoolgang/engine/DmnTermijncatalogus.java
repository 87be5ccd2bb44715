package nl.schoolgang.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
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
import nl.schoolgang.termijn.Termijngrenzen;
import nl.schoolgang.termijn.Termijnregime;
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
 * inputs code, gemeente and begin (a day as ISO text, so that a row can hold from or until one), an output for each field of {@link Termijndefinitie}; no {@code eenheid} means that the organ sets
 * the date in each case. What comes out is stored with the term itself.
 */
@Component
class DmnTermijncatalogus implements Termijncatalogus {

    private static final String TABEL = "termijnen";
    private static final int BEGIN = 2;
    private static final int MEESTE_ONTHOUDEN = 5_000;

    private final DmnEngine dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Beleidstabel<Tabel> tabel;
    private final Clock klok;

    DmnTermijncatalogus(@Lazy RepositoryService repositoryService, EngineAanmelding aanmelding, Clock klok) {
        this.klok = klok;
        this.tabel = new Beleidstabel<>(TABEL, repositoryService, aanmelding, this::lees);
    }

    @Override
    public Termijndefinitie zoek(String code, String gemeente) {
        return zoek(code, gemeente, LocalDate.now(klok));
    }

    @Override
    public Termijndefinitie zoek(String code, String gemeente, LocalDate begin) {
        Tabel nieuwste = tabel.nieuwste();
        Sleutel sleutel = new Sleutel(code, gemeente, nieuwste.metDagen.contains(code) ? begin : null);
        Termijndefinitie gevonden = nieuwste.gevonden.get(sleutel);
        if (gevonden == null) {
            gevonden = evalueer(nieuwste, sleutel);
            // Only what is in the table, so that a stream of unknown codes does not fill the memory; nor a stream of days.
            if (nieuwste.gevonden.size() < MEESTE_ONTHOUDEN) {
                nieuwste.gevonden.put(sleutel, gevonden);
            }
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
        DmnDecisionTableResult uitkomst = dmn.evaluateDecisionTable(tabel.beslissing, Map.of("code", sleutel.code, "gemeente", sleutel.gemeente,
                "begin", sleutel.begin == null ? "" : sleutel.begin.toString()));
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
                    getal(rij, "waarschuwing"), waar(rij, "mijlpaal"),
                    tekst(rij, "start"), leeg(rij, "datumregel"), leeg(rij, "grenzen") == null ? null : Termijngrenzen.van(tekst(rij, "grenzen")),
                    Termijnregime.vanCode(tekst(rij, "regime")));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("De regel voor " + sleutel + " in de tabel met termijnen klopt niet: " + e.getMessage(), e);
        }
    }

    private Tabel lees(DmnModelInstance model) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> metDagen = new HashSet<>();
        for (Rule regel : model.getModelElementsByType(Rule.class)) {
            List<String> invoer = regel.getInputEntries().stream().map(i -> i.getText().getTextContent().strip()).toList();
            String code = invoer.get(0).replace("\"", "");
            codes.add(code);
            if (invoer.size() > BEGIN && !invoer.get(BEGIN).isEmpty()) {
                metDagen.add(code);
            }
        }
        return new Tabel(dmn.parseDecision(TABEL, model), List.copyOf(codes), Set.copyOf(metDagen), new ConcurrentHashMap<>());
    }

    private static String leeg(Map<String, Object> rij, String veld) {
        String tekst = tekst(rij, veld);
        return tekst.isEmpty() ? null : tekst;
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

    private record Sleutel(String code, String gemeente, LocalDate begin) {
    }

    /** One deployed version of the table, the codes whose row depends on the begin, and what was looked up in it so far. */
    private record Tabel(DmnDecision beslissing, List<String> codes, Set<String> metDagen, Map<Sleutel, Termijndefinitie> gevonden) {
    }
}
