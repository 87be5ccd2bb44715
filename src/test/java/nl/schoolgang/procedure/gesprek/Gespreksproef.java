package nl.schoolgang.procedure.gesprek;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GEEN_REACTIE_BEOORDELEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.HUISBEZOEK_AFLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;

/** A story up to and in the conversation, and what it left. The clock is put back by {@link #klaar}. */
final class Gespreksproef {

    private final ApplicationContext context;
    private Verhaal verhaal;

    Gespreksproef(ApplicationContext context) {
        this.context = context;
    }

    void klaar() {
        context.getBean(EngineKlok.class).herstel();
    }

    Verhaal verhaal() {
        return verhaal;
    }

    /** A case with this melding, about to be invited. */
    void totUitnodigen(Meldingsbouwer melding) {
        gemeld(melding);
        naarUitnodigen();
    }

    void totUitnodigen(String gemeente, int leeftijd) {
        totUitnodigen(verzuimmelding().in(gemeente).leeftijd(leeftijd));
    }

    void gemeld(Meldingsbouwer melding) {
        verhaal = new Verhaal(context).gegeven(melding);
    }

    void naarUitnodigen() {
        boolean bunnik = BUNNIK.equals(verhaal.zaak().gemeente());
        verhaal.als(bunnik ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        doe(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
        doe(CONTACT_OUDERS, contact("ongeoorloofd", true));
    }

    void totGesprek(String gemeente, int leeftijd) {
        totUitnodigen(gemeente, leeftijd);
        doe(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        doe(REACTIE_VASTLEGGEN, reactie("komt"));
    }

    void totHuisbezoek() {
        totUitnodigen(BUNNIK, 13);
        doe(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        doe(REACTIE_VASTLEGGEN, reactie("weigert"));
        doe(GEEN_REACTIE_BEOORDELEN, naUitblijven("huisbezoek"));
        assertThat(verhaal.openTaken()).containsExactly(HUISBEZOEK_AFLEGGEN);
    }

    /** NOP always gives the report; BUN when it was asked for, and in these stories it was not. */
    void verslag(String gemeente) {
        if (NOORDOOSTPOLDER.equals(gemeente)) {
            doe(VERSLAG_VERSTREKKEN, verslagVerstrekt());
        }
    }

    void doe(String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }

    /** Keys of the fields with a fault when the task is finished like this. */
    List<String> fouten(String taak, Map<String, Object> velden) {
        return catchThrowableOfType(OngeldigeInvoer.class, () -> doe(taak, velden)).fouten().stream().map(Fout::veld).toList();
    }

    static Map<String, Object> anders(Map<String, Object> velden, String sleutel, Object waarde) {
        Map<String, Object> alle = new HashMap<>(velden);
        alle.put(sleutel, waarde);
        return alle;
    }

    Medewerker ik() {
        return Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, verhaal.zaak().gemeente());
    }

    /** The newest piece that this task left in the dossier. */
    Dossierstuk stuk(String taak) {
        return context.getBean(Dossiers.class).vanZaak(verhaal.zaak().id(), ik()).stream().filter(s -> s.soort().equals(taak)).findFirst()
                .orElseThrow();
    }

    static String antwoord(Dossierstuk stuk, String sleutel) {
        return ((List<?>) stuk.inhoud().get("antwoorden")).stream().map(a -> (Map<?, ?>) a).filter(a -> a.get("sleutel").equals(sleutel))
                .map(a -> String.valueOf(a.get("waarde"))).findFirst().orElseThrow();
    }

    /** The process instance of the conversation. */
    String instantie() {
        return context.getBean(RuntimeService.class).createProcessInstanceQuery().processInstanceBusinessKey(verhaal.zaak().zaaknummer())
                .processDefinitionKey("gesprek").singleResult().getId();
    }

    /** A variable of the conversation. */
    Object waarde(String naam) {
        return context.getBean(RuntimeService.class).getVariable(instantie(), naam);
    }

    /** A variable of the case that called it. */
    Object zaakwaarde(String naam) {
        return context.getBean(RuntimeService.class).getVariable(verhaal.zaak().procesInstantieId(), naam);
    }
}
