import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes a class of constants for each model, so that renaming an element breaks the compile and not a run. Runs before the compile, from its source:
 * {@code java src/main/generator/Modelconstanten.java processes target/generated-sources/modellen}. Only what changed is written.
 */
final class Modelconstanten {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String PAKKET = "nl.schoolgang.modellen";
    /** What carries an id in a model and is no place where a case can be. */
    private static final Set<String> GEEN_STAP = Set.of("sequenceFlow", "messageEventDefinition", "timerEventDefinition", "signalEventDefinition",
            "errorEventDefinition", "escalationEventDefinition", "conditionalEventDefinition", "linkEventDefinition", "terminateEventDefinition",
            "compensateEventDefinition", "laneSet", "lane", "process", "textAnnotation", "association", "standardLoopCharacteristics",
            "multiInstanceLoopCharacteristics", "dataObject", "dataObjectReference", "dataStoreReference", "group", "ioSpecification", "property");

    private Modelconstanten() {
    }

    public static void main(String[] argumenten) throws IOException {
        Path modellen = Path.of(argumenten[0]);
        Path doel = Path.of(argumenten[1], PAKKET.replace('.', '/'));
        Files.createDirectories(doel);
        Map<String, String> bronnen = new TreeMap<>();
        try (Stream<Path> bestanden = Files.walk(modellen)) {
            bestanden.filter(b -> b.toString().endsWith(".bpmn")).sorted().forEach(b -> bronnen.putAll(bron(modellen, b)));
        }
        if (bronnen.isEmpty()) {
            throw new IllegalStateException("Geen modellen onder " + modellen.toAbsolutePath());
        }
        try (Stream<Path> oud = Files.list(doel)) {
            for (Path bestand : oud.filter(b -> !bronnen.containsKey(b.getFileName().toString())).toList()) {
                Files.delete(bestand);
            }
        }
        for (Map.Entry<String, String> bron : bronnen.entrySet()) {
            Path bestand = doel.resolve(bron.getKey());
            if (!Files.exists(bestand) || !Files.readString(bestand).equals(bron.getValue())) {
                Files.writeString(bestand, bron.getValue(), StandardCharsets.UTF_8);
            }
        }
    }

    /** The class of each executable process in a model, by the name of its file. */
    private static Map<String, String> bron(Path map, Path bestand) {
        Element wortel = lees(bestand);
        Map<String, String> klassen = new TreeMap<>();
        for (Element proces : elementen(wortel, "process")) {
            String id = proces.getAttribute("id");
            String klasse = klassenaam(id);
            Map<String, String> namen = new TreeMap<>();
            zet(namen, "PROCES", id, bestand);
            for (Element stap : elementen(proces, "*")) {
                if (!GEEN_STAP.contains(stap.getLocalName()) && !stap.getAttribute("id").isEmpty()) {
                    zet(namen, constante(stap.getAttribute("id")), stap.getAttribute("id"), bestand);
                }
            }
            for (Element bericht : elementen(wortel, "message")) {
                zet(namen, "BERICHT_" + constante(bericht.getAttribute("name")), bericht.getAttribute("name"), bestand);
            }
            klassen.put(klasse + ".java", """
                    package %s;

                    /** The ids in %s; made from it, so do not change this file. */
                    public final class %s {

                    %s

                        private %s() {
                        }
                    }
                    """.formatted(PAKKET, map.getFileName().resolve(map.relativize(bestand)).toString().replace('\\', '/'), klasse, velden(namen), klasse));
        }
        return klassen;
    }

    private static String velden(Map<String, String> namen) {
        return namen.entrySet().stream().map(n -> "    public static final String %s = \"%s\";".formatted(n.getKey(), n.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static void zet(Map<String, String> namen, String naam, String waarde, Path bestand) {
        String was = namen.put(naam, waarde);
        if (was != null && !was.equals(waarde)) {
            throw new IllegalStateException("%s: \"%s\" en \"%s\" geven dezelfde constante %s".formatted(bestand, was, waarde, naam));
        }
    }

    private static String klassenaam(String id) {
        return Stream.of(id.split("-")).map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1)).collect(Collectors.joining()) + "Model";
    }

    private static String constante(String id) {
        String naam = id.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Character.isDigit(naam.charAt(0)) ? "_" + naam : naam;
    }

    private static List<Element> elementen(Element onder, String soort) {
        NodeList gevonden = onder.getElementsByTagNameNS(BPMN, soort);
        List<Element> lijst = new ArrayList<>();
        for (int i = 0; i < gevonden.getLength(); i++) {
            lijst.add((Element) gevonden.item(i));
        }
        return lijst;
    }

    private static Element lees(Path bestand) {
        try {
            DocumentBuilderFactory fabriek = DocumentBuilderFactory.newInstance();
            fabriek.setNamespaceAware(true);
            fabriek.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            fabriek.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return fabriek.newDocumentBuilder().parse(bestand.toFile()).getDocumentElement();
        } catch (IOException fout) {
            throw new UncheckedIOException(fout);
        } catch (Exception fout) {
            throw new IllegalStateException(bestand + " is geen geldig model: " + fout.getMessage(), fout);
        }
    }
}
