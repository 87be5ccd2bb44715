package nl.schoolgang.brief;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schoolgang.bericht.Sjabloonuitdrukking;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Looks at every element, attribute and <code>${…}</code> of a template. */
final class Sjablooncontrole extends DefaultHandler {

    private static final Set<String> ELEMENTEN = Set.of("html", "head", "title", "body", "p", "h2", "h3", "ul", "ol", "li", "strong", "em", "br",
            "span", "div", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "th:block");
    private static final Set<String> KENMERKEN = Set.of("class", "scope", "lang", "xmlns", "xmlns:th", "th:text", "th:if", "th:unless", "th:each",
            "th:switch", "th:case", "th:remove");
    private static final Pattern INVULPLEK = Pattern.compile("[$*#@~]\\{([^}]*)}?");
    private static final Pattern HERHALING = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*:.*", Pattern.DOTALL);
    private static final Pattern ONGEFILTERD = Pattern.compile("\\[\\(|__");

    private final String bestand;
    private final Map<String, Set<String>> bekend;
    private final Set<String> herhaald = new HashSet<>();
    private final List<String> fouten = new ArrayList<>();
    private Locator plaats;

    /** @param bekend names that can be filled in, each with the names behind its dot; an empty set: none */
    Sjablooncontrole(String bestand, Map<String, Set<String>> bekend) {
        this.bestand = bestand;
        this.bekend = bekend;
    }

    List<String> fouten() {
        return fouten;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        plaats = locator;
    }

    @Override
    public void startElement(String uri, String lokaal, String naam, Attributes kenmerken) {
        if (!ELEMENTEN.contains(naam)) {
            fout("<" + naam + "> hoort niet in een brief");
        }
        for (int i = 0; i < kenmerken.getLength(); i++) {
            String kenmerk = kenmerken.getQName(i);
            String waarde = kenmerken.getValue(i);
            if (!KENMERKEN.contains(kenmerk)) {
                fout("'" + kenmerk + "' kan niet in een brief");
            } else if (kenmerk.equals("th:each")) {
                Matcher herhaling = HERHALING.matcher(waarde);
                if (herhaling.matches()) {
                    herhaald.add(herhaling.group(1));
                }
            }
            invulplekken(waarde);
        }
    }

    @Override
    public void characters(char[] tekens, int begin, int lengte) {
        invulplekken(new String(tekens, begin, lengte));
    }

    private void invulplekken(String tekst) {
        if (ONGEFILTERD.matcher(tekst).find()) {
            fout("'[(' en '__' kunnen niet in een brief");
        }
        Matcher plek = INVULPLEK.matcher(tekst);
        while (plek.find()) {
            String pad = plek.group(1).strip();
            if (plek.group().charAt(0) != '$' || !Sjabloonuitdrukking.PAD.matcher(pad).matches()) {
                fout("hier kan alleen een naam staan, of namen met punten ertussen: " + plek.group());
            } else {
                naam(pad);
            }
        }
    }

    private void naam(String pad) {
        String[] delen = pad.split("\\.", 3);
        Set<String> achter = bekend.get(delen[0]);
        if (herhaald.contains(delen[0])) {
            return;
        }
        if (achter == null) {
            fout("'" + delen[0] + "' is niet bekend in een brief; wel: " + new TreeSet<>(bekend.keySet()));
        } else if (delen.length > 2 || (delen.length == 2) != !achter.isEmpty() || delen.length == 2 && !achter.contains(delen[1])) {
            fout("'" + pad + "' is niet bekend; onder " + delen[0] + " wel: " + new TreeSet<>(achter));
        }
    }

    private void fout(String reden) {
        fouten.add(bestand + ", regel " + plaats.getLineNumber() + ": " + reden);
    }
}
