package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.verhaal.Antwoord.TOEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;

import java.util.HashMap;
import java.util.Map;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;

/** A story up to a warning, and what is decided about it. */
final class Waarschuwingsproef {

    private Waarschuwingsproef() {
    }

    /** Light absence in the words of DUO: other than 16 hours. Four school days. */
    static Meldingsbouwer licht(String gemeente, int leeftijd) {
        return verzuimmelding().in(gemeente).leeftijd(leeftijd).soort("overig").verzuim("2026-02-09", "2026-02-12").uren(12.5);
    }

    /** From a new case to a warning that is chosen in it, with this judgement of the conversation. */
    static Verhaal kies(Verhaal verhaal, Map<String, Object> oordeel) {
        boolean bunnik = BUNNIK.equals(verhaal.zaak().gemeente());
        verhaal.als(bunnik ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        Map<String, Object> gesprek = gesprekZonderAfspraken();
        gesprek.putAll(oordeel);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprek);
        if (!bunnik) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERSLAG_VERSTREKKEN, verslagVerstrekt());
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-04-24", "schriftelijke-waarschuwing"));
        return verhaal.gekoppeld("schriftelijke-waarschuwing");
    }

    static Map<String, Object> beslist(String uitkomst) {
        return met("uitgevoerdOp", TOEN, "uitkomst", uitkomst, "toelichting", VRIJE_TEKST + " afweging");
    }

    static Map<String, Object> aangevuld(Map<String, Object> velden, String sleutel, Object waarde) {
        Map<String, Object> alle = new HashMap<>(velden);
        alle.put(sleutel, waarde);
        return alle;
    }
}
