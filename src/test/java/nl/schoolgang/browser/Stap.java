package nl.schoolgang.browser;

/** The tasks of relatief verzuim by the names on the screens. */
final class Stap {

    static final String TERUGMELDEN = "Terugmelden welke actie volgt";
    static final String AANPAK = "Eerste aanpak kiezen";
    static final String SCHOOL = "School raadplegen";
    static final String CONTACT = "Contact zoeken met ouders en jongere";
    static final String UITNODIGEN = "Uitnodigen voor een gesprek";
    static final String REACTIE = "Reactie op de uitnodiging vastleggen";
    static final String GESPREK = "Gesprek voeren en verslag maken";
    static final String UITGEBLEVEN = "Bepalen hoe verder zonder gesprek";
    static final String VOLGEN = "Contact onderhouden en afspraken volgen";
    static final String BEOORDELEN = "Afspraken beoordelen";
    static final String MAATREGELEN = "Maatregelen kiezen";
    static final String AFHANDELEN = "Zaak afhandelen en betrokkenen berichten";
    static final String OVERDRAGEN = "Gebeurtenis afhandelen en overdragen";
    static final String ADRES = "Adres zoeken en brief opnieuw klaarzetten";

    private Stap() {
    }
}
