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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefpost;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.hamcrest.Matcher;
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

/** Whoever lives at a secret address is found on no screen; a letter is only for who may see its label. */
@Toepassingstest
class AfschermingTest {

    private static final Adres SCHUILPAD = new Adres("Schuilpad", "12", "3981 XZ", "Verweghuizen");

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
    private Dossiers dossiers;
    @Autowired
    private Brieven brieven;
    @Autowired
    private Brieftoegang brieftoegang;
    @Autowired
    private TransactionTemplate transactie;
    @Autowired
    private JdbcClient jdbc;

    private Meldingsbouwer melding;
    private Zaak zaak;
    private UUID leerling;
    private UUID moeder;
    private String pagina;
    private Medewerker ambtenaar;
    private Medewerker coordinator;

    @BeforeEach
    void eenKindOpEenGeheimAdres() {
        melding = verzuimmelding().in(BUNNIK).leeftijd(9);
        zaak = new Verhaal(context).gegeven(melding).zaak();
        leerling = zaak.leerlingId();
        pagina = "/leerlingen/" + leerling;
        Leerling kind = leerlingen.metId(leerling);
        leerlingen.wijzig(new Leerling(kind.id(), kind.gemeente(), null, null, kind.voornamen(), kind.voorvoegsel(), kind.achternaam(),
                kind.geboortedatum(), kind.geslacht(), new Adres("schuilpad", "12", "3981xz", "Verweghuizen"), "030-7654321", "kind@example.org"));
        moeder = leerlingen.voegOuderToe(leerling, new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null, SCHUILPAD, true, "06-12345678",
                "rima@example.org", null, false), "moeder", true);
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
    }

    @Test
    void hetAdresVanHetKindVerraadtDatVanDeOuderNiet() throws Exception {
        for (Medewerker wie : List.of(ambtenaar, coordinator)) {
            toon(pagina, wie).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Rima Haddad"), zonderPlaats())));
            stuur("/leerlingen", wie, Map.of("zoek", melding.achternaam())).andExpect(content().string(allOf(
                    containsString(leerling.toString()), containsString("geheim"), zonderPlaats())));
        }
        toon(pagina + "/gegevens", ambtenaar).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("id=\"adres-geheim\""), zonderPlaats())));
        stuur(pagina + "/samenvoegen", coordinator, Map.of("zoek", "zz-niemand")).andExpect(status().isOk());

        jdbc.sql("update ouder set geheim_adres = false where id = ?").param(moeder).update();
        toon(pagina, ambtenaar).andExpect(content().string(containsString("Verweghuizen")));
    }

    @Test
    void telefoonEnMailZijnAlleenVoorWieDeGegevensBijhoudt() throws Exception {
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("06-12345678"), containsString("rima@example.org"))));
        toon(pagina, coordinator).andExpect(status().isOk()).andExpect(content().string(allOf(not(containsString("06-12345678")),
                not(containsString("rima@example.org")), not(containsString("030-7654321")), not(containsString("kind@example.org")))));
        String taak = context.getBean(Werkvoorraad.class).vanZaak(zaak.id()).get(0).id();
        toon("/taken/" + taak, coordinator).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Rima Haddad"),
                not(containsString("06-12345678")), not(containsString("030-7654321")))));

        jdbc.sql("update ouder set geheim_adres = false where id = ?").param(moeder).update();
        toon(pagina, coordinator).andExpect(content().string(allOf(containsString("06-12345678"), containsString("030-7654321"))));
    }

    @Test
    void leegGelatenBlijftHetGeheimeAdresEnEenNieuwAdresTeltGeheel() throws Exception {
        Map<String, String> velden = new HashMap<>(Map.of("versie", "0", "voornamen", "Sem", "achternaam", melding.achternaam(), "geboortedatum",
                leerlingen.metId(leerling).geboortedatum().toString(), "reden", "nagekeken"));
        stuur(pagina + "/gegevens", ambtenaar, velden).andExpect(redirectedUrl(pagina));
        assertThat(leerlingen.metId(leerling).adres().woonplaats()).isEqualTo("Verweghuizen");

        velden.putAll(Map.of("versie", "1", "straat", "Openweg", "woonplaats", "Bunnik"));
        stuur(pagina + "/gegevens", ambtenaar, velden).andExpect(redirectedUrl(pagina));
        assertThat(leerlingen.metId(leerling).adres()).isEqualTo(new Adres("Openweg", null, null, "Bunnik"));
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString("Openweg"), not(containsString("Schuilpad")),
                not(containsString("schuilpad")))));
    }

    @Test
    void samenvoegenToontEnBewaartHetGeheimeAdresNiet() throws Exception {
        UUID dubbel = leerlingen.registreer(new NieuweLeerling(BUNNIK, null, null, "Sem", null, melding.achternaam(),
                leerlingen.metId(leerling).geboortedatum(), null, new Adres("Schuilpad", "12", "3981 XZ", "Verweghuizen"), null, null));
        toon(pagina + "/samenvoegen/" + dubbel, ambtenaar).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("geheim adres"), zonderPlaats())));
    }

    @Test
    void eenBriefIsVoorWieZijnLabelMagZien() throws Exception {
        Brief brief = brief();
        Medewerker zonder = mensen.maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        for (Label label : Label.values()) {
            jdbc.sql("update brief set label = ? where id = ?").params(label.name(), brief.id()).update();
            ziet(brief, ambtenaar, label != Label.STRAFRECHT);
            ziet(brief, Verhaal.medewerker(context, Rol.BOA, BUNNIK), true);
            ziet(brief, zonder, false);
        }
        jdbc.sql("update zaak set procedure = 'verlof-meer-dan-10-dagen' where id = ?").param(zaak.id()).update();
        jdbc.sql("update brief set label = 'AVG' where id = ?").param(brief.id()).update();
        ziet(brief, zonder, true);
        jdbc.sql("update brief set label = 'WPG' where id = ?").param(brief.id()).update();
        ziet(brief, zonder, false);
    }

    @Test
    void eenBriefInHetDossierNoemtDeGeadresseerdeEnWordtNietVerbeterd() throws Exception {
        Brief brief = brief();
        Dossierstuk stuk = dossiers.vanZaak(zaak.id(), ambtenaar).stream().filter(s -> s.soort().equals(Brieven.DOSSIERSTUK)).findFirst().orElseThrow();
        assertThat(stuk.titel()).isEqualTo("Brief aan Rima Haddad: " + brief.titel());
        String pad = pagina + "/stukken/" + stuk.id();
        toon(pagina, ambtenaar).andExpect(content().string(allOf(containsString(stuk.titel()), containsString("/brieven/" + brief.id() + "/pdf"),
                not(containsString(pad)))));
        for (Medewerker wie : List.of(ambtenaar, Verhaal.medewerker(context, Rol.BOA, BUNNIK))) {
            toon(pad, wie).andExpect(status().isNotFound());
            stuur(pad, wie, Map.of("versie", "0", "titel", "Anders", "deel.brief", UUID.randomUUID().toString(), "reden", "x"))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void deWachtrijBladertEnVerliestNietsAanWieMinderMagZien() throws Exception {
        brief();
        for (int i = 0; i < Briefpost.PER_BLAD; i++) {
            jdbc.sql("""
                    insert into brief (id, gemeente, zaak_id, leerling_id, code, titel, label, aan_soort, aan_naam, kanaal, status, gegevens, gemaakt_op)
                    select gen_random_uuid(), gemeente, zaak_id, leerling_id, code, titel, 'STRAFRECHT', aan_soort, aan_naam, kanaal, 'adres-nodig',
                        '{}', gemaakt_op - interval '30 days' from brief where zaak_id = ? and label = 'WPG' limit 1""").param(zaak.id()).update();
        }
        Medewerker boa = mensen.maak(Rol.BOA, BUNNIK);
        Set<Briefstatus> alle = Set.of(Briefstatus.ADRES_NODIG, Briefstatus.KLAAR);
        Brieftoegang.Wachtrij eerste = brieftoegang.wachtrij(alle, BUNNIK, 0, 1, boa);
        assertThat(eerste.regels()).hasSize(Briefpost.PER_BLAD);
        assertThat(eerste.bladen()).isGreaterThan(1);
        Brieftoegang.Wachtrij laatste = brieftoegang.wachtrij(alle, BUNNIK, 0, 99999, boa);
        assertThat(laatste.blad()).isEqualTo(eerste.bladen());
        Brieftoegang.Wachtrij vanAmbtenaar = brieftoegang.wachtrij(alle, BUNNIK, 0, 1, ambtenaar);
        assertThat(vanAmbtenaar.aantal()).isEqualTo(eerste.aantal() - Briefpost.PER_BLAD);
        assertThat(vanAmbtenaar.regels()).isNotEmpty().allSatisfy(r -> assertThat(r.brief().label()).isNotEqualTo(Label.STRAFRECHT));
        toon("/brieven?status=alle&blad=1", boa).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("id=\"volgende\""),
                not(containsString("id=\"vorige\"")))));
        toon("/brieven?status=alle&blad=2", boa).andExpect(content().string(containsString("id=\"vorige\"")));
    }

    @Test
    void watNietMeerUitgaatWordtNietAfgedruktEnTeVeelOokNiet() throws Exception {
        Brief brief = brief();
        Medewerker administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        druk(administratie, brief.id().toString()).andExpect(status().isOk());
        jdbc.sql("update brief set status = 'vervallen' where id = ?").param(brief.id()).update();
        druk(administratie, brief.id().toString()).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("gaat niet meer uit")));
        toon("/brieven?status=vervallen", administratie).andExpect(content().string(allOf(containsString(brief.id().toString()),
                not(containsString("kies-" + brief.id())))));
        String[] teVeel = IntStream.rangeClosed(0, Briefpost.PER_BLAD).mapToObj(i -> brief().id().toString()).toArray(String[]::new);
        druk(administratie, teVeel).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("hoogstens 50 brieven")));
    }

    private void ziet(Brief brief, Medewerker wie, boolean mag) throws Exception {
        toon("/brieven/" + brief.id() + "/pdf", wie).andExpect(status().is(mag ? 200 : 404));
        assertThat(brieftoegang.vanZaak(context.getBean(Zaken.class).metId(zaak.id()), wie).stream().map(Brief::id).toList()
                .contains(brief.id())).isEqualTo(mag);
    }

    private Brief brief() {
        return transactie.execute(t -> brieven.zetKlaar(zaak.id(), null, "afsluitbericht", ambtenaar.gebruikersnaam())).get(0);
    }

    private static Matcher<String> zonderPlaats() {
        return allOf(not(containsString("Verweghuizen")), not(containsString("chuilpad")), not(containsString("3981")));
    }

    private ResultActions druk(Medewerker wie, String... ids) throws Exception {
        return mvc.perform(post("/brieven/afdruk").param("brief", ids).with(user(wie.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML,
                MediaType.APPLICATION_PDF));
    }

    private ResultActions toon(String pad, Medewerker wie) throws Exception {
        return mvc.perform(get(pad).with(user(wie.gebruikersnaam())));
    }

    private ResultActions stuur(String pad, Medewerker wie, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(wie.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML);
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
