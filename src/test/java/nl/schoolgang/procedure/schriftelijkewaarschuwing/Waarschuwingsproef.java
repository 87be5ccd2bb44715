package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
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
        verhaal.als(bunnik ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
        Map<String, Object> gesprek = gesprekZonderAfspraken();
        gesprek.putAll(oordeel);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprek);
        if (!bunnik) {
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("verslag-verstrekken", verslagVerstrekt());
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("vervolg-kiezen", vervolg("2026-04-24", "schriftelijke-waarschuwing"));
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
