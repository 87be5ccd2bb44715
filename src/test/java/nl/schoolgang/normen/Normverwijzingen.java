package nl.schoolgang.normen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Finds every reference to a norm in models, tables, forms, letters and classes. */
public final class Normverwijzingen {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BRIEF = Pattern.compile("<!--.*?\\bnorm:\\s*(?<ids>.*?)\\s*(?:-->|\\R)", Pattern.DOTALL);
    /** The full shape of an id, also of a municipality without a register. */
    private static final String VOLLEDIG = "[A-Z]{3}-[0-9A-Z]+(?:\\.[0-9A-Za-z]+)+-[0-9]+";

    private final List<Normverwijzing> gevonden = new ArrayList<>();
    private final Pattern inTekst;

    /** @param voorvoegsels in free text, everything that starts with one of these and a hyphen counts as an id */
    public Normverwijzingen(Set<String> voorvoegsels) {
        this.inTekst = Pattern.compile("\\b(?:" + VOLLEDIG + "|(?:" + String.join("|", new TreeSet<>(voorvoegsels)) + ")-[\\w.-]*\\w)");
    }

    public List<Normverwijzing> gevonden() {
        return List.copyOf(gevonden);
    }

    /** Reads {@code processes/} and {@code forms/} under this directory, as far as they are there. */
    public Normverwijzingen inMap(Path wortel) throws IOException {
        for (String naam : List.of("processes", "forms")) {
            Path map = wortel.resolve(naam);
            if (Files.isDirectory(map)) {
                try (Stream<Path> bestanden = Files.walk(map)) {
                    for (Path bestand : bestanden.filter(Files::isRegularFile).filter(b -> !b.toString().endsWith(".png")).sorted().toList()) {
                        inBestand(wortel.relativize(bestand).toString().replace('\\', '/'), Files.readString(bestand));
                    }
                }
            }
        }
        return this;
    }

    private void inBestand(String naam, String inhoud) throws IOException {
        if (naam.endsWith(".bpmn")) {
            inModel(naam, xml(naam, inhoud));
        } else if (naam.endsWith(".dmn")) {
            inTabel(naam, xml(naam, inhoud));
        } else if (naam.endsWith(".form")) {
            inVelden(naam, new ObjectMapper().readTree(inhoud));
        } else if (naam.endsWith(".html")) {
            Matcher kop = BRIEF.matcher(inhoud);
            while (kop.find()) {
                splits(naam, "de kop van de brief", kop.group("ids"));
            }
        }
    }

    private void inModel(String naam, Document model) {
        NodeList eigenschappen = model.getElementsByTagNameNS(CAMUNDA, "property");
        for (int i = 0; i < eigenschappen.getLength(); i++) {
            Element eigenschap = (Element) eigenschappen.item(i);
            if (eigenschap.getAttribute("name").equals("norm")) {
                splits(naam, element(eigenschap), eigenschap.getAttribute("value"));
            }
        }
    }

    /** The annotation column of Camunda Modeler is the rule's description; DMN 1.3 also knows annotationEntry. */
    private void inTabel(String naam, Document tabel) {
        for (String soort : List.of("description", "annotationEntry")) {
            NodeList teksten = tabel.getElementsByTagNameNS("*", soort);
            for (int i = 0; i < teksten.getLength(); i++) {
                Matcher id = inTekst.matcher(teksten.item(i).getTextContent());
                while (id.find()) {
                    gevonden.add(new Normverwijzing(naam, element(teksten.item(i)), id.group()));
                }
            }
        }
    }

    private void inVelden(String naam, JsonNode onderdeel) {
        JsonNode norm = onderdeel.path("properties").path("norm");
        if (!norm.isMissingNode()) {
            String veld = onderdeel.hasNonNull("key") ? onderdeel.get("key").asText() : onderdeel.path("id").asText();
            splits(naam, "veld \"" + veld + "\"", norm.asText());
        }
        onderdeel.path("components").forEach(veld -> inVelden(naam, veld));
    }

    /** Reads {@link Norm} on classes, their methods and their fields. */
    public Normverwijzingen inKlassen(JavaClasses klassen) {
        for (JavaClass klasse : klassen) {
            String bestand = klasse.getName();
            inAnnotatie(bestand, "de klasse", klasse);
            klasse.getMethods().forEach(methode -> inAnnotatie(bestand, "methode " + methode.getName(), methode));
            klasse.getFields().forEach(veld -> inAnnotatie(bestand, "veld " + veld.getName(), veld));
        }
        return this;
    }

    private void inAnnotatie(String bestand, String onderdeel, HasAnnotations<?> drager) {
        drager.tryGetAnnotationOfType(Norm.class.getName()).flatMap(norm -> norm.get("value"))
                .ifPresent(ids -> splits(bestand, onderdeel, String.join(",", (String[]) ids)));
    }

    private void splits(String bestand, String onderdeel, String ids) {
        for (String id : ids.split("[,\\s]+")) {
            gevonden.add(new Normverwijzing(bestand, onderdeel, id));
        }
    }

    private static String element(Node node) {
        Node drager = node;
        while (drager instanceof Element e && !e.hasAttribute("id")) {
            drager = drager.getParentNode();
        }
        return drager instanceof Element e ? "element \"" + e.getAttribute("id") + "\"" : "het model zelf";
    }

    private static Document xml(String naam, String inhoud) {
        try {
            DocumentBuilderFactory fabriek = DocumentBuilderFactory.newInstance();
            fabriek.setNamespaceAware(true);
            fabriek.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            fabriek.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return fabriek.newDocumentBuilder().parse(new InputSource(new StringReader(inhoud)));
        } catch (Exception fout) {
            throw new IllegalStateException(naam + " is geen geldige XML: " + fout.getMessage(), fout);
        }
    }
}
