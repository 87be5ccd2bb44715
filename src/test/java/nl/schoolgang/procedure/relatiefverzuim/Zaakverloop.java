package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_MELDER;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
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
        verhaal.als(bunnik ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        if (verhaal.openTaken().contains(CONTACT_MELDER)) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, contactMelder());
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        if (!bunnik) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERSLAG_VERSTREKKEN, verslagVerstrekt());
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-04-24", maatregelen));
    }

    static void voerUit(Verhaal verhaal, String maatregel, String uitkomst) {
        Verhaal zaak = verhaal.gekoppeld(maatregel);
        Map<String, Object> velden = zaak.eersteKeuzes("maatregel-uitvoeren");
        velden.put("uitkomst", uitkomst);
        zaak.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", velden);
    }
}
