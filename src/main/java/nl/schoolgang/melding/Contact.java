package nl.schoolgang.melding;

/** Whom to ask about a melding, at the school or with who notified; every part may be null. */
public record Contact(String naam, String functie, String telefoon, String email) {

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Contact[]";
    }
}
