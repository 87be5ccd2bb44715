package nl.schoolgang.bericht;

/** How a municipality sends to a kind of receiver. */
public enum Kanaalkeuze {
    BESTAND,
    /** By e-mail; without an address the message waits until a person fills it in. */
    SMTP,
    /** By e-mail when there is an address, else as a file. */
    SMTP_OF_BESTAND;

    Kanaalsoort kanaal(String adres) {
        return this == BESTAND || this == SMTP_OF_BESTAND && adres == null ? Kanaalsoort.BESTAND : Kanaalsoort.SMTP;
    }
}
