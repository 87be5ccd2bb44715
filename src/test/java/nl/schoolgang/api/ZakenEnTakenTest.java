package nl.schoolgang.api;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Toepassingstest
class ZakenEnTakenTest {

    private static final String GOED = "{\"terugmeldActie\":\"contact-ouders\"}";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;

    private Verhaal verhaal;
    private Meldingsbouwer melding;
    private Medewerker administratie;
    private Medewerker koppeling;
    private Medewerker polder;

    @BeforeEach
    void eenZaakInBunnik() {
        melding = verzuimmelding().in(BUNNIK);
        verhaal = new Verhaal(context).gegeven(melding);
        administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        koppeling = Verhaal.medewerker(context, Rol.KOPPELING, BUNNIK);
        polder = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, NOORDOOSTPOLDER);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void eenZaakMetAllesEraan() throws Exception {
        haal("/api/v1/zaken/" + verhaal.zaak().zaaknummer(), koppeling).andExpect(status().isOk())
                .andExpect(jsonPath("$.zaaknummer").value(verhaal.zaak().zaaknummer())).andExpect(jsonPath("$.procedure").value("relatief-verzuim"))
                .andExpect(jsonPath("$.gemeente").value(BUNNIK)).andExpect(jsonPath("$.status").value("open"))
                .andExpect(jsonPath("$.leerling.id").exists()).andExpect(jsonPath("$.leerling.naam").value(containsString(melding.achternaam())))
                .andExpect(jsonPath("$.leerling.geboortedatum").exists()).andExpect(jsonPath("$.leerling.bsn").doesNotExist())
                .andExpect(jsonPath("$.gekoppeld").isArray())
                .andExpect(jsonPath("$.taken[?(@.definitie == 'terugmelden')].meldingsnummer").value(melding.meldingsnummer()))
                .andExpect(jsonPath("$.taken[?(@.definitie == 'terugmelden')].rol").value("administratief-medewerker"))
                .andExpect(jsonPath("$.taken[?(@.definitie == 'terugmelden')].vervalt").value(hasItem(not(containsString("T")))))
                .andExpect(jsonPath("$.termijnen[?(@.code == 'verzuim.terugmelding')].status").value("lopend"))
                .andExpect(jsonPath("$.termijnen[0].uitleg[0].regel").exists()).andExpect(jsonPath("$.termijnen[0].grondslag").exists())
                .andExpect(jsonPath("$.berichten").isArray()).andExpect(jsonPath("$.brieven").isArray());
    }

