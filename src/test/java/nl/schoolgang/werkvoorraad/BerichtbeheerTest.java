package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.bericht.Bericht;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.bericht.Berichtstatus;
import nl.schoolgang.bericht.NieuwBericht;
import nl.schoolgang.bericht.Ontvangersoort;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue of messages on screens and in the API, in a municipality of its own. */
@Toepassingstest
class BerichtbeheerTest {

    private static final String ADRES = "geheim.adres@school.example";
    private static final String TEKST = "Dit mag de beheerder niet lezen";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Zaken zaken;
    @Autowired
    private Berichten berichten;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transacties;

    private String gemeente;
    private Medewerker beheerder;
    private Zaak zaak;

    @BeforeEach
    void gemeenteMetBeheerder() {
        gemeente = Unieke.naam("beheer-").toLowerCase();
        gemeenten.bewaar(new Gemeente(gemeente, gemeente, "midden"));
        beheerder = mensen.maak(Map.of(gemeente, Set.of(Rol.BEHEERDER)));
        zaak = zaken.open(gemeente, "relatief-verzuim", leerlingen.registreer(new NieuweLeerling(gemeente, null, null, "Fenna", null,
                "Naamgeheim", LocalDate.of(2012, 5, 14), null, null, null, null)));
    }

    @Test
    void eenLegeWachtrijZegtDat_enHetMenuWijstErheen() throws Exception {
        toon("/").andExpect(content().string(containsString("href=\"/beheer\"")));
        toon("/beheer").andExpect(status().isOk()).andExpect(content().string(containsString("id=\"naar-berichten\"")));
        toon("/beheer/berichten").andExpect(status().isOk()).andExpect(content().string(containsString("Alle berichten zijn verzonden")));
        toon("/beheer/berichten?status=mislukt").andExpect(content().string(containsString("die bij deze filters passen")));
    }

