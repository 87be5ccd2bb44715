package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.verhaal.Antwoord;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@Toepassingstest
class SchermenTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Taken taken;

    private Verhaal verhaal;
    private Meldingsbouwer melding;
    private Medewerker administratie;
    private Medewerker ambtenaar;

    @BeforeEach
    void eenZaakInBunnik() {
        melding = verzuimmelding().in(BUNNIK);
        verhaal = new Verhaal(context).gegeven(melding);
        administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void hetBeginEnDeWerkvoorraadTonenHetWerk() throws Exception {
        toon("/", administratie).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Dit eerst"),
                containsString("tegel-verlopen"), containsString(administratie.naam()), containsString("Uitloggen"))));
        toon("/werkvoorraad?lijst=mijn", nieuwe("leeg", Rol.COLLEGE)).andExpect(status().isOk())
                .andExpect(content().string(containsString("U hebt geen taken opgepakt")));
        toon("/werkvoorraad", nieuwe("leeg", Rol.COLLEGE)).andExpect(content().string(containsString("Er zijn geen open taken")));
        toon("/werkvoorraad?termijn=geen&procedure=bestaat-niet&rol=x&na=", administratie).andExpect(status().isOk())
                .andExpect(content().string(containsString("die bij deze filters passen")));
        toon("/werkvoorraad?na=onzin", administratie).andExpect(status().isUnprocessableEntity());
        toon("/werkvoorraad?lijst=alles", administratie).andExpect(status().isOk()).andExpect(content().string(not(containsString("tab-alles"))));
        toon("/werkvoorraad", Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK)).andExpect(content().string(containsString("tab-alles")));
    }

    @Test
    void deTaakpaginaToontHetFormulierDeZaakEnDeTermijnMetUitleg() throws Exception {
        toon("/taken/" + taak(), administratie).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("veld-terugmeldActie"), containsString("Waarom deze datum?"), containsString(melding.meldingsnummer()),
                containsString("gesprek met leerling en ouders"), containsString("id=\"oppakken\""), containsString("id=\"afronden\""))));
        taken.pakOp(taak(), administratie);
        toon("/taken/" + taak(), administratie).andExpect(content().string(containsString("id=\"vrijgeven\"")));
        toon("/taken/" + taak(), tweede()).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("heeft deze taak opgepakt"), not(containsString("id=\"afronden\"")))));
        toon("/taken/" + taak(), ambtenaar).andExpect(status().isNotFound()).andExpect(content().string(containsString("Niet gevonden")));
    }

    @Test
    void foutenStaanBovenEnBijHetVeldEnWatGetyptIsBlijftStaan() throws Exception {
        String contact = naarContactOuders();
        stuur("/taken/" + contact + "/afronden", ambtenaar, Map.of("uitlegOuders", "Mijn getypte uitleg", "contactDatum", "31-02-2026"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("foutoverzicht"),
                        containsString("href=\"#veld-contactDatum\""), containsString("id=\"fout-contactDatum\""),
                        containsString("Mijn getypte uitleg"), containsString("31-02-2026"))));
    }

    @Test
    void afrondenLeidtNaarDeZaakMetWatErVolgt() throws Exception {
        stuur("/taken/" + taak() + "/afronden", administratie, Map.of("terugmeldActie", "contact-ouders"))
                .andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/zaken/" + verhaal.zaak().zaaknummer()));
        assertThat(verhaal.openTaken()).doesNotContain("terugmelden");
    }

    @Test
    void wieTeLaatIsZietDatEnHoudtWatGetyptIs() throws Exception {
        String id = taak();
        taken.pakOp(id, tweede());
        stuur("/taken/" + id + "/afronden", administratie, Map.of("terugmeldActie", "huisbezoek", "_csrf", "geheim"))
                .andExpect(status().isConflict()).andExpect(content().string(allOf(containsString("niet afgerond"), containsString("Huisbezoek"),
                        not(containsString("geheim")))));
        taken.rondAf(id, tweede(), Map.of("terugmeldActie", "contact-ouders"));
        stuur("/taken/" + id + "/afronden", administratie, Map.of("terugmeldActie", "huisbezoek")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("huisbezoek")));
        toon("/taken/" + id, administratie).andExpect(status().isConflict()).andExpect(content().string(containsString("al afgerond")));
    }

    @Test
    void eenConceptBlijftBewaardMetEnZonderJavascript() throws Exception {
        String contact = naarContactOuders();
        mvc.perform(post("/taken/" + contact + "/concept").with(user(ambtenaar.gebruikersnaam())).with(csrf()).accept(MediaType.APPLICATION_JSON)
                .param("uitlegOuders", "half af")).andExpect(status().isOk()).andExpect(content().string(containsString("Bewaard om")));
        toon("/taken/" + contact, ambtenaar).andExpect(content().string(allOf(containsString("half af"), containsString("Dit hebt u bewaard"))));
        stuur("/taken/" + contact + "/concept", ambtenaar, Map.of("uitlegOuders", "verder")).andExpect(redirectedUrl("/taken/" + contact));
        toon("/taken/" + contact, ambtenaar).andExpect(content().string(containsString("verder")));
    }

    @Test
    void deZaakpaginaEnEenContactmoment() throws Exception {
        String zaak = "/zaken/" + verhaal.zaak().zaaknummer();
        toon(zaak, ambtenaar).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Tijdlijn"), containsString("Open taken"),
                containsString("Verzuimmelding " + melding.meldingsnummer()), not(containsString("id=\"cockpit\"")))));
        toon(zaak, Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK)).andExpect(content().string(containsString("id=\"cockpit\"")));
        stuur(zaak + "/contactmoment", ambtenaar, Map.of("met", "ouder", "wanneer", "2199-01-01T10:00", "verslag", ""))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("fout-wijze"), containsString("toekomst"),
                        containsString("fout-verslag"), containsString("open=\"open\""))));
        stuur(zaak + "/contactmoment", ambtenaar, Map.of("met", "ouder", "wijze", "telefoon", "verslag", "Moeder <b>belt</b> terug"))
                .andExpect(redirectedUrl(zaak));
        toon(zaak, ambtenaar).andExpect(content().string(allOf(containsString("Contact met ouder (telefoon)"),
                containsString("Moeder &lt;b&gt;belt&lt;/b&gt; terug"))));
        toon(zaak, Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER)).andExpect(status().isNotFound());
    }

    @Test
    void zonderAutorisatieBestaatDeZaakNiet() throws Exception {
        Medewerker zonder = nieuwe("zonder-wpg", Rol.LEERPLICHTAMBTENAAR);
        String zaak = "/zaken/" + verhaal.zaak().zaaknummer();
        toon(zaak, zonder).andExpect(status().isNotFound());
        stuur(zaak + "/contactmoment", zonder, Map.of("met", "ouder", "wijze", "telefoon", "verslag", "x")).andExpect(status().isNotFound());
        toon("/leerlingen/" + verhaal.zaak().leerlingId(), zonder).andExpect(status().isOk())
                .andExpect(content().string(not(containsString(verhaal.zaak().zaaknummer()))));
        stuur("/nieuw", zonder, Map.of("gemeente", BUNNIK, "bron", "andere-bron", "soort", "overig", "leerling.achternaam", Unieke.naam("Hand"),
                "leerling.geboortedatum", "2013-09-01", "begindatum", "2026-02-23", "melder.functie", "jongerenwerker", "uren", "2,5"))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void leerlingenZoekenEnTonen() throws Exception {
        toon("/leerlingen", ambtenaar).andExpect(status().isOk());
        stuur("/leerlingen", ambtenaar, Map.of("zoek", melding.achternaam())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("1 gevonden"), not(containsString(melding.bsn())))));
        stuur("/leerlingen", Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK), Map.of("zoek", melding.achternaam())).andExpect(status().isOk());
        stuur("/leerlingen", ambtenaar, Map.of("zoek", "bestaat echt niet")).andExpect(content().string(containsString("Niemand gevonden")));
        stuur("/leerlingen", ambtenaar, Map.of("zoek", "x")).andExpect(content().string(containsString("ten minste 2")));
        stuur("/leerlingen", Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER), Map.of("zoek", melding.achternaam()))
                .andExpect(content().string(containsString("Niemand gevonden")));
        String leerling = "/leerlingen/" + verhaal.zaak().leerlingId();
        toon(leerling, ambtenaar).andExpect(status().isOk()).andExpect(content().string(allOf(containsString(verhaal.zaak().zaaknummer()),
                containsString("Demo College"), containsString("Er zijn nog geen ouders bekend"), not(containsString(melding.bsn())))));
        toon(leerling, Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER)).andExpect(status().isNotFound());
        toon("/leerlingen/geen-id", ambtenaar).andExpect(status().isNotFound());
    }

    @Test
    void oudersToevoegenEnWijzigenEnEenGeheimAdresBlijftGeheim() throws Exception {
        String leerling = "/leerlingen/" + verhaal.zaak().leerlingId();
        toon(leerling + "/ouders/nieuw", ambtenaar).andExpect(status().isOk());
        stuur(leerling + "/ouders/nieuw", ambtenaar, Map.of("relatie", "oom", "postcode", "12", "email", "x")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("fout-achternaam"), containsString("fout-relatie"), containsString("fout-postcode"),
                        containsString("fout-email"))));
        stuur(leerling + "/ouders/nieuw", ambtenaar, Map.of("relatie", "moeder", "achternaam", "Bedacht", "gezag", "true", "straat", "Zichtbaar",
                "postcode", "8301ab")).andExpect(redirectedUrl(leerling));
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Piet", null, "Verstopt", null,
                new Adres("Geheimstraat", "1", "3981 AA", "Bunnik"), true, null, null, null, false), "vader", true);
        toon(leerling, ambtenaar).andExpect(content().string(allOf(containsString("Zichtbaar, 8301 AB"), containsString("geheim"),
                not(containsString("Geheimstraat")))));
        Ouder vader = ouder("Verstopt");
        toon(leerling + "/ouders/" + vader.id(), ambtenaar).andExpect(status().isOk()).andExpect(content().string(not(containsString("Geheimstraat"))));
        stuur(leerling + "/ouders/" + vader.id(), ambtenaar, Map.of("relatie", "vader", "achternaam", "Verstopt", "geheimAdres", "true",
                "telefoon", "06-12345678")).andExpect(redirectedUrl(leerling));
        assertThat(ouder("Verstopt").adres().straat()).isEqualTo("Geheimstraat");
        assertThat(ouder("Verstopt").telefoon()).isEqualTo("06-12345678");
        stuur(leerling + "/ouders/nieuw", Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK), Map.of()).andExpect(status().isForbidden());
    }

    @Test
    void wieEenAdresNietLangerGeheimMaaktTyptHetOpnieuwEnDatStaatInHetDossier() throws Exception {
        String leerling = "/leerlingen/" + verhaal.zaak().leerlingId();
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Piet", null, "Verstopt", null,
                new Adres("Geheimstraat", "1", "3981 AA", "Bunnik"), true, null, null, null, false), "vader", true);
        String vader = leerling + "/ouders/" + ouder("Verstopt").id();
        stuur(vader, ambtenaar, Map.of("relatie", "vader", "achternaam", "Verstopt", "versie", "0")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("fout-straat"), not(containsString("Geheimstraat")))));
        assertThat(ouder("Verstopt").geheimAdres()).isTrue();
        stuur(vader, ambtenaar, Map.of("relatie", "vader", "achternaam", "Verstopt", "versie", "0", "straat", "Nieuwstraat", "huisnummer", "2",
                "woonplaats", "Bunnik")).andExpect(redirectedUrl(leerling));
        assertThat(ouder("Verstopt").adres().straat()).isEqualTo("Nieuwstraat");
        toon(leerling, ambtenaar).andExpect(content().string(containsString("Adres van een ouder niet langer geheim")));
    }

    @Test
    void wieEenOuderWijzigtNaEenCollegaZietWatDieBewaarde() throws Exception {
        String leerling = "/leerlingen/" + verhaal.zaak().leerlingId();
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Ans", null, "Samen", null, Adres.ONBEKEND, false,
                null, null, null, false), "moeder", true);
        String moeder = leerling + "/ouders/" + ouder("Samen").id();
        stuur(moeder, ambtenaar, Map.of("relatie", "moeder", "achternaam", "Samen", "versie", "0", "telefoon", "06-11111111"))
                .andExpect(redirectedUrl(leerling));
        stuur(moeder, ambtenaar, Map.of("relatie", "moeder", "achternaam", "Samen", "versie", "0", "telefoon", "06-22222222"))
                .andExpect(status().isConflict()).andExpect(content().string(allOf(containsString("06-11111111"), containsString("06-22222222"),
                        containsString("name=\"versie\" value=\"1\""))));
        assertThat(ouder("Samen").telefoon()).isEqualTo("06-11111111");
        stuur(moeder, ambtenaar, Map.of("relatie", "moeder", "achternaam", "Samen", "versie", "1", "telefoon", "06-22222222"))
                .andExpect(redirectedUrl(leerling));
    }

    @Test
    void oppakkenBewaartWatErAlWasGetypt() throws Exception {
        String contact = naarContactOuders();
        stuur("/taken/" + contact + "/oppakken", ambtenaar, Map.of("uitlegOuders", "net getypt")).andExpect(redirectedUrl("/taken/" + contact));
        toon("/taken/" + contact, ambtenaar).andExpect(content().string(allOf(containsString("net getypt"), containsString("id=\"vrijgeven\""))));
    }

    @Test
    void codesStaanInWoordenInHetDossier() throws Exception {
        toon("/zaken/" + verhaal.zaak().zaaknummer(), ambtenaar).andExpect(content().string(allOf(containsString("16 uur in 4 lesweken"),
                not(containsString(">16-uur<")), not(containsString(">WPG<")), not(containsString(">school.soort<")))));
    }

    @Test
    void eenZaakStartenMetDeHand() throws Exception {
        toon("/nieuw", ambtenaar).andExpect(status().isOk());
        stuur("/nieuw", ambtenaar, Map.of("gemeente", BUNNIK, "leerling.achternaam", "Half ingevuld", "uren", "veel")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("foutoverzicht"), containsString("fout-leerling.geboortedatum"),
                        containsString("Half ingevuld"), containsString("veel"))));
        stuur("/nieuw", ambtenaar, Map.of("gemeente", BUNNIK, "bron", "andere-bron", "soort", "overig", "leerling.achternaam", Unieke.naam("Hand"),
                "leerling.geboortedatum", "2013-09-01", "begindatum", "2026-02-23", "melder.functie", "jongerenwerker", "uren", "2,5"))
                .andExpect(status().is3xxRedirection()).andExpect(redirectedUrlPattern("/zaken/BUN-*"));
        stuur("/nieuw", ambtenaar, Map.of("gemeente", NOORDOOSTPOLDER, "bron", "andere-bron")).andExpect(status().isForbidden());
    }

    @Test
    void zonderCsrfGebeurtNiets() throws Exception {
        mvc.perform(post("/taken/" + taak() + "/oppakken").with(user(administratie.gebruikersnaam()))).andExpect(status().isForbidden());
    }

    private String naarContactOuders() {
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", Antwoord.aanpakTegenAdvies("contact"));
        return verhaal.taak("contact-ouders").id();
    }

    private String taak() {
        return verhaal.taak("terugmelden").id();
    }

    private Ouder ouder(String achternaam) {
        return leerlingen.ouders(verhaal.zaak().leerlingId()).stream().filter(o -> o.achternaam().equals(achternaam)).findFirst().orElseThrow();
    }

    private Medewerker tweede() {
        Medewerker tweede = nieuwe("scherm-tweede", Rol.ADMINISTRATIEF_MEDEWERKER);
        medewerkers.autoriseer(tweede.gebruikersnaam(), BUNNIK, "leerplicht", "uitvoering leerplicht", "verzuim", LocalDate.of(2026, 1, 1));
        return tweede;
    }

    private Medewerker nieuwe(String naam, Rol rol) {
        medewerkers.bewaar(new Medewerker(naam + "." + rol.code(), "Medewerker " + naam, null, Map.of(BUNNIK, Set.of(rol))), null);
        return medewerkers.metNaam(naam + "." + rol.code()).orElseThrow();
    }

    private ResultActions toon(String pad, Medewerker wie) throws Exception {
        return mvc.perform(get(pad).with(user(wie.gebruikersnaam())).accept(MediaType.TEXT_HTML));
    }

    private ResultActions stuur(String pad, Medewerker wie, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(wie.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML);
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
