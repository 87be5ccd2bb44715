package nl.schoolgang;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Two people, or a person and a school, at work on one case in the same instant, through the API. */
@Toepassingstest
class TegelijkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Zaken zaken;
    @Autowired
    private RuntimeService runtimeService;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @RepeatedTest(20)
    void tweeTakenVanEenMeldingTegelijkAfgerond() {
        Verhaal verhaal = new Verhaal(context);
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK);
        totContact(verhaal.gegeven(melding));
        String terugmelden = verhaal.taak(TERUGMELDEN).id();
        String contact = verhaal.taak(CONTACT_OUDERS).id();

        assertThat(tegelijk(() -> rondAf(terugmelden, ADMINISTRATIEF_MEDEWERKER, terugmelding()),
                () -> rondAf(contact, LEERPLICHTAMBTENAAR, contact("ongeoorloofd", true)))).containsExactly(200, 200);

        assertThat(verhaal.openTaken()).contains(GESPREK_UITNODIGEN).doesNotContain(TERUGMELDEN, CONTACT_OUDERS);
        assertThat(verhaal.berichten("terugmelding")).hasSize(1);
        assertThat(zakenVan(melding)).containsExactly(verhaal.zaak());
    }

    @RepeatedTest(15)
    void eenMeldingDieKomtTerwijlDeZaakSluit() {
        Verhaal verhaal = new Verhaal(context);
        Meldingsbouwer eerste = verzuimmelding().in(BUNNIK);
        totContact(verhaal.gegeven(eerste));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("geoorloofd", true));
        String afhandelen = verhaal.taak(AFHANDELEN).id();
        Meldingsbouwer tweede = verzuimmelding().van(eerste);

        List<Integer> antwoorden = tegelijk(() -> rondAf(afhandelen, LEERPLICHTAMBTENAAR, afhandeling("geen-ongeoorloofd-verzuim")),
                () -> {
                    verhaal.lever(tweede, 201);
                    return 201;
                });

        // Finishing is a conflict at most when the new melding has taken the task back.
        assertThat(antwoorden.get(0)).isIn(200, 409);
        assertThat(zakenVan(tweede)).singleElement().satisfies(zaak -> {
            assertThat(zaak.status()).isEqualTo(Zaakstatus.OPEN);
            assertThat(runtimeService.createProcessInstanceQuery().processInstanceId(zaak.procesInstantieId()).count()).isOne();
        });
        assertThat(jdbc.sql("select count(*) from werkvoorraad_taak where meldingsnummer = ? and definitie = 'terugmelden'")
                .param(tweede.meldingsnummer()).query(Long.class).single()).isOne();
    }

    private static void totContact(Verhaal verhaal) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
    }

    private List<Zaak> zakenVan(Meldingsbouwer melding) {
        return jdbc.sql("select zaak_id from melding where meldingsnummer = ?").param(melding.meldingsnummer()).query(java.util.UUID.class)
                .list().stream().map(zaken::metId).toList();
    }

    private int rondAf(String taak, Rol rol, Map<String, Object> velden) throws Exception {
        return mvc.perform(post("/api/v1/taken/{id}/afronden", taak)
                .with(httpBasic(Verhaal.medewerker(context, rol, BUNNIK).gebruikersnaam(), "verhaal"))
                .contentType(MediaType.APPLICATION_JSON).content(json(velden))).andReturn().getResponse().getStatus();
    }

    private static String json(Map<String, Object> velden) throws JsonProcessingException {
        return JSON.writeValueAsString(velden);
    }

    private static List<Integer> tegelijk(Callable<Integer> een, Callable<Integer> ander) {
        CyclicBarrier start = new CyclicBarrier(2);
        return Stream.of(een, ander).map(werk -> CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
                return werk.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }, draad -> new Thread(draad).start())).toList().stream().map(CompletableFuture::join).toList();
    }
}
