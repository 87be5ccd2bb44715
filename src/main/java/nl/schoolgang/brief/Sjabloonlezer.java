package nl.schoolgang.brief;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import nl.schoolgang.dossier.Label;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a template and refuses what cannot work, with file and line: what is not well-formed, a header that is not complete, elements
 * that do not belong in a letter, and names that the letter would not be given.
 */
final class Sjabloonlezer {

    private static final Pattern KOP = Pattern.compile("\\A\\s*(?:<\\?xml[^>]*\\?>\\s*)?<!--(.*?)-->", Pattern.DOTALL);
    private static final Pattern REGEL = Pattern.compile("\\s*([a-z]+)\\s*:\\s*(.*?)\\s*");
    private static final Pattern ROMP = Pattern.compile("<body[^>]*>(.*)</body>", Pattern.DOTALL);
    private static final Set<String> SLEUTELS = Set.of("titel", "aan", "antwoorden", "gekozen", "als", "vrij", "label", "norm", "termijn", "namens", "besluit");
    private static final Set<String> NAMENS = Set.of("leerplichtambtenaar", "college");

    private final Map<String, Set<String>> veldenPerTaak;

    /** @param veldenPerTaak the keys of the form of every task definition */
    Sjabloonlezer(Map<String, Set<String>> veldenPerTaak) {
        this.veldenPerTaak = veldenPerTaak;
    }

    /** @throws Sjabloonfout with everything that is wrong with it */
    Sjabloon lees(String code, String bestand, String tekst) {
        List<String> fouten = new ArrayList<>();
        Map<String, String> kop = kop(bestand, tekst, fouten);
        List<String> aan = lijst(kop.get("aan"));
        aan.stream().filter(a -> !Sjabloon.AAN.contains(a)).forEach(a -> fouten.add(bestand + ", regel " + regelVan(tekst, "aan:")
                + ": 'aan' kent " + a + " niet, alleen " + new TreeSet<>(Sjabloon.AAN)));
        List<List<String>> groepen = lijst(kop.get("antwoorden")).stream()
                .map(groep -> Stream.of(groep.split("\\|")).map(String::strip).toList()).toList();
        List<String> antwoorden = groepen.stream().flatMap(List::stream).toList();
        antwoorden.stream().filter(a -> !veldenPerTaak.containsKey(a)).forEach(a -> fouten.add(bestand + ", regel "
                + regelVan(tekst, "antwoorden:") + ": er is geen taak " + a));
        if (kop.containsKey("gekozen") && antwoorden.stream().noneMatch(a -> veldenPerTaak.getOrDefault(a, Set.of()).contains(kop.get("gekozen")))) {
            fouten.add(bestand + ", regel " + regelVan(tekst, "gekozen:") + ": geen van de taken vraagt " + kop.get("gekozen"));
        }
        String namens = kop.getOrDefault("namens", "leerplichtambtenaar");
        if (!NAMENS.contains(namens)) {
            fouten.add(bestand + ", regel " + regelVan(tekst, "namens:") + ": 'namens' is leerplichtambtenaar of college");
        }
        if (kop.containsKey("als") && !Sjabloon.isVoorwaarde(kop.get("als"))) {
            fouten.add(bestand + ", regel " + regelVan(tekst, "als:") + ": 'als' is een veld, veld = waarde of veld != waarde");
        }
        Label label = label(bestand, tekst, kop.get("label"), fouten);
        Matcher romp = ROMP.matcher(tekst);
        if (!romp.find()) {
            fouten.add(bestand + ": er is geen <body>");
        } else {
            fouten.addAll(controleer(bestand, tekst, antwoorden));
        }
        if (!fouten.isEmpty()) {
            throw new Sjabloonfout(fouten);
        }
        return new Sjabloon(code, bestand, kop.get("titel"), aan, groepen, kop.get("gekozen"), kop.get("als"), kop.get("vrij"), label, lijst(kop.get("norm")),
                kop.get("termijn"), namens, "ja".equals(kop.get("besluit")), romp.group(1));
    }

    private static Map<String, String> kop(String bestand, String tekst, List<String> fouten) {
        Map<String, String> kop = new LinkedHashMap<>();
        Matcher commentaar = KOP.matcher(tekst);
        if (!commentaar.find()) {
            fouten.add(bestand + ", regel 1: een brief begint met commentaar waarin staat: titel, aan, label en norm");
            return kop;
        }
        int nummer = regelnummer(tekst, commentaar.start(1));
        for (String regel : commentaar.group(1).split("\n", -1)) {
            Matcher paar = REGEL.matcher(regel);
            if (paar.matches() && SLEUTELS.contains(paar.group(1))) {
                if (!paar.group(2).isEmpty() && kop.put(paar.group(1), paar.group(2)) != null) {
                    fouten.add(bestand + ", regel " + nummer + ": '" + paar.group(1) + "' staat er twee keer");
                }
            } else if (!regel.isBlank()) {
                fouten.add(bestand + ", regel " + nummer + ": dit hoort niet in de kop: " + regel.strip());
            }
            nummer++;
        }
        Stream.of("titel", "aan", "label", "norm").filter(s -> !kop.containsKey(s))
                .forEach(s -> fouten.add(bestand + ": '" + s + ":' ontbreekt in de kop"));
        return kop;
    }

    private static Label label(String bestand, String tekst, String code, List<String> fouten) {
        if (code == null) {
            return null;
        }
        try {
            return Label.valueOf(code);
        } catch (IllegalArgumentException e) {
            fouten.add(bestand + ", regel " + regelVan(tekst, "label:") + ": 'label' is WPG, AVG of STRAFRECHT");
            return null;
        }
    }

    private List<String> controleer(String bestand, String tekst, List<String> antwoorden) {
        Set<String> velden = new TreeSet<>();
        antwoorden.forEach(taak -> velden.addAll(veldenPerTaak.getOrDefault(taak, Set.of())));
        Map<String, Set<String>> bekend = new HashMap<>(Briefgegevens.NAMEN);
        bekend.put("antwoord", velden);
        bekend.put("keuze", velden);
        Sjablooncontrole controle = new Sjablooncontrole(bestand, bekend);
        try {
            SAXParserFactory fabriek = SAXParserFactory.newInstance();
            fabriek.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            fabriek.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            fabriek.newSAXParser().parse(new InputSource(new StringReader(tekst)), controle);
        } catch (SAXParseException e) {
            controle.fouten().add(bestand + ", regel " + e.getLineNumber() + ": geen goede XHTML (" + e.getMessage() + ")");
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(bestand + " is niet te lezen", e);
        }
        return controle.fouten();
    }

    private static List<String> lijst(String tekst) {
        return tekst == null ? List.of() : Stream.of(tekst.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static int regelVan(String tekst, String begin) {
        return regelnummer(tekst, Math.max(0, tekst.indexOf(begin)));
    }

    private static int regelnummer(String tekst, int plaats) {
        return 1 + (int) tekst.substring(0, plaats).chars().filter(c -> c == '\n').count();
    }
}
