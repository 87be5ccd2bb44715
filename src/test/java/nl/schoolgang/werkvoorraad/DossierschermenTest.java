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

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.dossier.Dossiergrond;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Gegevenshistorie;
import nl.schoolgang.dossier.Hoofdstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.dossier.NieuwDossierstuk;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Aanvullingen;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Inschrijving;
import nl.schoolgang.leerling.Leerlingaanvulling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.leerling.Ouderaanvulling;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * The dossier as bijlage 3 NOP and art. 4 BUN list it: filled, shown by right, corrected with a trace.
 * Through {@link Dossierwerk}, {@link Gegevenswijziging}, {@link Ouderwijziging} and {@link Inschrijvingwijziging}: the grounds are those of
 * {@link Dossiergrond}, the fields those of {@link Inschrijving}, {@link Leerlingaanvulling} and {@link Ouderaanvulling}.
 */
@Toepassingstest
class DossierschermenTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Aanvullingen aanvullingen;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Gegevenshistorie historie;
    @Autowired
    private JdbcClient jdbc;

    private Meldingsbouwer melding;
    private UUID leerling;
    private Medewerker ambtenaar;
    private String pagina;

    @BeforeEach
    void eenLeerlingMetVerzuim() {
        melding = verzuimmelding().in(BUNNIK);
        leerling = new Verhaal(context).gegeven(melding).zaak().leerlingId();
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        pagina = "/leerlingen/" + leerling;
    }

    @Test
    void gegevensVanDeLeerlingWijzigenLaatHetOudeStaan() throws Exception {
        toon(pagina + "/gegevens", ambtenaar).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("data-onthoud"),
                not(containsString(melding.bsn())))));
        String bsn = Unieke.bsn();
        stuur(pagina + "/gegevens", ambtenaar, gegevens(Map.of("achternaam", "Verbeterd", "geboorteplaats", "Urk", "nationaliteit", "Nederlandse",
                "bsn", bsn, "administratienummer", "A-12", "startkwalificatie", "nee", "reden", "BRP nagekeken"))).andExpect(redirectedUrl(pagina));
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("Verbeterd"), containsString("Urk"), containsString("Nederlandse"),
                containsString("A-12"), containsString("Reden: BRP nagekeken"), containsString("van " + melding.achternaam() + " naar Verbeterd"),
                not(containsString(bsn)))));
        assertThat(leerlingen.metId(leerling).bsn()).isEqualTo(bsn);
        assertThat(historie.vanLeerling(leerling)).extracting(r -> r.wijziging().veld()).contains("bsn", "achternaam", "geboorteplaats",
                "startkwalificatie");
        assertThat(jdbc.sql("select count(*) from gegevenshistorie h where leerling_id = ? and (oud || nieuw) ~ '[0-9]{9}'").param(leerling)
                .query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from verwerkingslog where leerling_id = ? and actie = 'wijzigen' and wie = ?")
                .params(leerling, ambtenaar.gebruikersnaam()).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void fouteGegevensStaanBijHunVeldEnEenCollegaWordtNietOverschreven() throws Exception {
        UUID ander = leerlingen.registreer(new NieuweLeerling(BUNNIK, Unieke.bsn(), null, "Ander", null, "Kind", LocalDate.of(2012, 1, 1), "m", null,
                null, null));
        stuur(pagina + "/gegevens", ambtenaar, gegevens(Map.of("bsn", leerlingen.metId(ander).bsn(), "reden", "x")))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("fout-bsn")));
        stuur(pagina + "/gegevens", ambtenaar, Map.of("bsn", "123", "onderwijsnummer", "9", "geslacht", "q", "geboortedatum", "2199-01-01",
                "postcode", "x", "email", "x", "telefoon", "x", "startkwalificatieOp", "2020-01-01", "nationaliteit", "n".repeat(201)))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("fout-bsn"),
                        containsString("fout-onderwijsnummer"), containsString("fout-geslacht"), containsString("fout-geboortedatum"),
                        containsString("fout-achternaam"), containsString("fout-postcode"), containsString("fout-email"),
                        containsString("fout-telefoon"), containsString("fout-startkwalificatieOp"), containsString("fout-nationaliteit"),
                        containsString("fout-reden"))));
        stuur(pagina + "/gegevens", ambtenaar, gegevens(Map.of("woonplaats", "Odijk", "reden", "verhuisd"))).andExpect(redirectedUrl(pagina));
        stuur(pagina + "/gegevens", ambtenaar, gegevens(Map.of("woonplaats", "Werkhoven", "reden", "verhuisd"))).andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("Werkhoven"), containsString("id=\"botsing\""))));
        assertThat(leerlingen.metId(leerling).adres().woonplaats()).isEqualTo("Odijk");
    }

    @Test
    void eenOuderMetAlleGegevensEnEenGeheimAdresBlijftGeheimInDeGeschiedenis() throws Exception {
        stuur(pagina + "/ouders/nieuw", ambtenaar, Map.of("relatie", "moeder", "achternaam", "Bedacht", "titulatuur", "mevr. dr.", "voorletters", "A.B.",
                "geslacht", "v", "geboortedatum", "1980-05-06", "straat", "Openweg", "woonplaats", "Bunnik")).andExpect(redirectedUrl(pagina));
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("mevr. dr. A.B. Bedacht"), containsString("Vrouw"),
                containsString("6 mei 1980"))));
        UUID moeder = leerlingen.ouders(leerling).get(0).id();
        stuur(pagina + "/ouders/" + moeder, ambtenaar, Map.of("relatie", "moeder", "achternaam", "Bedacht", "versie", "0", "geheimAdres", "true",
                "straat", "Verborgenpad", "woonplaats", "Elders", "geslacht", "fout", "geboortedatum", "morgen", "email", "x"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("fout-geslacht"),
                        containsString("fout-geboortedatum"), containsString("fout-email"))));
        stuur(pagina + "/ouders/" + moeder, ambtenaar, Map.of("relatie", "moeder", "achternaam", "Bedacht", "versie", "0", "geheimAdres", "true",
                "straat", "Verborgenpad", "woonplaats", "Elders", "reden", "bedreigd")).andExpect(redirectedUrl(pagina));
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("gewijzigd (geheim adres)"), containsString("bedreigd"),
                not(containsString("Verborgenpad")), not(containsString("Openweg")))));
        assertThat(aanvullingen.vanOuders(leerling).get(moeder).voorletters()).isEqualTo("A.B.");
    }

    @Test
    void watVroegerOpenlijkHetAdresWasIsVerborgenZodraHetGeheimIs() {
        UUID moeder = leerlingen.voegOuderToe(leerling, new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Schuilpad", "1", "3981 XA", "Bunnik"), false, null, null, null, false), "moeder", true);
        for (UUID ouder : Arrays.asList(moeder, null)) {
            historie.noteer(BUNNIK, leerling, ouder, List.of(new Gegevenshistorie.Wijziging("straat", "Oudweg", "Schuilpad", false)), null, "iemand");
        }
        assertThat(historie.vanLeerling(leerling)).extracting(r -> r.wijziging().nieuw()).containsExactly("Schuilpad", "Schuilpad");

        jdbc.sql("update ouder set geheim_adres = true where id = ?").param(moeder).update();
        assertThat(historie.vanLeerling(leerling)).hasSize(2).allSatisfy(r -> {
            assertThat(r.wijziging().geheim()).isTrue();
            assertThat(r.wijziging().nieuw()).isNull();
        });
    }

    @Test
    void inschrijvingMetKlassenEnSoortOnderwijs() throws Exception {
        UUID inschrijving = leerlingen.inschrijvingen(leerling).get(0).id();
        String pad = pagina + "/inschrijvingen/" + inschrijving;
        toon(pad, ambtenaar).andExpect(status().isOk()).andExpect(content().string(containsString("data-onthoud")));
        stuur(pad, ambtenaar, Map.of("inschrijving.van", "2026-02-02", "inschrijving.tot", "2025-01-01")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("fout-inschrijving.tot")));
        stuur(pad, ambtenaar, Map.of("inschrijving.van", "2025-08-18", "klassen", "2B en 3B", "onderwijssoort", "vmbo-tl"))
                .andExpect(redirectedUrl(pagina));
        toon(pagina, ambtenaar).andExpect(content().string(containsString("vmbo-tl, 2B en 3B")));
        toon(pagina + "/inschrijvingen/" + UUID.randomUUID(), ambtenaar).andExpect(status().isNotFound());
    }

    @Test
    void zonderGrondIsErGeenDossier() throws Exception {
        UUID zonder = leerlingen.registreer(new NieuweLeerling(BUNNIK, Unieke.bsn(), null, "Rustig", null, "Kind", LocalDate.of(2012, 1, 1), "m",
                Adres.ONBEKEND, null, null));
        String rustig = "/leerlingen/" + zonder;
        toon(rustig, ambtenaar).andExpect(content().string(allOf(containsString("geen grond voor een dossier"),
                not(containsString("id=\"stuk-toevoegen\"")))));
        stuur(rustig + "/stukken/nieuw", ambtenaar, Map.of("hoofdstuk", "diploma", "titel", "Diploma", "tekst", "vmbo"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Er is nog geen dossier")));
        stuur(rustig + "/grond", ambtenaar, Map.of("grond", "overleg", "toelichting", "ZAT")).andExpect(status().isUnprocessableEntity());
        stuur(rustig + "/grond", ambtenaar, Map.of("grond", "bestaat-niet")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("fout-grond"), containsString("fout-toelichting"))));
        stuur(rustig + "/grond", ambtenaar, Map.of("grond", "vrijstelling-schoolbezoek", "toelichting", "Moeder belde over verlof"))
                .andExpect(redirectedUrl(rustig));
        toon(rustig, ambtenaar).andExpect(content().string(allOf(containsString("Moeder belde over verlof"), containsString("id=\"stuk-toevoegen\""))));
        stuur(rustig + "/stukken/nieuw", ambtenaar, Map.of("hoofdstuk", "diploma", "titel", "Diploma vmbo", "tekst", "vmbo-tl 2025"))
                .andExpect(redirectedUrl(rustig));
        for (String alleenBijVerzuim : List.of("gesprek", "notitie", "correspondentie", "omstandigheden")) {
            stuur(rustig + "/stukken/nieuw", ambtenaar, Map.of("hoofdstuk", alleenBijVerzuim, "titel", "t", "tekst", "t"))
                    .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("ongeoorloofd verzuim")));
        }
        toon(rustig, ambtenaar).andExpect(content().string(allOf(containsString("id=\"hoofdstuk-diploma\""), containsString("vmbo-tl 2025"),
                not(containsString("id=\"hoofdstuk-notitie\"")))));
    }

    @Test
    void eenMeldingVanDuoGeeftDeGrondEnStaatInHaarHoofdstuk() throws Exception {
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("Relatief of overig verzuim"),
                containsString("id=\"hoofdstuk-duo-melding\""))));
        for (Hoofdstuk h : Hoofdstuk.metDeHand()) {
            stuur(pagina + "/stukken/nieuw", boa(), Map.of("hoofdstuk", h.code(), "titel", "Titel " + h.code(), "tekst", "Inhoud " + h.code(),
                    "gebeurdOp", "2026-02-20")).andExpect(redirectedUrl(pagina));
        }
        ResultActions scherm = toon(pagina, boa());
        for (Hoofdstuk h : Hoofdstuk.metDeHand()) {
            scherm.andExpect(content().string(allOf(containsString("id=\"hoofdstuk-" + h.code() + "\""), containsString("Inhoud " + h.code()))));
            assertThat(dossiers.vanLeerling(leerling, boa())).filteredOn(s -> s.soort().equals(h.code())).hasSize(1)
                    .allSatisfy(s -> assertThat(s.label()).isEqualTo(h.label()));
        }
    }

    @Test
    void labelKeerRolKeerAutorisatie() throws Exception {
        for (Label label : Label.values()) {
            dossiers.voegToe(new NieuwDossierstuk(BUNNIK, leerling, null, null, "verlof", "Stuk", label, Map.of("tekst", "geheimtekst" + label), null,
                    "iemand"));
        }
        for (Rol rol : List.of(Rol.LEERPLICHTAMBTENAAR, Rol.RMC_CONSULENT, Rol.BOA, Rol.ADMINISTRATIEF_MEDEWERKER, Rol.COORDINATOR)) {
            for (boolean geautoriseerd : List.of(false, true)) {
                Medewerker wie = mensen.maak(rol, BUNNIK);
                if (geautoriseerd) {
                    medewerkers.autoriseer(wie.gebruikersnaam(), BUNNIK, "leerplicht", "toezicht", "verzuim", LocalDate.of(2020, 1, 1));
                }
                boolean boa = rol == Rol.BOA;
                String html = toon(pagina, wie).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
                assertThat(html.contains("geheimtekstAVG")).as("%s AVG", rol).isTrue();
                assertThat(html.contains("geheimtekstWPG")).as("%s WPG %s", rol, geautoriseerd).isEqualTo(boa || geautoriseerd);
                assertThat(html.contains("geheimtekstSTRAFRECHT")).as("%s STRAFRECHT", rol).isEqualTo(boa);
                assertThat(html.contains("id=\"afgeschermd\"")).isEqualTo(!boa);
            }
        }
        UUID strafrecht = stuk(Label.STRAFRECHT).id();
        toon(pagina + "/stukken/" + strafrecht, ambtenaar).andExpect(status().isNotFound());
        stuur(pagina + "/stukken/" + strafrecht, ambtenaar, Map.of("titel", "x", "reden", "x")).andExpect(status().isNotFound());
        stuur(pagina + "/stukken/nieuw", ambtenaar, Map.of("hoofdstuk", "proces-verbaal", "titel", "x", "tekst", "x"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("legt een boa vast")));
        toon(pagina, mensen.maak(Rol.COLLEGE, BUNNIK)).andExpect(status().isForbidden());
    }

    @Test
    void eenStukVerbeterenHoudtDeOudeVersie() throws Exception {
        stuur(pagina + "/stukken/nieuw", ambtenaar, Map.of("hoofdstuk", "notitie", "titel", "Notitie", "tekst", "Vader heet Jan"))
                .andExpect(redirectedUrl(pagina));
        Dossierstuk notitie = dossiers.vanLeerling(leerling, ambtenaar).stream().filter(s -> s.soort().equals("notitie")).findFirst().orElseThrow();
        String pad = pagina + "/stukken/" + notitie.id();
        stuur(pad, ambtenaar, Map.of("versie", "0", "titel", "Notitie", "deel.tekst", "Vader heet Jan")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("fout-reden")));
        stuur(pad, ambtenaar, Map.of("versie", "0", "titel", "Notitie", "deel.tekst", "Vader heet Johan", "reden", "verkeerd verstaan"))
                .andExpect(redirectedUrl(pagina));
        toon(pad, ambtenaar).andExpect(content().string(allOf(containsString("Vader heet Johan"), containsString("Vader heet Jan"),
                containsString("verkeerd verstaan"), containsString(ambtenaar.naam()))));
        stuur(pad, ambtenaar, Map.of("versie", "0", "titel", "Notitie", "deel.tekst", "Anders", "reden", "te laat")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("Anders")));
        assertThat(dossiers.versies(notitie, mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK))).isEmpty();
        assertThat(dossiers.versies(notitie, ambtenaar)).hasSize(1);
        stuur(pad, Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK), Map.of()).andExpect(status().isForbidden());
        toon(pagina + "/gegevens", Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK)).andExpect(status().isForbidden());
    }

    @Test
    void eenTaakantwoordVerbeterenVerandertDeBeslissingNiet() throws Exception {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        String contact = "/zaken/" + verhaal.zaak().zaaknummer() + "/contactmoment";
        stuur(contact, ambtenaar, Map.of("met", "ouder", "wijze", "telefoon", "verslag", "Belde terug")).andExpect(status().is3xxRedirection());
        UUID ander = verhaal.zaak().leerlingId();
        Dossierstuk stuk = dossiers.vanLeerling(ander, ambtenaar).stream().filter(s -> s.soort().equals("contactmoment")).findFirst().orElseThrow();
        stuur("/leerlingen/" + ander + "/stukken/" + stuk.id(), ambtenaar, Map.of("versie", "0", "titel", stuk.titel(), "deel.0", "ouder",
                "deel.1", "telefoon", "deel.2", "Belde niet terug", "reden", "vergist")).andExpect(status().is3xxRedirection());
        assertThat(dossiers.vanLeerling(ander, ambtenaar).stream().filter(s -> s.id().equals(stuk.id())).findFirst().orElseThrow().inhoud())
                .asString().contains("Belde niet terug").doesNotContain("Belde terug");
    }

    @Test
    void formulierenHoudenWatErGetyptIsNaEenVerlorenSessie() throws Exception {
        leerlingen.voegOuderToe(leerling, new NieuweOuder(BUNNIK, null, "Ans", null, "Onthoud", null, Adres.ONBEKEND, false, null, null, null, false),
                "moeder", true);
        String ouder = pagina + "/ouders/" + leerlingen.ouders(leerling).get(0).id();
        for (String pad : List.of(pagina + "/ouders/nieuw", ouder, pagina + "/grond", pagina + "/stukken/nieuw", pagina + "/gegevens")) {
            toon(pad, ambtenaar).andExpect(status().isOk()).andExpect(content().string(containsString("data-onthoud")));
            mvc.perform(post(pad).accept(MediaType.TEXT_HTML).param("reden", "x")).andExpect(redirectedUrl("/login?sessie"));
        }
    }

    private Map<String, String> gegevens(Map<String, String> anders) {
        Map<String, String> velden = new HashMap<>(Map.of("versie", "0", "voornamen", "Sem", "achternaam", melding.achternaam(), "geboortedatum",
                "2012-05-14", "geslacht", "m"));
        velden.putAll(anders);
        return velden;
    }

    private Medewerker boa() {
        return Verhaal.medewerker(context, Rol.BOA, BUNNIK);
    }

    private Dossierstuk stuk(Label label) {
        return dossiers.vanLeerling(leerling, mensen.maak(Map.of(BUNNIK, Set.of(Rol.BOA)))).stream().filter(s -> s.label() == label
                && s.titel().equals("Stuk")).findFirst().orElseThrow();
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
