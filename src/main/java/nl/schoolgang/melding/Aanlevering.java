package nl.schoolgang.melding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.schoolgang.leerling.NieuweLeerling;

/** A melding that was delivered and found in order. */
final class Aanlevering {

    /** Not part of what is compared: keys, the moment of receipt, and numbers of the person, which are kept with the pupil only. */
    private static final Set<String> BUITEN_INHOUD = Set.of("gemeente", "bron", "meldingsnummer", "ontvangen", "leerling.bsn",
            "leerling.onderwijsnummer");

    private final Map<String, Object> waarden;

    Aanlevering(Map<String, Object> waarden) {
        this.waarden = Map.copyOf(waarden);
    }

    String gemeente() {
        return tekst("gemeente");
    }

    String bron() {
        return tekst("bron");
    }

    String meldingsnummer() {
        return tekst("meldingsnummer");
    }

    String bsn() {
        return tekst("leerling.bsn");
    }

    String onderwijsnummer() {
        return tekst("leerling.onderwijsnummer");
    }

    boolean ingetrokken() {
        return Melding.INGETROKKEN.equals(tekst("status"));
    }

    LocalDate begindatum() {
        return datum("begindatum");
    }

    /** Null when it was not delivered. */
    String tekst(String veld) {
        return (String) waarden.get(veld);
    }

    /** Null when it was not delivered. */
    LocalDate datum(String veld) {
        return (LocalDate) waarden.get(veld);
    }

    /** What is compared with an earlier delivery, by field; every value written in one way. */
    Map<String, String> inhoud() {
        Map<String, String> inhoud = new TreeMap<>();
        waarden.forEach((veld, waarde) -> {
            if (!BUITEN_INHOUD.contains(veld)) {
                inhoud.put(veld, Veldlezer.geschreven(waarde));
            }
        });
        return inhoud;
    }

    NieuweLeerling leerling() {
        return new NieuweLeerling(gemeente(), bsn(), onderwijsnummer(), tekst("leerling.voornamen"), null, tekst("leerling.achternaam"),
                datum("leerling.geboortedatum"), tekst("leerling.geslacht"), null, null, null);
    }

    /**
     * @param eerder   the melding as it is known; null when it is new
     * @param schoolId null when the school is not known
     */
    Melding melding(Melding eerder, UUID leerlingId, UUID schoolId) {
        return new Melding(eerder == null ? UUID.randomUUID() : eerder.id(), gemeente(), bron(), meldingsnummer(), tekst("soort"),
                tekst("status"), eerder == null ? null : eerder.zaakId(), leerlingId, schoolId, begindatum(), datum("einddatum"),
                (BigDecimal) waarden.get("uren"), tekst("reden"), (Boolean) waarden.get("alleLessenGemist"), tekst("actieSchool"),
                (Boolean) waarden.get("actieGemeenteGewenst"), tekst("toelichting"), contact(), tekst("gemeldDoor"),
                eerder == null ? (Instant) waarden.get("ontvangen") : eerder.ontvangen(), eerder == null ? null : eerder.oordeel(),
                eerder == null ? null : eerder.teruggemeldOp(), eerder == null ? null : eerder.afgeslotenOp(),
                eerder == null ? null : eerder.afgewikkeldOp());
    }

    /** Who notified is whom to ask, when no other contact was named. */
    private Contact contact() {
        Contact contact = contact("contact");
        return contact.equals(new Contact(null, null, null, null)) ? contact("melder") : contact;
    }

    private Contact contact(String groep) {
        return new Contact(tekst(groep + ".naam"), tekst(groep + ".functie"), tekst(groep + ".telefoon"), tekst(groep + ".email"));
    }
}