    @Test
    void deWerkvoorraadIsEenLijstMetVervolg() throws Exception {
        haal("/api/v1/taken?zaaknummer=" + verhaal.zaak().zaaknummer() + "&rol=administratief-medewerker", koppeling).andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1)).andExpect(jsonPath("$[0].definitie").value("terugmelden"))
                .andExpect(header().doesNotExist("Link"));
        haal("/api/v1/taken", administratie).andExpect(status().isOk()).andExpect(jsonPath("$[*].rol").value(everyItem(is("administratief-medewerker"))))
                .andExpect(jsonPath("$[*].gemeente").value(everyItem(is(BUNNIK))));
        haal("/api/v1/taken?zaaknummer=" + verhaal.zaak().zaaknummer(), polder).andExpect(status().isOk()).andExpect(jsonPath("$.length()").value(0));
        haal("/api/v1/taken?rol=onzin", koppeling).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[0].veld").value("rol"));
        haal("/api/v1/taken?na=onzin", koppeling).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[0].veld").value("na"));
    }

    @Test
    void eenTaakMetHaarVelden() throws Exception {
        haal("/api/v1/taken/" + taak(), koppeling).andExpect(status().isOk()).andExpect(jsonPath("$.definitie").value("terugmelden"))
                .andExpect(jsonPath("$.velden[?(@.sleutel == 'terugmeldActie')].soort").isNotEmpty())
                .andExpect(jsonPath("$.velden[?(@.sleutel == 'terugmeldActie')].verplicht").value(true))
                .andExpect(jsonPath("$.velden[?(@.sleutel == 'terugmeldActie')].opties[*].waarde").value(hasItem("contact-ouders")));
    }

    @Test
    void oppakkenEnAfronden() throws Exception {
        String id = taak();
        stuur("/api/v1/taken/" + id + "/oppakken", administratie, null).andExpect(status().isOk())
                .andExpect(jsonPath("$.behandelaar").value(administratie.gebruikersnaam()));
        stuur("/api/v1/taken/" + id + "/afronden", administratie, "{\"terugmeldActie\":\"onzin\",\"vreemd\":1}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[*].veld").value(hasItem("terugmeldActie"))).andExpect(jsonPath("$.fouten[*].veld").value(hasItem("vreemd")));
        stuur("/api/v1/taken/" + id + "/afronden", administratie, GOED).andExpect(status().isOk())
                .andExpect(jsonPath("$[*].definitie").value(not(hasItem("terugmelden"))));
        stuur("/api/v1/taken/" + id + "/afronden", administratie, GOED).andExpect(status().isConflict());
        stuur("/api/v1/taken/" + id + "/oppakken", administratie, null).andExpect(status().isConflict());
        haal("/api/v1/taken/" + id, administratie).andExpect(status().isConflict());
    }

    @Test
    void eenAndereGemeenteBestaatNiet() throws Exception {
        String id = taak();
        haal("/api/v1/zaken/" + verhaal.zaak().zaaknummer(), polder).andExpect(status().isNotFound());
        haal("/api/v1/taken/" + id, polder).andExpect(status().isNotFound());
        stuur("/api/v1/taken/" + id + "/oppakken", polder, null).andExpect(status().isNotFound());
        stuur("/api/v1/taken/" + id + "/afronden", polder, GOED).andExpect(status().isNotFound());
        stuur(gebeurtenissen(), polder, intrekking()).andExpect(status().isNotFound());
        haal("/api/v1/zaken/BUN-0000-000000", koppeling).andExpect(status().isNotFound());
        stuur("/api/v1/taken/" + id + "/afronden", koppeling, GOED).andExpect(status().isForbidden());
    }

    @Test
    void eenIngetrokkenMeldingTweeKeerIsEenKeer() throws Exception {
        stuur(gebeurtenissen(), koppeling, intrekking()).andExpect(status().isOk()).andExpect(jsonPath("$.zaaknummer").value(verhaal.zaak().zaaknummer()));
        assertThat(verhaal.openTaken()).doesNotContain("terugmelden");
        var daarna = verhaal.openTaken();
        stuur(gebeurtenissen(), koppeling, intrekking()).andExpect(status().isOk());
        assertThat(verhaal.openTaken()).isEqualTo(daarna);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "{\"soort\":\"vakantie\",\"meldingsnummer\":\"1\"} | 422 | soort | melding-ingetrokken",
        "{} | 422 | soort | melding-ingetrokken",
        "{\"soort\":\"melding-ingetrokken\"} | 422 | meldingsnummer | nummer",
        "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":12} | 422 | meldingsnummer | nummer",
        "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"bestaat-niet\"} | 422 | meldingsnummer | geen melding",
        "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"1\",\"x\":1} | 422 | x | bestaat niet",
        "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"1\",\"ontvangen\":\"2199-01-01T00:00:00Z\"} | 422 | ontvangen | toekomst",
        "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"1\",\"ontvangen\":\"gisteren\"} | 422 | ontvangen | datum"})
    void eenFouteGebeurtenis(String inhoud, int status, String veld, String reden) throws Exception {
        stuur(gebeurtenissen(), koppeling, inhoud).andExpect(status().is(status)).andExpect(jsonPath("$.fouten[0].veld").value(veld))
                .andExpect(jsonPath("$.fouten[0].reden").value(containsString(reden)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"{ | 400", "[] | 400", "\"tekst\" | 400", "null | 422", "{} | 422"})
    void geenFormulierMaarWelEenAntwoord(String inhoud, int status) throws Exception {
        stuur("/api/v1/taken/" + taak() + "/afronden", administratie, inhoud).andExpect(status().is(status));
    }

    @Test
    void watErNietIsEnWatNietMag() throws Exception {
        haal("/api/v1/bestaat-niet", koppeling).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/bestaat-niet")).andExpect(status().isUnauthorized());
        haal("/api/v1/zaken/BUN-1/gebeurtenissen/1", koppeling).andExpect(status().isNotFound());
        haal("/api/v1/verzuimmeldingen", koppeling).andExpect(status().isMethodNotAllowed()).andExpect(header().string("Allow", "POST"));
        haal("/engine-rest/task", koppeling).andExpect(status().isForbidden());
        stuur("/api/v1/kennisgevingen", administratie, "{}").andExpect(status().is(not(405)));
        haal("/api/v1/taken?kleur=rood", koppeling).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[0].veld").value("kleur"));
    }

    @Test
    void eenIntrekkingKomtNaDeMelding() throws Exception {
        stuur(gebeurtenissen(), koppeling, "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"" + melding.meldingsnummer()
                + "\",\"ontvangen\":\"2020-01-01T00:00:00Z\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[0].veld").value("ontvangen"));
    }

    private String taak() {
        return verhaal.taak("terugmelden").id();
    }

    private String gebeurtenissen() {
        return "/api/v1/zaken/" + verhaal.zaak().zaaknummer() + "/gebeurtenissen";
    }

    private String intrekking() {
        return "{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\"" + melding.meldingsnummer() + "\"}";
    }

    private ResultActions haal(String pad, Medewerker wie) throws Exception {
        return mvc.perform(get(pad).with(httpBasic(wie.gebruikersnaam(), "verhaal")));
    }

    private ResultActions stuur(String pad, Medewerker wie, String inhoud) throws Exception {
        var verzoek = post(pad).with(httpBasic(wie.gebruikersnaam(), "verhaal"));
        return mvc.perform(inhoud == null ? verzoek : verzoek.contentType(MediaType.APPLICATION_JSON).content(inhoud));
    }
}
