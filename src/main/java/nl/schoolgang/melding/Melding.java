package nl.schoolgang.melding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Absence of one pupil, notified (Besluit register onderwijsdeelnemers art. 14).
 *
 * @param gemeente             code of the municipality
 * @param bron                 {@code duo}, {@code school-buiten-duo} or {@code andere-bron}
 * @param meldingsnummer       unique within gemeente and bron
 * @param soort                {@code 16-uur}, {@code langdurig}, {@code luxe}, {@code overig} or {@code rmc-18-plus}
 * @param status               {@code geregistreerd} or {@code ingetrokken} (by who notified)
 * @param zaakId               null only in {@link Meldingsverwerking#procedure}
 * @param schoolId             null when the school is not known
 * @param begindatum           first day of the absence
 * @param einddatum            last day notified; null when not given
 * @param uren                 hours of absence; null when not given
 * @param reden                null when not given, as are the other texts
 * @param alleLessenGemist     null when not given
 * @param actieGemeenteGewenst null when not given
 * @param contact              never null, its parts may be
 * @param gemeldDoor           {@code directeur}, or the function of somebody else
 * @param ontvangen            when the municipality received it
 * @param oordeel              {@code ongeoorloofd}, {@code geoorloofd}, {@code gestopt}, {@code geregistreerd},
 *                             {@code gewaarschuwd} (a warning letter, no conversation); null: nobody judged yet
 * @param teruggemeldOp        when DUO or the school was told which action follows; null: not yet
 * @param afgeslotenOp         when it was closed at DUO; null: not yet
 * @param afgewikkeldOp        when nothing of this melding itself was open any more; null: its thread still runs
 */
public record Melding(UUID id, String gemeente, String bron, String meldingsnummer, String soort, String status, UUID zaakId,
                      UUID leerlingId, UUID schoolId, LocalDate begindatum, LocalDate einddatum, BigDecimal uren, String reden,
                      Boolean alleLessenGemist, String actieSchool, Boolean actieGemeenteGewenst, String toelichting, Contact contact,
                      String gemeldDoor, Instant ontvangen, String oordeel, Instant teruggemeldOp, Instant afgeslotenOp,
                      Instant afgewikkeldOp) {

    /** The melding of somebody of 18 or over (Doorstroompunt); no suspected offence. */
    public static final String SOORT_18_PLUS = "rmc-18-plus";
    public static final String BRON_DUO = "duo";
    public static final String GEREGISTREERD = "geregistreerd";
    public static final String INGETROKKEN = "ingetrokken";
    public static final String DIRECTEUR = "directeur";

    /** Whether the head notified it himself (LPW 21a). */
    public boolean gemeldDoorDirecteur() {
        return DIRECTEUR.equalsIgnoreCase(gemeldDoor);
    }

    /** Whether who notified it has withdrawn it. */
    public boolean isIngetrokken() {
        return INGETROKKEN.equals(status);
    }

    Melding inZaak(UUID zaak) {
        return new Melding(id, gemeente, bron, meldingsnummer, soort, status, zaak, leerlingId, schoolId, begindatum, einddatum, uren, reden,
                alleLessenGemist, actieSchool, actieGemeenteGewenst, toelichting, contact, gemeldDoor, ontvangen, oordeel, teruggemeldOp,
                afgeslotenOp, afgewikkeldOp);
    }

    Melding metStatus(String nieuw) {
        return new Melding(id, gemeente, bron, meldingsnummer, soort, nieuw, zaakId, leerlingId, schoolId, begindatum, einddatum, uren, reden,
                alleLessenGemist, actieSchool, actieGemeenteGewenst, toelichting, contact, gemeldDoor, ontvangen, oordeel, teruggemeldOp,
                afgeslotenOp, afgewikkeldOp);
    }

    @Override
    public String toString() {
        return "Melding[" + id + "]";
    }
}
