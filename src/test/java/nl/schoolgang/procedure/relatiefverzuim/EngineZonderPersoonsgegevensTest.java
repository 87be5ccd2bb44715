package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_MELDER;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.SCHOOL_RAADPLEGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.UITKOMST_MAATREGEL_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.contactMelder;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.maatregelUitgevoerd;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.schoolGeraadpleegd;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.verhaal.Antwoord;
import nl.schoolgang.verhaal.Enginescan;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a whole case, with a failed job in it, no engine table holds anything personal (02, 06, 10). */
@Toepassingstest
class EngineZonderPersoonsgegevensTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void naEenHeleZaak_staatErInDeEngineGeenNaamNummerOfVrijeTekst() {
        Meldingsbouwer melding = verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(15).gemeldDoor("mentor")
                .met("toelichting", Antwoord.VRIJE_TEKST + " toelichting");
        Verhaal verhaal = new Verhaal(context).gegeven(melding);
        laatEenTimerMislukken(verhaal);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, contactMelder());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("school-eerst"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(SCHOOL_RAADPLEGEN, schoolGeraadpleegd("duurt-voort"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekMetAfspraken("2026-04-10"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERSLAG_VERSTREKKEN, verslagVerstrekt());
        verhaal.verstrijkt("verzuim.afspraken");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("nee", "weigerend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-05-29", "halt-verwijzing"));
        verhaal.gekoppeld("halt-verwijzing").als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(UITKOMST_MAATREGEL_BEOORDELEN, uitkomstBeoordeeld());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_VOLGEN, Antwoord.gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);

        List<String> persoonlijk = List.of(melding.bsn(), melding.achternaam(), Antwoord.VRIJE_TEKST, "mentor@example.org",
                "0527-000000", "Mentor Verzonnen", "gesprek met leerling en ouders");
        assertThat(new Enginescan(jdbc).vindplaatsen(persoonlijk)).isEmpty();
    }

    @Test
    void deScanVindtWatErWelStaat() {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding());
        assertThat(new Enginescan(jdbc).vindplaatsen(List.of(verhaal.zaak().zaaknummer()))).isNotEmpty();
    }

    /** Gives the timer an id that is none, so that the engine writes an exception message and a stack trace. */
    private void laatEenTimerMislukken(Verhaal verhaal) {
        Job job = management.createJobQuery().processInstanceId(verhaal.zaak().procesInstantieId()).timers().list().get(0);
        runtime.setVariable(job.getExecutionId(), "zaakId", "geen-uuid");
        assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getExceptionMessage()).isNotBlank();
        runtime.setVariable(job.getExecutionId(), "zaakId", verhaal.zaak().id().toString());
        management.setJobRetries(job.getId(), 1);
    }
}
