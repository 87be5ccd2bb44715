package nl.schoolgang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.schoolgang.demo.Demoleerling.Achternaam;
import nl.schoolgang.demo.Demoleerling.Adres;
import nl.schoolgang.demo.Demoleerling.Ouder;

/** Invents pupils with their parents: the same ones every time. */
final class Demopersonen {

    static final int PER_GEMEENTE = 40;
    private static final long ZAAD = 1969_0530L;
    /** The day on which the demo clock starts. */
    private static final LocalDate VANDAAG = LocalDate.of(2026, 3, 2);

    private static final List<String> MEISJES = List.of("Sanne", "Aylin", "Julia", "Fatima", "Zofia", "Emma", "Noor", "Lieke", "Amira",
            "Tess", "Roos", "Esra", "Fleur", "Daria", "Lotte", "Salma");
    private static final List<String> JONGENS = List.of("Sem", "Daan", "Mohamed", "Lucas", "Jakub", "Finn", "Yusuf", "Bram", "Thijs",
            "Omar", "Jesse", "Luuk", "Ravi", "Teun", "Elias", "Mick");
    private static final List<String> MOEDERS = List.of("Annemiek", "Hatice", "Karin", "Khadija", "Agnieszka", "Marloes", "Petra",
            "Wendy", "Saskia", "Nadia");
    private static final List<String> VADERS = List.of("Gerard", "Mehmet", "Robert", "Hassan", "Piotr", "Arjan", "Marcel", "Dennis",
            "Stefan", "Karim");
    private static final List<Achternaam> ACHTERNAMEN = List.of(new Achternaam(null, "Zandleven"), new Achternaam("van", "Emmelaar"),
            new Achternaam("de", "Koolmees"), new Achternaam(null, "Yıldızoğlu"), new Achternaam("ter", "Weelde"),
            new Achternaam(null, "Bentahir"), new Achternaam("van der", "Kavel"), new Achternaam(null, "Kowalczewski"),
            new Achternaam(null, "Appelhof"), new Achternaam("van den", "Rietkraag"), new Achternaam(null, "Oosterwold"),
            new Achternaam("el", "Mansourati"), new Achternaam(null, "Wilgenkamp"), new Achternaam("de", "Roerdomp"),
            new Achternaam(null, "Tulpstra"), new Achternaam(null, "Çelikbaş"), new Achternaam("'t", "Hoogeland"),
            new Achternaam(null, "Nachtegaal-Vos"), new Achternaam("in 't", "Groen"), new Achternaam(null, "Dijkgraaff"));
    private static final Map<String, List<Plaats>> PLAATSEN = Map.of(
            Demoschool.NOORDOOSTPOLDER, List.of(new Plaats("Emmeloord", "8301 X"), new Plaats("Marknesse", "8316 X"), new Plaats("Ens", "8307 X")),
            Demoschool.BUNNIK, List.of(new Plaats("Bunnik", "3981 X"), new Plaats("Odijk", "3984 X"), new Plaats("Werkhoven", "3985 X")));
    private static final List<String> STRATEN = List.of("Korenaarstraat", "Kievitpad", "Sluiswachterlaan", "Bloesemweg", "Rietzangerhof",
            "Gemaalstraat", "Perenlaan", "Zwaluwdreef", "Peppelpad", "Vlasakker");

    private final Random toeval = new Random(ZAAD);
    private final Iterator<String> bsns = Testnummers.bsns().iterator();
    private int telefoonnummer;

    private Demopersonen() {
    }

    /** Forty pupils a municipality, from 4 to 19 years old on the first day of the demo, each with two parents or more. */
    static List<Demoleerling> alle() {
        Demopersonen verzinner = new Demopersonen();
        List<Demoleerling> leerlingen = new ArrayList<>();
        for (String gemeente : List.of(Demoschool.NOORDOOSTPOLDER, Demoschool.BUNNIK)) {
            for (int nummer = 0; nummer < PER_GEMEENTE; nummer++) {
                leerlingen.add(verzinner.leerling(gemeente, nummer));
            }
        }
        return List.copyOf(leerlingen);
    }

