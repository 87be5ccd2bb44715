package nl.schoolgang.dekking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Whoever takes an element that carries a norm out of a model, hears from the matrix which norm that is. */
class NormVerdwijntTest {

    private static final long ZAAD = 20260302;
    private static final int STEEKPROEF = 40;
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static String vastgelegd;
    private static Getuigen getuigen;

    @TempDir
    private Path map;

    /** @param normen the norms that the element itself names, not those of elements within it */
    private record Drager(Path bestand, String id, List<String> normen) {
    }

    @BeforeAll
    static void leesMatrix() {
        getuigen = Getuigen.lees();
        // What the committed file must be: DocumentatieTest compares the two.
        vastgelegd = Normmatrix.lees().alsTekst(getuigen);
    }

    @Test
    @DisplayName("een steekproef van elementen: elk element dat verdwijnt, wordt met elk van zijn normen genoemd")
    void elementVerdwijnt() throws IOException {
        kopieer();
        assertThat(verschil()).as("een kopie is nog goed").isEmpty();
        List<Drager> dragers = dragers();
        Collections.shuffle(dragers, new Random(ZAAD));
        assertThat(dragers).hasSizeGreaterThan(STEEKPROEF);
        for (Drager drager : dragers.subList(0, STEEKPROEF)) {
            String origineel = Files.readString(drager.bestand());
            haalWeg(drager);
            List<String> verschil = verschil();
            assertThat(drager.normen()).as("%s zonder %s", drager.bestand().getFileName(), drager.id()).isNotEmpty().allSatisfy(norm ->
                    assertThat(verschil).anySatisfy(regel -> assertThat(regel).startsWith(norm + ": ").contains("`" + drager.id() + "`")));
            Files.writeString(drager.bestand(), origineel);
        }
    }

    private List<String> verschil() {
        return Normmatrix.verschil(vastgelegd, Normmatrix.lees(map).alsTekst(getuigen));
    }

    private void kopieer() throws IOException {
        for (String deel : List.of("processes", "forms")) {
            Path bron = Proceduremap.WORTEL.resolve(deel);
            try (Stream<Path> bestanden = Files.walk(bron)) {
                for (Path bestand : bestanden.filter(Files::isRegularFile).toList()) {
                    Path doel = map.resolve(deel).resolve(bron.relativize(bestand).toString());
                    Files.createDirectories(doel.getParent());
                    Files.copy(bestand, doel);
                }
            }
        }
    }

    private List<Drager> dragers() throws IOException {
        List<Drager> gevonden = new ArrayList<>();
        try (Stream<Path> bestanden = Files.walk(map.resolve("processes"))) {
            for (Path bestand : bestanden.filter(b -> b.toString().endsWith(".bpmn")).sorted().toList()) {
                NodeList eigenschappen = lees(bestand).getElementsByTagNameNS(CAMUNDA, "property");
                for (int i = 0; i < eigenschappen.getLength(); i++) {
                    Element eigenschap = (Element) eigenschappen.item(i);
                    if (eigenschap.getAttribute("name").equals("norm")) {
                        gevonden.add(new Drager(bestand, eigenaar(eigenschap).getAttribute("id"), List.of(eigenschap.getAttribute("value").split("[,\\s]+"))));
                    }
                }
            }
        }
        return gevonden;
    }

    private static Element eigenaar(Element eigenschap) {
        Node plek = eigenschap;
        while (!(plek instanceof Element e && e.hasAttribute("id"))) {
            plek = plek.getParentNode();
        }
        return (Element) plek;
    }

    private static void haalWeg(Drager drager) {
        Document model = lees(drager.bestand());
        NodeList alle = model.getElementsByTagName("*");
        for (int i = 0; i < alle.getLength(); i++) {
            Element element = (Element) alle.item(i);
            if (element.getAttribute("id").equals(drager.id())) {
                element.getParentNode().removeChild(element);
                schrijf(model, drager.bestand());
                return;
            }
        }
        throw new IllegalStateException("Geen element " + drager.id());
    }

    private static Document lees(Path bestand) {
        try {
            DocumentBuilderFactory fabriek = DocumentBuilderFactory.newInstance();
            fabriek.setNamespaceAware(true);
            return fabriek.newDocumentBuilder().parse(bestand.toFile());
        } catch (Exception e) {
            throw new IllegalStateException(bestand + " is niet te lezen", e);
        }
    }

    private static void schrijf(Document model, Path bestand) {
        try {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(bestand.toFile()));
        } catch (Exception e) {
            throw new IllegalStateException(bestand + " is niet te schrijven", e);
        }
    }
}
