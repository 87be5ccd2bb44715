package nl.schoolgang.dekking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table in words. */
final class Beslistabel {

    private static final Map<String, String> TREFT = Map.of("FIRST", "De eerste regel die past, geldt.",
            "UNIQUE", "Er past precies één regel.", "COLLECT", "Alle regels die passen, gelden.",
            "RULE ORDER", "Alle regels die passen, gelden, in deze volgorde.", "ANY", "Regels die passen, zeggen hetzelfde.");
    private static final Pattern NIET = Pattern.compile("not\\((.*)\\)");
    private static final Pattern BEREIK = Pattern.compile("([\\[\\](])\\s*([\\d.]+)\\s*\\.\\.\\s*([\\d.]+)\\s*([\\[\\])])");
    private static final Map<String, String> VERGELIJK = Map.of(">=", "%s of meer", "<=", "hoogstens %s", ">", "meer dan %s", "<", "minder dan %s");

    private static final Map<String, String> WOORDEN = Map.of("true", "ja", "false", "nee", "null", "onbekend",
            "\"bunnik\"", "Bunnik", "\"noordoostpolder\"", "Noordoostpolder");

    private final Decision beslissing;
    private final DecisionTable tabel;

    Beslistabel(Decision beslissing) {
        this.beslissing = beslissing;
        this.tabel = (DecisionTable) beslissing.getExpression();
    }

    String naam() {
        return beslissing.getName();
    }

    String uitleg() {
        String tekst = beslissing.getDescription() == null ? "" : beslissing.getDescription().getTextContent().strip();
        // Most descriptions say it themselves.
        return tekst.contains(" regel") ? tekst : tekst + " " + TREFT.getOrDefault(tabel.getHitPolicy().name().replace('_', ' '), "");
    }

    List<Regel> regels() {
        return tabel.getRules().stream().map(this::regel).toList();
    }

    private Regel regel(Rule regel) {
        List<String> wanneer = new ArrayList<>();
        Iterator<Input> invoer = tabel.getInputs().iterator();
        for (InputEntry vak : regel.getInputEntries()) {
            String label = label(invoer.next());
            String tekst = vak.getText() == null ? "" : vak.getText().getTextContent().strip();
            if (!tekst.isEmpty() && !tekst.equals("-")) {
                wanneer.add(label + ": " + inWoorden(tekst));
            }
        }
        List<String> dan = new ArrayList<>();
        Iterator<Output> uitvoer = tabel.getOutputs().iterator();
        for (OutputEntry vak : regel.getOutputEntries()) {
            String label = uitvoer.next().getLabel();
            String tekst = vak.getText() == null ? "" : vak.getText().getTextContent().strip();
            if (!tekst.isEmpty() && !tekst.equals("null")) {
                dan.add(label + ": " + inWoorden(tekst));
            }
        }
        return new Regel(regel.getId(), wanneer.isEmpty() ? "altijd" : String.join("; ", wanneer), String.join("; ", dan),
                regel.getDescription() == null ? "" : regel.getDescription().getTextContent().strip());
    }

    private static String label(Input invoer) {
        return invoer.getLabel() == null ? invoer.getInputExpression().getText().getTextContent().strip() : invoer.getLabel();
    }

    static String inWoorden(String feel) {
        Matcher niet = NIET.matcher(feel);
        if (niet.matches()) {
            return "niet " + inWoorden(niet.group(1));
        }
        Matcher bereik = BEREIK.matcher(feel);
        if (bereik.matches()) {
            return (bereik.group(1).equals("[") ? "van " : "boven ") + bereik.group(2)
                    + (bereik.group(4).equals("]") ? " tot en met " : " tot ") + bereik.group(3);
        }
        for (String teken : List.of(">=", "<=", ">", "<")) {
            if (feel.startsWith(teken)) {
                return VERGELIJK.get(teken).formatted(feel.substring(teken.length()).strip());
            }
        }
        if (WOORDEN.containsKey(feel)) {
            return WOORDEN.get(feel);
        }
        return feel.replace("\",\"", "\" of \"").replace("\"", "");
    }

    record Regel(String id, String wanneer, String dan, String toelichting) {
    }
}
