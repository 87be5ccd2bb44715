package nl.schoolgang.melding;

import java.util.List;
import java.util.stream.Stream;
import nl.schoolgang.normen.Norm;

/**
 * A field that may be delivered: the one list that JSON, CSV and validation go by.
 *
 * @param naam     as in the API, with dots; also the column of the CSV
 * @param soort    what may stand in it
 * @param maximum  longest text
 * @param waarden  the codes, for {@link Soort#CODE}; otherwise empty
 */
record Veld(String naam, Soort soort, int maximum, List<String> waarden) {

    enum Soort { TEKST, TEKST_MET_REGELS, CODE, DATUM, MOMENT, UREN, JA_NEE, NUMMER, BSN, ONDERWIJSNUMMER, BRIN, VESTIGING, TELEFOON, EMAIL }

    static final List<String> SCHOOLSOORTEN = List.of("po", "sbo", "so", "vso", "vo", "pro", "vavo", "mbo", "particulier", "b3", "overig");

    /** {@code 16-uur} is the limit of the law; the other kinds take a melding below it. */
    @Norm({"BUN-T20.01-04", "NOP-2.2.01-02", "NOP-2.2.01-05"})
    static final List<Veld> VAN_VERZUIMMELDING = List.of(
            tekst("gemeente", 50), veld("meldingsnummer", Soort.NUMMER, 50),
            code("soort", "16-uur", "langdurig", "luxe", "overig", Melding.SOORT_18_PLUS),
            code("status", Melding.GEREGISTREERD, Melding.INGETROKKEN),
            veld("leerling.bsn", Soort.BSN, 9), veld("leerling.onderwijsnummer", Soort.ONDERWIJSNUMMER, 9),
            tekst("leerling.voornamen", 200), tekst("leerling.achternaam", 200), veld("leerling.geboortedatum", Soort.DATUM, 10),
            code("leerling.geslacht", "m", "v", "x", "o"),
            veld("school.brin", Soort.BRIN, 4), veld("school.vestiging", Soort.VESTIGING, 2),
            new Veld("school.soort", Soort.CODE, 20, SCHOOLSOORTEN), tekst("school.naam", 200),
            veld("begindatum", Soort.DATUM, 10), veld("einddatum", Soort.DATUM, 10), veld("uren", Soort.UREN, 20),
            veld("reden", Soort.TEKST_MET_REGELS, 500), veld("alleLessenGemist", Soort.JA_NEE, 5),
            veld("actieSchool", Soort.TEKST_MET_REGELS, 2000), veld("actieGemeenteGewenst", Soort.JA_NEE, 5),
            veld("toelichting", Soort.TEKST_MET_REGELS, 4000),
            tekst("contact.naam", 200), tekst("contact.functie", 100), veld("contact.telefoon", Soort.TELEFOON, 30),
            veld("contact.email", Soort.EMAIL, 254),
            tekst("gemeldDoor", 100), veld("ontvangen", Soort.MOMENT, 40));

    static final List<Veld> VAN_KENNISGEVING = Stream.concat(VAN_VERZUIMMELDING.stream(), Stream.of(
            code("bron", Meldingsvorm.SCHOOL_BUITEN_DUO, Meldingsvorm.ANDERE_BRON),
            tekst("melder.naam", 200), tekst("melder.functie", 100), veld("melder.telefoon", Soort.TELEFOON, 30),
            veld("melder.email", Soort.EMAIL, 254))).toList();

    /** The object in which the field stands in JSON; empty for a field at the top. */
    String groep() {
        int punt = naam.indexOf('.');
        return punt < 0 ? "" : naam.substring(0, punt);
    }

    private static Veld veld(String naam, Soort soort, int maximum) {
        return new Veld(naam, soort, maximum, List.of());
    }

    private static Veld tekst(String naam, int maximum) {
        return veld(naam, Soort.TEKST, maximum);
    }

    private static Veld code(String naam, String... waarden) {
        return new Veld(naam, Soort.CODE, 20, List.of(waarden));
    }
}
