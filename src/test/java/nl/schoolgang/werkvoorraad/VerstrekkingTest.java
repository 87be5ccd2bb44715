package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves a dossier by {@link Verstrekking} or {@link Dossierexport}: on a ground that fits, and without what may not go along. */
@Toepassingstest
class VerstrekkingTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Zaken zaken;
    @Autowired
    private Verwerkingslog log;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private Brieven brieven;
    @Autowired
    private TransactionTemplate transactie;

    private UUID leerling;
    private Medewerker ambtenaar;
    private Medewerker boa;
    private String pagina;

    @BeforeEach
    void eenDossier() {
        leerling = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK)).zaak().leerlingId();
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        boa = Verhaal.medewerker(context, Rol.BOA, BUNNIK);
        pagina = "/leerlingen/" + leerling;
        for (Label label : Label.values()) {
            dossiers.voegToe(new NieuwDossierstuk(BUNNIK, leerling, null, null, "notitie", "Stuk " + label, label, Map.of("tekst", "Inhoud-" + label),
                    null, "iemand"));
        }
    }

    @Test
    void eenVerstrekkingStaatInHetDossierEnInHetLogMetDoelGrondEnAfweging() throws Exception {
        toon(pagina + "/verstrekking", ambtenaar).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Stuk WPG"),
                not(containsString("Stuk STRAFRECHT")), containsString("data-onthoud"))));
        stuur(pagina + "/verstrekking", ambtenaar, verstrekking(Map.of("stukken", stuk(Label.AVG)))).andExpect(redirectedUrl(pagina));
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("id=\"hoofdstuk-verantwoording\""),
                containsString("Gegevens verstrekt: School"), containsString("Alleen de afspraken"))));
        assertThat(jdbc.sql("select concat_ws('|', doel, grondslag, ontvanger) from verwerkingslog where leerling_id = ? and actie = 'verstrekken'")
                .param(leerling).query(String.class).list()).containsExactly("gegevens uit het dossier verstrekken|Leerplichtwet|School");
    }

    @Test
    void zonderGrondAfwegingOfDoelbindingGaatErNietsDeDeurUit() throws Exception {
        stuur(pagina + "/verstrekking", ambtenaar, Map.of()).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                containsString("fout-ontvanger"), containsString("fout-ontvangerNaam"), containsString("fout-wat"), containsString("fout-doel"),
                containsString("fout-grondslag"), containsString("fout-afweging"), containsString("fout-afgestemd"), containsString("fout-doelbinding"))));
        stuur(pagina + "/verstrekking", ambtenaar, verstrekking(Map.of("afgestemd", "nee", "afgestemdToelichting", "")))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("fout-afgestemdToelichting")));
        assertThat(verstrekkingen()).isZero();
    }

    @Test
    void elkLabelKentZijnEigenGronden() throws Exception {
        Map<String, String> aan = Map.of("wjsg", "inspectie", "wpg-16", "politie-om", "wpg-18", "raad");
        for (Label label : Label.values()) {
            for (String grond : Verstrekking.GRONDSLAGEN) {
                boolean mag = label == Label.AVG ? !grond.startsWith("wpg-") : grond.startsWith("wpg-") || label == Label.WPG && grond.equals("lpw");
                Map<String, String> naar = Map.of("grondslag", grond, "ontvanger", aan.getOrDefault(grond, "school"), "stukken", stuk(label));
                stuur(pagina + "/verstrekking", boa, verstrekking(naar)).andExpect(status().is(mag ? 302 : 422));
            }
        }
        assertThat(dossiers.vanLeerling(leerling, boa)).filteredOn(s -> s.soort().equals("verstrekking") && s.label() == Label.STRAFRECHT).hasSize(4);
        stuur(pagina + "/verstrekking", ambtenaar, verstrekking(Map.of("grondslag", "wpg-18", "stukken", stuk(Label.STRAFRECHT))))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("fout-stukken")));
    }

    @Test
    void deExportHeeftAllesWatMagEnNietsWatNietMag() throws Exception {
        leerlingen.voegOuderToe(leerling, new NieuweOuder(BUNNIK, Unieke.bsn(), "Piet", null, "Verstopt", null,
                new Adres("Geheimstraat", "1", "3981 AA", "Bunnik"), true, "06-99999999", null, null, false), "vader", true);
        log.noteer(Verwerking.verstrekken(BUNNIK, leerling, null, null, "terugmelden", "LPW 21a", "DUO"));
        UUID meldcode = zaken.open(BUNNIK, "meldcode", leerling).id();
        log.noteer(Verwerking.verstrekken(BUNNIK, leerling, meldcode, null, "zorg melden", "Jeugdwet", "Veilig Thuis"));
        Map<String, String> velden = keuzes(boa);
        velden.put("stuk." + stuk(Label.AVG), "verslag-ander");
        velden.putAll(Map.of("exportVoor", "ouder", "identiteit", "true"));
        byte[] zip = stuur(pagina + "/export", boa, velden).andExpect(status().isOk()).andExpect(content().contentType("application/zip"))
                .andReturn().getResponse().getContentAsByteArray();
        Map<String, String> inhoud = uitpakken(zip);
        assertThat(inhoud).containsOnlyKeys("dossier.html", "dossier.json");
        assertThat(inhoud.values()).allSatisfy(deel -> assertThat(deel).contains("Inhoud-WPG", "Piet Verstopt", leerlingen.metId(leerling).bsn())
                .doesNotContain("Inhoud-STRAFRECHT", "Inhoud-AVG", "Geheimstraat", "06-99999999", "Veilig Thuis"));
        assertThat(inhoud.get("dossier.html")).contains("Verslag van een andere organisatie", "Strafrechtelijk stuk", "DUO, terugmelden");
        JsonNode gelezen = json.readTree(inhoud.get("dossier.json"));
        assertThat(gelezen.get("stukken").size()).isPositive();
        assertThat(dossiers.vanLeerling(leerling, ambtenaar)).filteredOn(s -> s.soort().equals("dossier-export")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from verwerkingslog where leerling_id = ? and actie = 'verstrekken' and grondslag = 'AVG 15; Wpg 25'")
                .param(leerling).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void deBrievenGaanMee_zonderEenAdresDatNaDeBriefGeheimWerd() throws Exception {
        Leerling kind = leerlingen.metId(leerling);
        leerlingen.wijzig(new Leerling(kind.id(), kind.gemeente(), kind.bsn(), kind.onderwijsnummer(), kind.voornamen(), kind.voorvoegsel(),
                kind.achternaam(), kind.geboortedatum(), kind.geslacht(), new Adres("Bloesemweg", "1", "3981xa", "Bunnik"), null, null));
        UUID moeder = leerlingen.voegOuderToe(leerling, new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, null, null, false), "moeder", true);
        UUID zaak = zaken.vanLeerling(leerling).get(0).id();
        Brief brief = transactie.execute(t -> brieven.zetKlaar(zaak, null, "uitnodiging-gesprek", ambtenaar.gebruikersnaam())).stream()
                .filter(b -> moeder.equals(b.aanId())).findFirst().orElseThrow();
        String bestand = "brieven/uitnodiging-gesprek-" + brief.id() + ".pdf";
        assertThat(tekst(export("ouder").get(bestand))).contains("Rima Haddad", "Bloesemweg 1");

        jdbc.sql("update ouder set geheim_adres = true where id = ?").param(moeder).update();
        Map<String, byte[]> inhoud = export("ouder");
        assertThat(tekst(inhoud.get(bestand))).contains("Rima Haddad", "geheim adres").doesNotContain("Bloesemweg", "3981");
        for (String deel : List.of("dossier.html", "dossier.json")) {
            assertThat(new String(inhoud.get(deel), StandardCharsets.UTF_8)).contains(bestand).doesNotContain("Bloesemweg", "3981xa");
        }
    }

    private Map<String, byte[]> export(String voor) throws Exception {
        Map<String, String> velden = keuzes(ambtenaar);
        velden.putAll(Map.of("exportVoor", voor, "identiteit", "true"));
        byte[] zip = stuur(pagina + "/export", ambtenaar, velden).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        Map<String, byte[]> inhoud = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry deel = in.getNextEntry(); deel != null; deel = in.getNextEntry()) {
                inhoud.put(deel.getName(), in.readAllBytes());
            }
        }
        return inhoud;
    }

    private static String tekst(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void wieMagHetHebbenEnWatMoetErNagegaanZijn() throws Exception {
        Map<String, String> velden = keuzes(boa);
        stuur(pagina + "/export", boa, velden).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                containsString("fout-exportVoor"), containsString("fout-identiteit"))));
        velden.put("identiteit", "true");
        velden.put("exportVoor", "jongere");
        stuur(pagina + "/export", boa, velden).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Tot 16 jaar")));
        velden.put("exportVoor", "ouder");
        Map<String, String> strafrechtMee = new HashMap<>(velden);
        strafrechtMee.put("stuk." + stuk(Label.STRAFRECHT), "meegeven");
        stuur(pagina + "/export", boa, strafrechtMee).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Openbaar Ministerie")));
        Map<String, String> vergeten = new HashMap<>(velden);
        vergeten.remove("stuk." + stuk(Label.WPG));
        stuur(pagina + "/export", boa, vergeten).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("waarom niet")));
        UUID zestien = leerlingen.registreer(new NieuweLeerling(BUNNIK, Unieke.bsn(), null, "Oud", null, "Genoeg", LocalDate.of(2009, 1, 1), "v",
                Adres.ONBEKEND, null, null));
        stuur("/leerlingen/" + zestien + "/export", boa, Map.of("exportVoor", "ouder", "identiteit", "true")).andExpect(status().isUnprocessableEntity());
        stuur("/leerlingen/" + zestien + "/export", boa, Map.of("exportVoor", "ouder", "identiteit", "true", "machtiging", "true"))
                .andExpect(status().isOk());
        // What was given stands in the dossier now, and needs a choice itself.
        stuur("/leerlingen/" + zestien + "/export", boa, Map.of("exportVoor", "jongere", "identiteit", "true")).andExpect(status().isUnprocessableEntity());
        Map<String, String> nogEens = new HashMap<>(Exportkeuze.begin(dossiers.vanLeerling(zestien, boa)));
        nogEens.putAll(Map.of("exportVoor", "jongere", "identiteit", "true"));
        stuur("/leerlingen/" + zestien + "/export", boa, nogEens).andExpect(status().isOk());
        assertThat(dossiers.vanLeerling(leerling, boa)).noneMatch(s -> s.soort().equals("dossier-export"));
    }

    @Test
    void eenGrootDossierGaatStukVoorStukNaarBuiten() throws Exception {
        String lap = "lang ".repeat(4000);
        for (int i = 0; i < 120; i++) {
            dossiers.voegToe(new NieuwDossierstuk(BUNNIK, leerling, null, null, "notitie", "Nummer " + i, Label.AVG, Map.of("tekst", lap + i), null,
                    "iemand"));
        }
        Map<String, String> velden = keuzes(ambtenaar);
        velden.putAll(Map.of("exportVoor", "andere-gemeente", "identiteit", "true"));
        Map<String, String> inhoud = uitpakken(stuur(pagina + "/export", ambtenaar, velden).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray());
        assertThat(json.readTree(inhoud.get("dossier.json")).get("stukken").size()).isGreaterThan(120);
        assertThat(inhoud.get("dossier.html")).contains("Nummer 119").contains("strengere afscherming");
    }

    @Test
    void wieNietMagWijzigenGeeftNietsUitHanden() throws Exception {
        Medewerker coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
        toon(pagina + "/export", coordinator).andExpect(status().isForbidden());
        stuur(pagina + "/export", coordinator, Map.of()).andExpect(status().isForbidden());
        stuur(pagina + "/verstrekking", coordinator, Map.of()).andExpect(status().isForbidden());
        Medewerker elders = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, Verhaal.NOORDOOSTPOLDER);
        stuur(pagina + "/export", elders, Map.of()).andExpect(status().isNotFound());
        stuur(pagina + "/verstrekking", elders, Map.of()).andExpect(status().isNotFound());
    }

    private Map<String, String> keuzes(Medewerker wie) {
        return new HashMap<>(Exportkeuze.begin(dossiers.vanLeerling(leerling, wie)));
    }

    private static Map<String, String> verstrekking(Map<String, String> anders) {
        Map<String, String> velden = new HashMap<>(Map.of("ontvanger", "school", "ontvangerNaam", "Demo College, mentor", "wat", "De afspraken", "doel",
                "Begeleiding op school", "doelbinding", "true", "grondslag", "lpw", "afweging", "Alleen de afspraken, niet de reden", "afgestemd",
                "ja"));
        velden.putAll(anders);
        return velden;
    }

    private String stuk(Label label) {
        return dossiers.vanLeerling(leerling, boa).stream().filter(s -> s.titel().equals("Stuk " + label)).map(Dossierstuk::id).findFirst()
                .orElseThrow().toString();
    }

    private long verstrekkingen() {
        return jdbc.sql("select count(*) from verwerkingslog where leerling_id = ? and actie = 'verstrekken'").param(leerling).query(Long.class).single();
    }

    private static Map<String, String> uitpakken(byte[] zip) throws IOException {
        Map<String, String> inhoud = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry deel = in.getNextEntry(); deel != null; deel = in.getNextEntry()) {
                inhoud.put(deel.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return inhoud;
    }

    private ResultActions toon(String pad, Medewerker wie) throws Exception {
        return mvc.perform(get(pad).with(user(wie.gebruikersnaam())).accept(MediaType.TEXT_HTML));
    }

    private ResultActions stuur(String pad, Medewerker wie, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(wie.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML, MediaType.ALL);
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
