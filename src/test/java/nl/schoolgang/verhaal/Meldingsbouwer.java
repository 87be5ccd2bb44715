package nl.schoolgang.verhaal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import nl.schoolgang.Unieke;

/** A melding as a school delivers it through DUO; every pupil is new and invented unless a BSN is given. */
public final class Meldingsbouwer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate VANDAAG = LocalDate.of(2026, 3, 2);

    private final ObjectNode melding = JSON.createObjectNode();
    private final ObjectNode leerling = melding.putObject("leerling");
    private final ObjectNode school = melding.putObject("school");

    private Meldingsbouwer() {
        melding.put("gemeente", Verhaal.NOORDOOSTPOLDER).put("meldingsnummer", Unieke.meldingsnummer()).put("soort", "16-uur")
                .put("status", "geregistreerd").put("begindatum", "2026-02-02").put("einddatum", "2026-02-20").put("uren", 18)
                .put("reden", "ongeoorloofd afwezig").put("alleLessenGemist", false).put("actieSchool", "gesprek met leerling en ouders")
                .put("actieGemeenteGewenst", true).put("toelichting", "").put("gemeldDoor", "directeur");
        leerling.put("bsn", Unieke.bsn()).put("voornamen", "Fenna").put("achternaam", Unieke.naam("Verzinsel")).put("geslacht", "v");
        school.put("brin", "01AB").put("vestiging", "00").put("soort", "vo").put("naam", "Demo College");
        melding.putObject("contact").put("naam", "Mentor Verzonnen").put("functie", "mentor").put("telefoon", "0527-000000")
                .put("email", "mentor@example.org");
        leeftijd(13);
    }

    public static Meldingsbouwer verzuimmelding() {
        return new Meldingsbouwer();
    }

    public Meldingsbouwer in(String gemeente) {
        melding.put("gemeente", gemeente);
        return this;
    }

    public Meldingsbouwer soort(String soort) {
        melding.put("soort", soort);
        return this;
    }

    public Meldingsbouwer uren(int uren) {
        melding.put("uren", uren);
        return this;
    }

    /** Hours that need not be whole. */
    public Meldingsbouwer uren(double uren) {
        melding.put("uren", uren);
        return this;
    }

    public Meldingsbouwer zonderUren() {
        melding.remove("uren");
        return this;
    }

    /** The days of absence, as {@code 2026-03-02}; without an end when that is null. */
    public Meldingsbouwer verzuim(String begin, String eind) {
        melding.put("begindatum", begin).put("einddatum", eind);
        if (eind == null) {
            melding.remove("einddatum");
        }
        return this;
    }

    /** The age on 2 March 2026. */
    public Meldingsbouwer leeftijd(int jaren) {
        leerling.put("geboortedatum", VANDAAG.minusYears(jaren).minusDays(10).toString());
        return this;
    }

    public Meldingsbouwer geboren(LocalDate dag) {
        leerling.put("geboortedatum", dag.toString());
        return this;
    }

    public Meldingsbouwer school(String soort) {
        school.put("soort", soort).put("brin", switch (soort) {
            case "mbo" -> "25XY";
            case "po" -> "03PO";
            default -> "01AB";
        });
        return this;
    }

    /** The school asks the municipality for no action. */
    public Meldingsbouwer nietOmActieGevraagd() {
        melding.put("actieGemeenteGewenst", false);
        return this;
    }

    public Meldingsbouwer gemeldDoor(String wie) {
        melding.put("gemeldDoor", wie);
        return this;
    }

    public Meldingsbouwer status(String status) {
        melding.put("status", status);
        return this;
    }

    public Meldingsbouwer van(Meldingsbouwer zelfdeLeerling) {
        melding.set("leerling", zelfdeLeerling.leerling.deepCopy());
        melding.put("gemeente", zelfdeLeerling.melding.get("gemeente").textValue());
        return this;
    }

    /** The child is known by this onderwijsnummer instead of a BSN. */
    public Meldingsbouwer onderwijsnummer(String nummer) {
        leerling.remove("bsn");
        leerling.put("onderwijsnummer", nummer);
        return this;
    }

    /** The source names this onderwijsnummer beside the BSN. */
    public Meldingsbouwer ookOnderwijsnummer(String nummer) {
        ((ObjectNode) melding.get("leerling")).put("onderwijsnummer", nummer);
        return this;
    }

    /** The same melding with the same number, to be changed or withdrawn. */
    public Meldingsbouwer kopie() {
        Meldingsbouwer kopie = new Meldingsbouwer();
        kopie.melding.setAll(melding.deepCopy());
        return kopie;
    }

    public Meldingsbouwer met(String veld, String waarde) {
        melding.put(veld, waarde);
        return this;
    }

    public String meldingsnummer() {
        return melding.get("meldingsnummer").textValue();
    }

    public String gemeente() {
        return melding.get("gemeente").textValue();
    }

    public String bsn() {
        return melding.get("leerling").get("bsn").textValue();
    }

    public String achternaam() {
        return melding.get("leerling").get("achternaam").textValue();
    }

    public String json() {
        return melding.toString();
    }
}
