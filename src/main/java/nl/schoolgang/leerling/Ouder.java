package nl.schoolgang.leerling;

import java.time.LocalDate;
import java.util.UUID;
import nl.schoolgang.normen.Norm;

/**
 * A parent or other carer, as seen from one pupil.
 *
 * @param bsn           nine digits, decrypted; null when not known
 * @param geboortedatum null when not known
 * @param adres         the parent's own; never null, its parts may be
 * @param geheimAdres   the address may stand in no letter and on no screen of others
 * @param taal          the language of letters and talks when that is not Dutch; null otherwise
 * @param tolkNodig     an interpreter is needed
 * @param relatie       to the pupil, for example {@code moeder}
 * @param gezag         has parental authority
 * @param elektronisch has agreed to electronic traffic (Awb 2:14), so that letters may go by e-mail
 * @param versie        counts the changes; a change of another version than the latest is refused
 */
@Norm({"BUN-04.02-06", "NOP-B3.00-07", "NOP-B3.00-08"})
public record Ouder(UUID id, String gemeente, String bsn, String voornamen, String voorvoegsel, String achternaam,
                    LocalDate geboortedatum, Adres adres, boolean geheimAdres, String telefoon, String email, String taal,
                    boolean tolkNodig, String relatie, boolean gezag, int versie, boolean elektronisch) {

    /** The name for people. */
    public String naam() {
        return Persoonsnaam.volledig(voornamen, voorvoegsel, achternaam);
    }

    /** The BSN as it may stand on a screen; null when not known. */
    public String bsnGemaskeerd() {
        return Burgerservicenummer.gemaskeerd(bsn);
    }

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Ouder[" + id + "]";
    }
}
