package nl.schoolgang.dekking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schoolgang.dekking.Meting.Soort;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Which tests touch what carries a norm; the rules stand in {@code docs/normenkader/LEESMIJ.md}. */
final class Aanraking {

    private final Meetronde ronde;
    private final List<Model> modellen;
    private final Catalogus catalogus = new Catalogus();
    /** Text of the tests, by the full name of their class. */
    private final Map<String, String> tests = new TreeMap<>();

    Aanraking(Meetronde ronde) {
        this.ronde = ronde;
        this.modellen = bestanden("processes", ".bpmn").stream().map(Model::new).toList();
        Path bron = Proceduremap.WORTEL.resolve("src/test/java");
        bestanden("src/test/java", "Test.java").forEach(b -> tests.put(
                bron.relativize(b).toString().replace('\\', '/').replace(".java", "").replace('/', '.'), lees(b)));
    }

    /** As {@code class#method} or {@code class}; empty when none does. */
    Set<String> tests(Drager drager) {
        return switch (drager.soort()) {
            case MODEL -> model(drager);
            case TABEL -> tabel(drager);
            case FORMULIER -> gemeten(stappen(UserTask.class).filter(p -> drager.bestand().endsWith("/" + p.stap().getCamundaFormRef() + ".form"))
                    .map(p -> new Meting(Soort.TAAK, p.proces(), p.stap().getId())));
            case BRIEF -> gemeten(stappen(FlowNode.class).filter(p -> Model.eigenschap(p.stap(), "brief").contains(naam(drager.bestand())))
                    .map(p -> new Meting(Soort.STAP, p.proces(), p.stap().getId())));
            case KLASSE -> klasse(drager.bestand());
        };
    }

    /** A step that was entered; what is no step itself (the process) is touched by any of its steps. */
    private Set<String> model(Drager drager) {
        Model model = modellen.stream().filter(m -> Proceduremap.WORTEL.relativize(m.bestand()).toString().replace('\\', '/')
                .equals(drager.bestand())).findFirst().orElseThrow();
        String proces = model.proces().getId();
        List<String> stappen = model.stap(drager.onderdeel()).isPresent() ? List.of(drager.onderdeel())
                : model.stappen().stream().map(FlowNode::getId).toList();
        return gemeten(stappen.stream().map(s -> new Meting(Soort.STAP, proces, s)));
    }

    /** A rule that matched; a decision as a whole by any of its rules; a term by a case that looked it up. */
    private Set<String> tabel(Drager drager) {
        Set<String> gevonden = new TreeSet<>();
        for (Decision beslissing : Dmn.readModelFromFile(Proceduremap.WORTEL.resolve(drager.bestand()).toFile())
                .getModelElementsByType(Decision.class)) {
            List<String> regels = beslissing.getModelInstance().getModelElementsByType(Rule.class).stream().map(Rule::getId).toList();
            gevonden.addAll(gemeten((regels.contains(drager.onderdeel()) ? List.of(drager.onderdeel()) : regels).stream()
                    .map(r -> new Meting(Soort.REGEL, beslissing.getId(), r))));
        }
        if (drager.bestand().equals("processes/beleid/termijnen.dmn")) {
            ronde.metingen().stream().filter(m -> m.soort() == Soort.TERMIJN).filter(m -> regel(m).equals(drager.onderdeel()))
                    .forEach(m -> gevonden.addAll(ronde.tests(m)));
        }
        return gevonden;
    }

    private String regel(Meting termijn) {
        String[] codeEnGemeente = termijn.onderdeel().split("@");
        return catalogus.zoek(codeEnGemeente[0], codeEnGemeente[1]).map(Catalogus.Rij::regel).orElse("");
    }

    /** A class that the engine called by its bean in a step, or that a test names. */
    private Set<String> klasse(String volledig) {
        String buitenste = volledig.replaceFirst("\\$.*", "");
        String eenvoudig = buitenste.substring(buitenste.lastIndexOf('.') + 1);
        String kamer = "package " + buitenste.substring(0, buitenste.lastIndexOf('.')) + ";";
        String bean = Character.toLowerCase(eenvoudig.charAt(0)) + eenvoudig.substring(1);
        Set<String> gevonden = new TreeSet<>(gemeten(stappen(FlowNode.class).filter(p -> Model.roeptAan(p.stap(), bean))
                .map(p -> new Meting(Soort.STAP, p.proces(), p.stap().getId()))));
        Pattern genoemd = Pattern.compile("\\b" + eenvoudig + "\\b");
        tests.forEach((test, tekst) -> {
            // Other rooms may have a class of the same name.
            if ((tekst.startsWith(kamer) || tekst.contains("import " + buitenste + ";")) && genoemd.matcher(tekst).find()) {
                gevonden.add(test);
            }
        });
        return gevonden;
    }

    private Set<String> gemeten(Stream<Meting> metingen) {
        Set<String> gevonden = new TreeSet<>();
        metingen.forEach(m -> gevonden.addAll(ronde.tests(m)));
        return gevonden;
    }

    private <T extends FlowNode> Stream<Plaats<T>> stappen(Class<T> soort) {
        return modellen.stream().flatMap(m -> m.stappen(soort).stream().map(s -> new Plaats<>(m.proces().getId(), s)));
    }

    private static String naam(String bestand) {
        return bestand.substring(bestand.lastIndexOf('/') + 1).replace(".html", "");
    }

    private static List<Path> bestanden(String map, String einde) {
        try (Stream<Path> alle = Files.walk(Proceduremap.WORTEL.resolve(map))) {
            return alle.filter(b -> b.toString().endsWith(einde)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lees(Path bestand) {
        try {
            return Files.readString(bestand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Plaats<T extends FlowNode>(String proces, T stap) {
    }
}
