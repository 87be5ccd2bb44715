package nl.schoolgang.brief;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** All templates of the application, read and tested when it starts: a wrong one is found before anybody needs it. */
@Component
class Sjablonen {

    private static final String BRIEVEN = "classpath*:processes/*/brieven/*.html";
    private static final String MODELLEN = "classpath*:processes/**/*.bpmn";
    private static final String FORMULIEREN = "classpath*:forms/**/*.form";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final Map<String, Sjabloon> sjablonen = new TreeMap<>();

    Sjablonen(ResourcePatternResolver bestanden, ObjectMapper json) {
        try {
            Sjabloonlezer lezer = new Sjabloonlezer(veldenPerTaak(bestanden, json));
            List<String> fouten = new ArrayList<>();
            Set<String> gelezen = new HashSet<>();
            for (Resource bestand : bestanden.getResources(BRIEVEN)) {
                String naam = bestand.getFilename();
                String code = naam.substring(0, naam.lastIndexOf('.'));
                String adres = bestand.getURL().toString();
                String pad = adres.substring(adres.lastIndexOf("processes/"));
                if (!gelezen.add(pad)) {
                    // The same path further down the class path: the first one counts, as everywhere.
                    continue;
                }
                try {
                    Sjabloon ander = sjablonen.put(code, lezer.lees(code, pad, bestand.getContentAsString(StandardCharsets.UTF_8)));
                    if (ander != null) {
                        fouten.add(pad + ": er is nog een brief met deze naam: " + ander.bestand());
                    }
                } catch (Sjabloonfout e) {
                    fouten.add(e.getMessage());
                }
            }
            if (!fouten.isEmpty()) {
                throw new Sjabloonfout(fouten);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when there is no letter with this code */
    Sjabloon metCode(String code) {
        Sjabloon sjabloon = sjablonen.get(code);
        if (sjabloon == null) {
            throw new IllegalStateException("Er is geen brief '" + code + "' (processes/<procedure>/brieven/" + code + ".html)");
        }
        return sjabloon;
    }

    /** The letters that may use the answers of this task, by code. */
    List<Sjabloon> voorTaak(String definitie) {
        return sjablonen.values().stream().filter(s -> s.antwoorden().contains(definitie)).toList();
    }

    /** All letters, by code. */
    List<Sjabloon> alle() {
        return List.copyOf(sjablonen.values());
    }

    private static Map<String, Set<String>> veldenPerTaak(ResourcePatternResolver bestanden, ObjectMapper json) throws IOException {
        Map<String, Set<String>> perFormulier = new HashMap<>();
        for (Resource bestand : bestanden.getResources(FORMULIEREN)) {
            try (InputStream inhoud = bestand.getInputStream()) {
                JsonNode formulier = json.readTree(inhoud);
                Set<String> sleutels = new TreeSet<>();
                verzamel(formulier.path("components"), sleutels);
                perFormulier.put(formulier.path("id").asText(), sleutels);
            }
        }
        Map<String, Set<String>> perTaak = new HashMap<>();
        for (Resource bestand : bestanden.getResources(MODELLEN)) {
            try (InputStream inhoud = bestand.getInputStream()) {
                NodeList taken = lees(inhoud).getElementsByTagNameNS(BPMN, "userTask");
                for (int i = 0; i < taken.getLength(); i++) {
                    Element taak = (Element) taken.item(i);
                    perTaak.computeIfAbsent(taak.getAttribute("id"), t -> new TreeSet<>())
                            .addAll(perFormulier.getOrDefault(taak.getAttributeNS(CAMUNDA, "formRef"), Set.of()));
                }
            }
        }
        return perTaak;
    }

    private static void verzamel(JsonNode onderdelen, Set<String> sleutels) {
        onderdelen.forEach(o -> {
            if (o.hasNonNull("key")) {
                sleutels.add(o.get("key").asText());
            }
            verzamel(o.path("components"), sleutels);
        });
    }

    private static Element lees(InputStream model) throws IOException {
        try {
            DocumentBuilderFactory fabriek = DocumentBuilderFactory.newInstance();
            fabriek.setNamespaceAware(true);
            fabriek.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            fabriek.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return fabriek.newDocumentBuilder().parse(model).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Een model is geen goede XML", e);
        }
    }
}