    private Demoleerling leerling(String gemeente, int nummer) {
        boolean meisje = toeval.nextBoolean();
        Achternaam achternaam = ACHTERNAMEN.get((nummer * 7 + gemeente.length()) % ACHTERNAMEN.size());
        String voornaam = kies(meisje ? MEISJES : JONGENS);
        int leeftijd = 4 + nummer * 16 / PER_GEMEENTE;
        LocalDate geboren = VANDAAG.minusYears(leeftijd).minusDays(1 + toeval.nextInt(360));
        Adres adres = adres(gemeente);
        Demoschool school = school(gemeente, leeftijd, nummer);
        LocalDate ingeschreven = LocalDate.of(leeftijd < 5 ? 2026 : 2025, leeftijd < 5 ? 1 : 8, leeftijd < 5 ? 5 : 1);
        boolean mobiel = leeftijd >= 12;
        return new Demoleerling(gemeente, bsns.next(), voornaam, achternaam, geboren, meisje ? "v" : "m",
                adres, mobiel ? telefoon() : null, mobiel ? email(voornaam, nummer, gemeente) : null,
                ouders(gemeente, nummer, achternaam, adres), school, ingeschreven);
    }

    /** Most live together; every fifth pair is divorced. Some numbers have a secret address, an interpreter, a third carer. */
    private List<Ouder> ouders(String gemeente, int nummer, Achternaam naamKind, Adres thuis) {
        boolean gescheiden = nummer % 5 == 4;
        boolean geheim = nummer == 24;
        String taal = switch (nummer) {
            case 27 -> "Arabisch";
            case 31 -> "Pools";
            default -> null;
        };
        List<Ouder> ouders = new ArrayList<>();
        ouders.add(new Ouder(bsns.next(), kies(MOEDERS), kies(ACHTERNAMEN), thuis, false, telefoon(), email("moeder", nummer, gemeente),
                taal, taal != null, "moeder", true));
        ouders.add(new Ouder(bsns.next(), kies(VADERS), naamKind, gescheiden ? adres(gemeente) : thuis, geheim, telefoon(),
                email("vader", nummer, gemeente), taal, false, "vader", nummer != 14));
        if (nummer == 29) {
            ouders.add(new Ouder(bsns.next(), kies(VADERS), kies(ACHTERNAMEN), thuis, false, telefoon(),
                    email("verzorger", nummer, gemeente), null, false, "verzorger", false));
        }
        return List.copyOf(ouders);
    }

    private Demoschool school(String gemeente, int leeftijd, int nummer) {
        boolean mbo = leeftijd >= 17 || leeftijd == 16 && nummer % 2 == 1;
        String soort = leeftijd < 12 ? "po" : mbo ? "mbo" : "vo";
        return kies(Demoschool.van(gemeente, nummer % 13 == 12 && !mbo ? "particulier" : soort));
    }

    private Adres adres(String gemeente) {
        Plaats plaats = kies(PLAATSEN.get(gemeente));
        return new Adres(kies(STRATEN), Integer.toString(1 + toeval.nextInt(90)), plaats.postcode() + (char) ('A' + toeval.nextInt(20)),
                plaats.naam());
    }

    private String telefoon() {
        telefoonnummer++;
        return String.format(Locale.ROOT, "06-00000%03d", telefoonnummer);
    }

    private static String email(String wie, int nummer, String gemeente) {
        return wie.toLowerCase(Locale.ROOT) + nummer + "." + gemeente + "@example.org";
    }

    private <T> T kies(List<T> keus) {
        return keus.get(toeval.nextInt(keus.size()));
    }

    private record Plaats(String naam, String postcode) {
    }
}
