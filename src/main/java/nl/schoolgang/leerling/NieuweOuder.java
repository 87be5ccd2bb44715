package nl.schoolgang.leerling;

import java.time.LocalDate;

/**
 * A parent to be registered with a pupil; see {@link Ouder} for the parts. Only gemeente and achternaam are required.
 *
 * @param adres may be null
 */
public record NieuweOuder(String gemeente, String bsn, String voornamen, String voorvoegsel, String achternaam,
                          LocalDate geboortedatum, Adres adres, boolean geheimAdres, String telefoon, String email, String taal,
                          boolean tolkNodig, boolean elektronisch) {

    /** A parent who has not agreed to electronic traffic. */
    public NieuweOuder(String gemeente, String bsn, String voornamen, String voorvoegsel, String achternaam, LocalDate geboortedatum, Adres adres,
            boolean geheimAdres, String telefoon, String email, String taal, boolean tolkNodig) {
        this(gemeente, bsn, voornamen, voorvoegsel, achternaam, geboortedatum, adres, geheimAdres, telefoon, email, taal, tolkNodig, false);
    }

    @Override
    public String toString() {
        return "NieuweOuder[" + gemeente + "]";
    }
}
