package nl.schoolgang.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * An invented pupil.
 *
 * @param telefoon null below 12
 * @param email    null below 12
 */
record Demoleerling(String gemeente, String bsn, String voornamen, Achternaam achternaam, LocalDate geboortedatum, String geslacht,
        Adres adres, String telefoon, String email, List<Ouder> ouders, Demoschool school, LocalDate ingeschreven) {

    /** An address that does not exist. */
    record Adres(String straat, String huisnummer, String postcode, String woonplaats) {
    }

    /** @param voorvoegsel null when there is none */
    record Achternaam(String voorvoegsel, String naam) {

        String voluit() {
            return voorvoegsel == null ? naam : voorvoegsel + " " + naam;
        }
    }

    /**
     * An invented parent or carer.
     *
     * @param taal null when Dutch will do
     */
    record Ouder(String bsn, String voornamen, Achternaam achternaam, Adres adres, boolean geheimAdres, String telefoon, String email,
            String taal, boolean tolkNodig, String relatie, boolean gezag) {
    }
}