    @Test
    void deLijstToontStandEnReden_maarNietWatErInStaat() throws Exception {
        UUID id = mislukt(ADRES);
        toon("/beheer/berichten").andExpect(content().string(allOf(containsString(zaak.zaaknummer()), containsString("niet gelukt"),
                containsString("De ontvanger bestaat niet"), not(containsString(TEKST)), not(containsString(ADRES)), not(containsString("Naamgeheim")))));
        toon("/beheer/berichten/" + id).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("id=\"opnieuw\""),
                containsString("id=\"adres-bewaar\""), not(containsString(TEKST)), not(containsString(ADRES)), not(containsString("Naamgeheim")))));
        toon("/beheer/berichten?status=verzonden").andExpect(content().string(not(containsString(zaak.zaaknummer()))));
        toon("/beheer/berichten?ontvanger=duo").andExpect(content().string(not(containsString(zaak.zaaknummer()))));
        toon("/beheer/berichten?ontvanger=school&gemeente=" + gemeente + "&status=alle").andExpect(content().string(containsString(zaak.zaaknummer())));
        toon("/beheer/berichten?tot=2020-01-01").andExpect(content().string(not(containsString(zaak.zaaknummer()))));
    }

    @Test
    void opnieuwProberenZetHetKlaar_metEenSpoor() throws Exception {
        UUID id = mislukt(ADRES);
        stuur("/beheer/berichten/" + id + "/opnieuw", Map.of()).andExpect(redirectedUrl("/beheer/berichten/" + id));
        assertThat(bericht(id)).extracting(Bericht::status, Bericht::pogingen, Bericht::fout).containsExactly(Berichtstatus.KLAAR, 0, null);
        toon("/beheer/berichten/" + id).andExpect(content().string(allOf(containsString("Weer klaargezet"), containsString(beheerder.naam()))));
    }

    @Test
    void allesOpnieuwNeemtWatErMislukte() throws Exception {
        List<UUID> ids = List.of(mislukt(ADRES), mislukt(ADRES));
        UUID zonder = zetKlaar(null);
        stuur("/beheer/berichten/opnieuw", Map.of("status", "mislukt")).andExpect(redirectedUrl("/beheer/berichten"));
        assertThat(ids).allSatisfy(id -> assertThat(bericht(id).status()).isEqualTo(Berichtstatus.KLAAR));
        assertThat(bericht(zonder).status()).isEqualTo(Berichtstatus.GEEN_ADRES);
    }

    @Test
    void zonderAdresKanHetPasWegAlsIemandHetInvult() throws Exception {
        UUID id = zetKlaar(null);
        stuur("/beheer/berichten/" + id + "/opnieuw", Map.of()).andExpect(status().isConflict());
        stuur("/beheer/berichten/" + id + "/adres", Map.of("adres", "geen adres")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("id=\"fout-adres\""), containsString("geen adres"))));
        stuur("/beheer/berichten/" + id + "/adres", Map.of("adres", " zorgteam@school.example ")).andExpect(redirectedUrl("/beheer/berichten/" + id));
        assertThat(bericht(id)).extracting(Bericht::status, Bericht::adres).containsExactly(Berichtstatus.KLAAR, "zorgteam@school.example");
    }

    @Test
    void latenVervallenVraagtEenReden_dieInHetDossierStaatEnNietOpDeTijdlijn() throws Exception {
        UUID id = mislukt(ADRES);
        stuur("/beheer/berichten/" + id + "/laten-vervallen", Map.of("reden", " ")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"fout-reden\"")));
        stuur("/beheer/berichten/" + id + "/laten-vervallen", Map.of("reden", "School is telefonisch ingelicht"))
                .andExpect(redirectedUrl("/beheer/berichten/" + id));
        assertThat(tijdlijn.van(zaak.id())).last().extracting(Gebeurtenis::soort, Gebeurtenis::door)
                .containsExactly("bericht-vervallen", beheerder.gebruikersnaam());
        assertThat(tijdlijn.van(zaak.id()).get(0).omschrijving()).endsWith("De reden staat in het dossier").doesNotContain("telefonisch");
        assertThat(dossiers.laatste(zaak.id(), null, Vervalreden.SOORT)).hasValueSatisfying(stuk -> {
            assertThat(stuk.label()).isEqualTo(Label.WPG);
            assertThat(stuk.inhoud().toString()).contains("School is telefonisch ingelicht");
        });
        stuur("/beheer/berichten/" + id + "/opnieuw", Map.of()).andExpect(status().isConflict());
        stuur("/beheer/berichten/" + id + "/laten-vervallen", Map.of("reden", "nog eens")).andExpect(status().isConflict());
    }

    @Test
    void deBeheerderVanEenAndereGemeenteZietHetNiet() throws Exception {
        UUID id = mislukt(ADRES);
        Medewerker ander = mensen.maak(Rol.BEHEERDER, Proefmensen.BUNNIK);
        mvc.perform(get("/beheer/berichten/" + id).with(user(ander.gebruikersnaam())).accept(MediaType.TEXT_HTML)).andExpect(status().isNotFound());
        mvc.perform(get("/beheer/berichten?gemeente=" + gemeente).with(user(ander.gebruikersnaam())).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(not(containsString(zaak.zaaknummer()))));
        mvc.perform(post("/api/v1/berichten/" + id + "/opnieuw").with(httpBasic(ander.gebruikersnaam(), Proefmensen.WACHTWOORD)))
                .andExpect(status().isNotFound());
        Medewerker ambtenaar = mensen.maak(Map.of(gemeente, Set.of(Rol.LEERPLICHTAMBTENAAR)));
        mvc.perform(get("/beheer/berichten").with(user(ambtenaar.gebruikersnaam())).accept(MediaType.TEXT_HTML)).andExpect(status().isForbidden());
        assertThat(bericht(id).status()).isEqualTo(Berichtstatus.MISLUKT);
    }

    @Test
    void watNuVerzondenWordtBlijftMetRust() {
        UUID id = mislukt(ADRES);
        new TransactionTemplate(transacties).executeWithoutResult(s -> {
            jdbc.sql("select id from bericht where id = ? for update").param(id).query(UUID.class).single();
            int status = CompletableFuture.supplyAsync(() -> apiStatus(post("/api/v1/berichten/" + id + "/opnieuw"))).join();
            assertThat(status).isEqualTo(409);
        });
        assertThat(bericht(id).status()).isEqualTo(Berichtstatus.MISLUKT);
    }

    @Test
    void deApiKanHetzelfde() throws Exception {
        UUID id = mislukt(ADRES);
        api(get("/api/v1/berichten?status=mislukt")).andExpect(status().isOk()).andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].zaaknummer").value(zaak.zaaknummer())).andExpect(jsonPath("$[0].fout").value("adres-geweigerd"))
                .andExpect(jsonPath("$[0].adres").doesNotExist()).andExpect(jsonPath("$[0].inhoud").doesNotExist());
        api(post("/api/v1/berichten/" + id + "/opnieuw")).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("klaar"));
        api(post("/api/v1/berichten/" + id + "/laten-vervallen").contentType(MediaType.APPLICATION_JSON).content("{\"reden\":\"dubbel\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.status").value("vervallen"));
        api(post("/api/v1/berichten/" + id + "/opnieuw")).andExpect(status().isConflict());
        api(get("/api/v1/berichten")).andExpect(jsonPath("$", hasSize(0)));
        api(get("/api/v1/berichten?status=vervallen")).andExpect(jsonPath("$", hasSize(1)));
    }

    @Test
    void meerDanHonderdGaatInStukken() throws Exception {
        for (int i = 0; i < 101; i++) {
            zetKlaar(null);
        }
        String verder = api(get("/api/v1/berichten")).andExpect(jsonPath("$", hasSize(100))).andExpect(header().exists("Link"))
                .andReturn().getResponse().getHeader("Link");
        api(get(verder.substring(verder.indexOf("/api"), verder.indexOf('>')))).andExpect(jsonPath("$", hasSize(1)));
        toon("/beheer/berichten").andExpect(content().string(containsString("id=\"verder\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reden\":null}", "{\"reden\":\"\"}", "{\"reden\":\"a\\u0000bcdef\"}", "{\"reden\":{}}", "[]", "{\"anders\":1}",
        "{\"reden\":\"regel\\nregel\"}", "niets", ""})
    void onzinInDeApiGeeftEenNetteFout(String onzin) throws Exception {
        UUID id = mislukt(ADRES);
        int status = api(post("/api/v1/berichten/" + id + "/laten-vervallen").contentType(MediaType.APPLICATION_JSON).content(onzin))
                .andReturn().getResponse().getStatus();
        assertThat(status).isIn(400, 422);
        assertThat(bericht(id).status()).isEqualTo(Berichtstatus.MISLUKT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "'; drop table bericht; --", "<script>", "../../etc", "999999999-01-01", "%00", "😀", "a@b", "a@b.c\r\nBcc: x@y.nl"})
    void onzinOpHetSchermGeeftEenNettePagina(String onzin) throws Exception {
        UUID id = mislukt(ADRES);
        for (String veld : List.of("status", "ontvanger", "gemeente", "tot", "na")) {
            mvc.perform(get("/beheer/berichten").param(veld, onzin).with(user(beheerder.gebruikersnaam())).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isOk()).andExpect(content().string(not(containsString("<script>"))));
        }
        stuur("/beheer/berichten/" + id + "/adres", Map.of("adres", onzin)).andExpect(status().isUnprocessableEntity());
        stuur("/beheer/berichten/" + id + "/laten-vervallen", Map.of("reden", onzin + "\n".repeat(2) + "x".repeat(300)))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(not(containsString("<script>"))));
        api(get("/api/v1/berichten").param("status", onzin)).andExpect(status().isUnprocessableEntity());
        api(get("/api/v1/berichten").param("na", onzin)).andExpect(status().isUnprocessableEntity());
        assertThat(bericht(id).status()).isEqualTo(Berichtstatus.MISLUKT);
    }

    @Test
    void eenIdDatErNietIsBestaatNiet() throws Exception {
        toon("/beheer/berichten/" + UUID.randomUUID()).andExpect(status().isNotFound());
        toon("/beheer/berichten/onzin").andExpect(status().isNotFound());
        api(post("/api/v1/berichten/" + UUID.randomUUID() + "/opnieuw")).andExpect(status().isNotFound());
    }

    private UUID zetKlaar(String adres) {
        return new TransactionTemplate(transacties).execute(s -> berichten.zetKlaar(new NieuwBericht(zaak.id(), gemeente, null, "terugmelding",
                "school", adres == null ? Ontvangersoort.PARTNER : Ontvangersoort.SCHOOL, Map.of(), adres, "Terugmelding", TEKST, List.of())));
    }

    private UUID mislukt(String adres) {
        UUID id = zetKlaar(adres);
        jdbc.sql("update bericht set status = 'mislukt', pogingen = 10, fout = 'adres-geweigerd' where id = ?").param(id).update();
        return id;
    }

    private Bericht bericht(UUID id) {
        return berichten.vanZaak(zaak.id()).stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
    }

    private ResultActions api(MockHttpServletRequestBuilder verzoek) throws Exception {
        return mvc.perform(verzoek.with(httpBasic(beheerder.gebruikersnaam(), Proefmensen.WACHTWOORD)));
    }

    private int apiStatus(MockHttpServletRequestBuilder verzoek) {
        try {
            return api(verzoek).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ResultActions toon(String pad) throws Exception {
        return mvc.perform(get(pad).with(user(beheerder.gebruikersnaam())).accept(MediaType.TEXT_HTML));
    }

    private ResultActions stuur(String pad, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(beheerder.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML);
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
