package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.contactMelder;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;

import java.util.Map;
import nl.schoolgang.verhaal.Verhaal;

/** Brings a case of one melding to where it has started measures. */
final class Zaakverloop {

    private Zaakverloop() {
    }

    static void metMaatregelen(Verhaal verhaal, String... maatregelen) {
        boolean bunnik = verhaal.zaak().gemeente().equals(BUNNIK);
        verhaal.als(bunnik ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        if (verhaal.openTaken().contains("contact-melder")) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-melder", contactMelder());
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekZonderAfspraken());
        if (!bunnik) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("verslag-verstrekken", verslagVerstrekt());
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("vervolg-kiezen", vervolg("2026-04-24", maatregelen));
    }

    static void voerUit(Verhaal verhaal, String maatregel, String uitkomst) {
        Verhaal zaak = verhaal.gekoppeld(maatregel);
        Map<String, Object> velden = zaak.eersteKeuzes("maatregel-uitvoeren");
        velden.put("uitkomst", uitkomst);
        zaak.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", velden);
    }
}
