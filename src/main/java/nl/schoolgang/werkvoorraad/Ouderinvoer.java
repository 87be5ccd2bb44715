package nl.schoolgang.werkvoorraad;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.leerling.Ouder;

/** Reads and tests what was typed about a parent. */
final class Ouderinvoer {

    static final List<String> RELATIES = List.of("moeder", "vader", "ouder", "voogd", "verzorger", "pleegouder");
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3} ?[A-Za-z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern TELEFOON = Pattern.compile("\\+?[0-9 ()\\-]{8,20}");
    private static final int LANGSTE = 200;

    private final Map<String, String> velden;
    private final List<Fout> fouten = new ArrayList<>();

    private Ouderinvoer(Map<String, String> velden) {
        this.velden = velden;
    }

    /**
     * The parent that was typed.
     *
     * @param id of the parent that is changed; null for a new one
     * @throws OngeldigeInvoer with every fault, per field
     */
    static Ouder lees(Map<String, String> velden, UUID id, String gemeente) {
        return new Ouderinvoer(velden).lees(id, gemeente);
    }

    static NieuweOuder nieuw(Ouder o) {
        return new NieuweOuder(o.gemeente(), null, o.voornamen(), o.voorvoegsel(), o.achternaam(), null, o.adres(), o.geheimAdres(),
                o.telefoon(), o.email(), o.taal(), o.tolkNodig(), o.elektronisch());
    }

    /**
     * What stands in the form when a parent is opened.
     *
     * A secret address is not put on the screen; left empty it stays as it is, and stays secret.
     */
    static Map<String, String> velden(Ouder o) {
        Map<String, String> velden = new LinkedHashMap<>();
        velden.put("versie", Integer.toString(o.versie()));
        zet(velden, "voornamen", o.voornamen());
        zet(velden, "voorvoegsel", o.voorvoegsel());
        zet(velden, "achternaam", o.achternaam());
        zet(velden, "relatie", o.relatie());
        zet(velden, "gezag", o.gezag() ? "true" : null);
        if (!o.geheimAdres()) {
            zet(velden, "straat", o.adres().straat());
            zet(velden, "huisnummer", o.adres().huisnummer());
            zet(velden, "postcode", o.adres().postcode());
            zet(velden, "woonplaats", o.adres().woonplaats());
        }
        zet(velden, "geheimAdres", o.geheimAdres() ? "true" : null);
        zet(velden, "telefoon", o.telefoon());
        zet(velden, "email", o.email());
        zet(velden, "elektronisch", o.elektronisch() ? "true" : null);
        zet(velden, "taal", o.taal());
        zet(velden, "tolkNodig", o.tolkNodig() ? "true" : null);
        return velden;
    }

    /**
     * The change of a parent. A secret address that was left empty stays; who lifts the secrecy types the address anew, because nobody
     * gets to see the old one.
     *
     * @throws OngeldigeInvoer with every fault, per field
     */
    static Ouder wijziging(Map<String, String> velden, Ouder was) {
        Ouder nieuw = lees(velden, was.id(), was.gemeente());
        if (!was.geheimAdres()) {
            return nieuw;
        }
        if (nieuw.geheimAdres()) {
            return nieuw.adres().regel().isEmpty() ? metAdresVan(was, nieuw) : nieuw;
        }
        List<Fout> fouten = new ArrayList<>();
        if (nieuw.adres().straat() == null) {
            fouten.add(new Fout("straat", "Het adres was geheim. Typ het adres opnieuw als het niet meer geheim is."));
        }
        if (nieuw.adres().woonplaats() == null) {
            fouten.add(new Fout("woonplaats", "Typ ook de woonplaats opnieuw."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return nieuw;
    }

    private static Ouder metAdresVan(Ouder was, Ouder nieuw) {
        return new Ouder(nieuw.id(), nieuw.gemeente(), null, nieuw.voornamen(), nieuw.voorvoegsel(), nieuw.achternaam(), null, was.adres(),
                nieuw.geheimAdres(), nieuw.telefoon(), nieuw.email(), nieuw.taal(), nieuw.tolkNodig(), nieuw.relatie(), nieuw.gezag(),
                nieuw.versie(), nieuw.elektronisch());
    }

    private Ouder lees(UUID id, String gemeente) {
        String achternaam = tekst("achternaam");
        if (achternaam == null) {
            fouten.add(new Fout("achternaam", "Vul de achternaam in."));
        }
        String relatie = velden.getOrDefault("relatie", "");
        if (!RELATIES.contains(relatie)) {
            fouten.add(new Fout("relatie", "Maak een keuze."));
        }
        String postcode = tekst("postcode", POSTCODE, "Vul een postcode in, bijvoorbeeld 8301 AB.");
        if (postcode != null) {
            String kaal = postcode.replace(" ", "").toUpperCase(Locale.ROOT);
            postcode = kaal.length() == 6 ? kaal.substring(0, 4) + " " + kaal.substring(4) : postcode;
        }
        Adres adres = new Adres(tekst("straat"), tekst("huisnummer"), postcode, tekst("woonplaats"));
        Ouder ouder = new Ouder(id, gemeente, null, tekst("voornamen"), tekst("voorvoegsel"), achternaam, null, adres, vinkje("geheimAdres"),
                tekst("telefoon", TELEFOON, "Vul een telefoonnummer in, bijvoorbeeld 0527-123456."),
                tekst("email", EMAIL, "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."), tekst("taal"), vinkje("tolkNodig"), relatie,
                vinkje("gezag"), versie(), vinkje("elektronisch"));
        if (ouder.elektronisch() && ouder.email() == null) {
            fouten.add(new Fout("email", "Vul het e-mailadres in waarop deze ouder brieven wil krijgen."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        return ouder;
    }

    private int versie() {
        String versie = velden.getOrDefault("versie", "0");
        return versie.matches("\\d{1,9}") ? Integer.parseInt(versie) : -1;
    }

    private boolean vinkje(String veld) {
        return "true".equals(velden.get(veld));
    }

    private String tekst(String veld, Pattern vorm, String reden) {
        String tekst = tekst(veld);
        if (tekst != null && !vorm.matcher(tekst).matches()) {
            fouten.add(new Fout(veld, reden));
        }
        return tekst;
    }

    private String tekst(String veld) {
        String tekst = velden.getOrDefault(veld, "").replace("\0", "").strip();
        if (tekst.length() > LANGSTE) {
            fouten.add(new Fout(veld, "Gebruik hoogstens " + LANGSTE + " tekens."));
        }
        return tekst.isEmpty() ? null : tekst;
    }

    private static void zet(Map<String, String> velden, String veld, String waarde) {
        if (waarde != null) {
            velden.put(veld, waarde);
        }
    }
}
