package nl.schoolgang.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.schoolgang.dossier.Label;

/**
 * A letter to one addressee.
 *
 * @param meldingId    the melding it is about; null when it is about the whole case
 * @param code         code of its template
 * @param titel        its title, in Dutch
 * @param aanId        the parent or pupil it goes to; null for who is not registered as a person
 * @param aanNaam      name of the addressee for people; may say that nobody is known
 * @param geheimAdres  the address may be seen only by who prints the letter
 * @param taal         the language that the addressee reads, when that is not Dutch; null otherwise
 * @param tolkNodig    the addressee needs an interpreter
 * @param heeftPdf     false as long as there is no address
 * @param termijnCode  the term that starts when it is dispatched; null: none
 * @param vervangt     the letter that came back or lacked an address, and that this one replaces; null: none
 * @param gemaaktDoor  user name; null when the system made it
 * @param gedagtekend  the day that stands on it; null as long as it was not made
 * @param afgedrukt    the day that stood on the last print; null: was not printed
 * @param verzondenOp  the day of dispatch; null: not yet
 * @param verzondenDoor user name of who recorded that; null: by itself
 * @param retourOp     the day on which it was recorded as returned; null: it was not
 * @param retourReden  code of the reason; null when it was not returned
 */
public record Brief(UUID id, String gemeente, UUID zaakId, UUID meldingId, UUID leerlingId, String code, String titel, Label label,
                    Aansoort aanSoort, UUID aanId, String aanNaam, boolean geheimAdres, String taal, boolean tolkNodig, Kanaal kanaal,
                    Briefstatus status, boolean heeftPdf, String termijnCode, UUID vervangt, Instant gemaaktOp, String gemaaktDoor,
                    LocalDate gedagtekend, LocalDate afgedrukt, LocalDate verzondenOp, String verzondenDoor, LocalDate retourOp, String retourReden) {

    /** Whether it did not, or cannot, reach its addressee, so that another may follow. */
    public boolean onbezorgd() {
        return status == Briefstatus.RETOUR || status == Briefstatus.MISLUKT || status == Briefstatus.ADRES_NODIG;
    }

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Brief[" + id + ", " + status + "]";
    }
}
