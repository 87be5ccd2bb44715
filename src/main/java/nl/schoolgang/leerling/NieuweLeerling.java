package nl.schoolgang.leerling;

import java.time.LocalDate;

/**
 * A pupil to be registered; see {@link Leerling} for the parts. Only gemeente, achternaam and geboortedatum are required.
 *
 * @param bsn             valid (see {@link Burgerservicenummer}), nine digits, or null
 * @param onderwijsnummer valid (see {@link Onderwijsnummer}) or null
 * @param adres           may be null
 */
public record NieuweLeerling(String gemeente, String bsn, String onderwijsnummer, String voornamen, String voorvoegsel,
                             String achternaam, LocalDate geboortedatum, String geslacht, Adres adres, String telefoon, String email) {

    @Override
    public String toString() {
        return "NieuweLeerling[" + gemeente + "]";
    }
}
