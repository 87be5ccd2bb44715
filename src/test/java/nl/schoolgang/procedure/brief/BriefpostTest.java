package nl.schoolgang.procedure.brief;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RetourpostModel.ADRES_ZOEKEN;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.bericht.Bericht;
import nl.schoolgang.bericht.BerichtMislukt;
import nl.schoolgang.bericht.BerichtVerzonden;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.brief.Kanaal;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.leerling.Ouder;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Antwoord;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the queue to the letter box and back: the term runs from the real day of dispatch, and a letter that came back is sent again.
 * {@link Verslagplicht} says who gets a report whoever was chosen.
 */
@Toepassingstest
class BriefpostTest {

    private static final String OPROEP = "verzuim.reactie-oproep";
    private static final String WACHTWOORD = "verhaal";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Brieven brieven;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private TransactionTemplate transactie;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEventPublisher gebeurtenissen;

    private Verhaal verhaal;
    private Medewerker administratie;
    private Medewerker ambtenaar;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK).leeftijd(9));
        administratie = Verhaal.medewerker(context, ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        ambtenaar = Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, BUNNIK);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void deTermijnLooptVanafDeEchteVerzenddag() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();
        assertThat(verhaal.lopend(OPROEP)).singleElement().satisfies(t -> assertThat(t.laatsteDag()).isEqualTo("2026-03-16"));

        verhaal.klok(LocalDateTime.of(2026, 3, 6, 10, 0));
        verzonden(brief, "2026-03-05").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("verzonden"))
                .andExpect(jsonPath("$.verzonden").value("2026-03-05"));

        Termijn termijn = verhaal.lopend(OPROEP).get(0);
        assertThat(termijn.begin()).isEqualTo("2026-03-05");
        assertThat(termijn.laatsteDag()).as("ten werkdagen after 5 March").isEqualTo("2026-03-19");
        assertThat(termijn.uitleg()).anySatisfy(u -> assertThat(u.regel()).contains("De brief is verzonden op 5 maart 2026"));
        verhaal.wachtOp(REACTIE_VASTLEGGEN, LEERPLICHTAMBTENAAR, "2026-03-19");
        verhaal.elkeTermijnHeeftEenTimer();
        assertThat(gebeurd("termijn-verplaatst")).singleElement().satisfies(g -> {
            assertThat(g.omschrijving()).contains("16 maart 2026", "19 maart 2026", "5 maart 2026");
            assertThat(g.door()).isEqualTo(administratie.gebruikersnaam());
        });
        assertThat(jdbc.sql("select count(*) from verwerkingslog where onderwerp = ? and actie = 'verstrekken' and ontvanger = 'ouder'")
                .param("brief " + brief.id()).query(Long.class).single()).isEqualTo(1);
        verzonden(brief, "2026-03-05").andExpect(status().isOk());
        assertThat(gebeurd("brief-verzonden")).hasSize(1);
    }

    @Test
    void deBriefDraagtDeDagWaaropHijUitgaatEnDeEerdereBlijftBewaard() throws Exception {
        ouder(true);
        uitgenodigd();
        Brief brief = zetKlaar();
        assertThat(tekst(brieven.pdf(brief, true).inhoud())).contains("2 maart 2026", "maandag 16 maart 2026", "Bloesemweg 1");
        verhaal.klok(LocalDateTime.of(2026, 3, 6, 10, 0));

        verzonden(brief, "2026-03-05").andExpect(status().isOk());

        Brief uit = brieven.metId(brief.id());
        assertThat(uit.gedagtekend()).isEqualTo("2026-03-05");
        String gelezen = tekst(brieven.pdf(uit, true).inhoud());
        assertThat(gelezen).contains("5 maart 2026", "donderdag 19 maart 2026", "Bloesemweg 1").doesNotContain("16 maart");
        assertThat(verhaal.lopend(OPROEP)).singleElement().satisfies(t -> assertThat(t.laatsteDag()).isEqualTo("2026-03-19"));
        assertThat(gebeurd("brief-gedagtekend")).singleElement().satisfies(g -> assertThat(g.omschrijving()).contains("5 maart 2026",
                "donderdag 19 maart 2026", "2 maart 2026"));
        mvc.perform(get("/brieven/" + brief.id()).with(als(administratie))).andExpect(content().string(containsString("met datum 2 mrt. 2026")));
        String eerder = tekst(mvc.perform(get("/brieven/" + brief.id() + "/versies/1/pdf").with(als(ambtenaar))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray());
        assertThat(eerder).contains("maandag 16 maart 2026", "geheim adres").doesNotContain("Bloesemweg");
        mvc.perform(get("/brieven/" + brief.id() + "/versies/2/pdf").with(als(ambtenaar))).andExpect(status().isNotFound());
        Medewerker elders = Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER);
        mvc.perform(get("/brieven/" + brief.id() + "/versies/1/pdf").with(als(elders))).andExpect(status().isNotFound());
    }

    @Test
    void deAfdrukDraagtDeDagVanVerzendingEnBlijftZoalsHijUitging() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();
        verhaal.klok(LocalDateTime.of(2026, 3, 6, 10, 0));
        druk(brief, "2026-03-05").andExpect(status().isUnprocessableEntity());
        druk(brief, "2026-03-14").andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("dag van verzending")));
        druk(brief, "onzin").andExpect(status().isUnprocessableEntity());

        String vrijdag = tekst(druk(brief, "").andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());
        assertThat(vrijdag).contains("6 maart 2026", "vrijdag 20 maart 2026");
        String maandag = tekst(druk(brief, "2026-03-09").andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());
        assertThat(maandag).contains("9 maart 2026", "maandag 23 maart 2026");
        assertThat(brieven.versies(brief.id())).extracting(v -> v.gedagtekend().toString()).containsExactly("2026-03-02", "2026-03-06");

        verhaal.klok(LocalDateTime.of(2026, 3, 11, 10, 0));
        verzonden(brief, "2026-03-10").andExpect(status().isOk());
        assertThat(tekst(brieven.pdf(brieven.metId(brief.id()), true).inhoud())).as("as it was printed").contains("maandag 23 maart 2026");
        assertThat(gebeurd("brief-andere-datum")).singleElement().satisfies(g -> assertThat(g.omschrijving()).contains("9 maart 2026",
                "maandag 23 maart 2026", "10 maart 2026"));
        assertThat(verhaal.lopend(OPROEP)).singleElement().satisfies(t -> assertThat(t.laatsteDag()).as("never less than the letter gives")
                .isEqualTo("2026-03-24"));
    }

    @Test
    void eenBriefDieOpEenAdresWachtteTeltVanafZijnEigenVerzending() throws Exception {
        uitgenodigd();
        Brief brief = zetKlaar();
        mvc.perform(get("/zaken/" + verhaal.zaak().zaaknummer()).with(als(ambtenaar))).andExpect(content().string(allOf(
                containsString("wacht op een adres"), containsString("vanaf de dag waarop de brief echt is verzonden"))));
        verhaal.klok(LocalDateTime.of(2026, 3, 5, 10, 0));
        ouder(false);
        mvc.perform(post("/brieven/" + brief.id() + "/opnieuw").with(csrf()).with(als(administratie))).andExpect(status().is3xxRedirection());
        Brief nieuw = brieven.vanZaak(verhaal.zaak().id()).stream().filter(b -> brief.id().equals(b.vervangt())).findFirst().orElseThrow();
        verhaal.klok(LocalDateTime.of(2026, 3, 6, 10, 0));

        verzonden(nieuw, "2026-03-06").andExpect(status().isOk());

        assertThat(verhaal.lopend(OPROEP)).singleElement().satisfies(t -> {
            assertThat(t.begin()).isEqualTo("2026-03-06");
            assertThat(t.laatsteDag()).isEqualTo("2026-03-20");
        });
        assertThat(tekst(brieven.pdf(brieven.metId(nieuw.id()), true).inhoud())).contains("vrijdag 20 maart 2026");
        verhaal.elkeTermijnHeeftEenTimer();
    }

    @Test
    void watDeBeheerderLaatVervallenIsNietBezorgd() throws Exception {
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, "rima@example.org", null, false, true), "moeder", true);
        uitgenodigd();
        Brief brief = zetKlaar();
        Medewerker beheerder = Verhaal.medewerker(context, Rol.BEHEERDER, BUNNIK);

        mvc.perform(post("/beheer/berichten/" + bericht(brief) + "/laten-vervallen").param("reden", "Dit adres is van een ander").with(csrf())
                .with(als(beheerder))).andExpect(status().is3xxRedirection());

        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.MISLUKT);
        assertThat(gebeurd("brief-mislukt")).hasSize(1);
        verhaal.wachtOp("adres-zoeken", ADMINISTRATIEF_MEDEWERKER, "2026-03-09");
        verzonden(brief, "2026-03-02").andExpect(status().isOk());
        assertThat(brieven.metId(brief.id()).status()).as("it may still go by post").isEqualTo(Briefstatus.VERZONDEN);
    }

    @Test
    void eenOverschrijdingDieGeenWasWordtHersteld() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();
        verhaal.verstrijkt(OPROEP);

        verhaal.klok(LocalDateTime.of(2026, 3, 18, 9, 0));
        verzonden(brief, "2026-03-12").andExpect(status().isOk());

        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals(OPROEP)).singleElement().satisfies(t -> {
            assertThat(t.status()).isEqualTo(Termijnstatus.VERVALLEN);
            assertThat(t.begin()).isEqualTo("2026-03-12");
        });
        assertThat(gebeurd("termijn-verplaatst")).singleElement()
                .satisfies(g -> assertThat(g.omschrijving()).contains("dus niet overschreden"));
        verhaal.elkeTermijnHeeftEenTimer();
    }

    @Test
    void perMailAlleenNaToestemmingEnWatErvanDeMailWordtWordtErVanDeBrief() {
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, "rima@example.org", null, false, true), "moeder", true);
        uitgenodigd();
        Brief gelukt = zetKlaar();
        Brief mislukt = zetKlaar();
        assertThat(gelukt.kanaal()).isEqualTo(Kanaal.E_MAIL);
        assertThat(verhaal.berichten("brief")).extracting(Bericht::id).contains(bericht(gelukt), bericht(mislukt));

        transactie.executeWithoutResult(t -> {
            gebeurtenissen.publishEvent(new BerichtVerzonden(bericht(gelukt), verhaal.zaak().id(), "brief", verhaal.nu().toInstant()));
            gebeurtenissen.publishEvent(new BerichtMislukt(bericht(mislukt), verhaal.zaak().id(), "brief", "adres", verhaal.nu().toInstant()));
        });

        assertThat(brieven.metId(gelukt.id()).status()).isEqualTo(Briefstatus.VERZONDEN);
        assertThat(brieven.metId(mislukt.id()).status()).isEqualTo(Briefstatus.MISLUKT);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(ADRES_ZOEKEN, met("retourVervolg", "opnieuw"));
        assertThat(brieven.vanZaak(verhaal.zaak().id())).filteredOn(b -> mislukt.id().equals(b.vervangt())).singleElement()
                .satisfies(b -> assertThat(b.kanaal()).isEqualTo(Kanaal.POST));
    }

    @Test
    void watPerMailGaatGaatNietOokPerPost() throws Exception {
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, "rima@example.org", null, false, true), "moeder", true);
        uitgenodigd();
        Brief brief = zetKlaar();
        verzonden(brief, "2026-03-02").andExpect(status().isConflict());
        transactie.executeWithoutResult(t -> gebeurtenissen.publishEvent(
                new BerichtMislukt(bericht(brief), verhaal.zaak().id(), "brief", "adres", verhaal.nu().toInstant())));

        verzonden(brief, "2026-03-02").andExpect(status().isOk());

        assertThat(jdbc.sql("select status from bericht where id = ?").param(bericht(brief)).query(String.class).single()).isEqualTo("vervallen");
        verhaal.klok(LocalDateTime.of(2026, 3, 4, 9, 0));
        transactie.executeWithoutResult(t -> gebeurtenissen.publishEvent(
                new BerichtVerzonden(bericht(brief), verhaal.zaak().id(), "brief", verhaal.nu().toInstant())));
        assertThat(brieven.metId(brief.id()).verzondenOp()).as("a late report of the mail changes nothing").isEqualTo("2026-03-02");
    }

    private UUID bericht(Brief brief) {
        return jdbc.sql("select bericht_id from brief where id = ?").param(brief.id()).query(UUID.class).single();
    }

    @Test
    void eenOnmogelijkeDatumWordtGeweigerd() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();

        verzonden(brief, "2026-03-03").andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("toekomst")));
        verzonden(brief, "2026-03-01").andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("voordat hij is gemaakt")));
        verzonden(brief, "gisteren").andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("datum")));
        retour(brief, "verhuisd").andExpect(status().isConflict());
        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.KLAAR);
    }

    @Test
    void eenBriefDieTerugkomtGaatOpnieuwUitNaarHetVerbeterdeAdres() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();
        verzonden(brief, "2026-03-02").andExpect(status().isOk());
        retour(brief, "kat").andExpect(status().isUnprocessableEntity());

        retour(brief, "verhuisd").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("retour"));
        verhaal.wachtOp(ADRES_ZOEKEN, ADMINISTRATIEF_MEDEWERKER, "2026-03-09");
        Ouder was = leerlingen.ouders(verhaal.zaak().leerlingId()).get(0);
        leerlingen.wijzigOuder(verhaal.zaak().leerlingId(), new Ouder(was.id(), was.gemeente(), null, was.voornamen(), null, was.achternaam(), null,
                new Adres("Nieuwstraat", "7", "3984 XB", "Odijk"), false, null, null, null, false, "moeder", true, was.versie(), false));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(ADRES_ZOEKEN, met("retourVervolg", "opnieuw"));

        Brief nieuw = brieven.vanZaak(verhaal.zaak().id()).stream().filter(b -> brief.id().equals(b.vervangt())).findFirst().orElseThrow();
        assertThat(nieuw.status()).isEqualTo(Briefstatus.KLAAR);
        assertThat(tekst(brieven.pdf(nieuw, true).inhoud())).contains("Nieuwstraat 7", "Odijk").doesNotContain("Bloesemweg");
        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.RETOUR);
    }

    @Test
    void zonderAdresWachtDeBriefEnHoudtHijNietsOp() throws Exception {
        uitgenodigd();
        Brief brief = zetKlaar();
        assertThat(brief.status()).isEqualTo(Briefstatus.ADRES_NODIG);
        assertThat(verhaal.openTaken()).doesNotContain(ADRES_ZOEKEN);
        assertThat(wachtrij("adres-nodig", administratie)).contains(brief.id().toString());
        verzonden(brief, "2026-03-02").andExpect(status().isConflict());

        mvc.perform(post("/brieven/" + brief.id() + "/opnieuw").with(csrf()).with(als(administratie))).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("nog geen volledig adres")));
        mvc.perform(post("/brieven/" + brief.id() + "/opnieuw").param("adres", "Opvangplein 3\n3981 ZZ  Bunnik").with(csrf()).with(als(administratie)))
                .andExpect(status().is3xxRedirection());

        Brief nieuw = brieven.vanZaak(verhaal.zaak().id()).stream().filter(b -> brief.id().equals(b.vervangt())).findFirst().orElseThrow();
        assertThat(tekst(brieven.pdf(nieuw, true).inhoud())).contains("Opvangplein 3");
        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.VERVALLEN);
        Brief ander = zetKlaar();
        mvc.perform(post("/brieven/" + ander.id() + "/vervallen").with(csrf()).with(als(administratie))).andExpect(status().is3xxRedirection());
        assertThat(brieven.metId(ander.id()).status()).isEqualTo(Briefstatus.VERVALLEN);
    }

    @Test
    void deWachtrijDruktAfEnRegistreertEnToontEenGeheimAdresNiet() throws Exception {
        ouder(true);
        uitgenodigd();
        Brief een = zetKlaar();
        Brief twee = zetKlaar();

        assertThat(wachtrij("klaar", administratie)).contains(een.id().toString(), "Rima Haddad").doesNotContain("Bloesemweg");
        mvc.perform(get("/brieven/" + een.id()).with(als(administratie))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Bloesemweg"))));
        byte[] gelezen = mvc.perform(get("/brieven/" + een.id() + "/pdf").with(als(ambtenaar))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray();
        assertThat(tekst(gelezen)).contains("geheim adres").doesNotContain("Bloesemweg");
        byte[] afdruk = mvc.perform(post("/brieven/afdruk").param("brief", een.id().toString(), twee.id().toString()).with(csrf()).with(als(administratie)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (PDDocument samen = Loader.loadPDF(afdruk)) {
            assertThat(samen.getNumberOfPages()).isEqualTo(4);
        }
        assertThat(tekst(afdruk)).contains("Bloesemweg 1");
        mvc.perform(post("/brieven/verzonden").param("datum", "2026-03-02").with(csrf()).with(als(administratie))).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies een of meer brieven")));
        mvc.perform(post("/brieven/verzonden").param("brief", een.id().toString(), twee.id().toString()).param("datum", "2026-03-02").with(csrf())
                .with(als(administratie))).andExpect(status().is3xxRedirection());
        assertThat(List.of(een, twee)).allSatisfy(b -> assertThat(brieven.metId(b.id()).status()).isEqualTo(Briefstatus.VERZONDEN));
        mvc.perform(get("/zaken/" + verhaal.zaak().zaaknummer()).with(als(ambtenaar))).andExpect(content().string(containsString("zaak-brieven")));
    }

    @Test
    void wieDeZaakNietZietZietDeBriefNiet() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();
        Medewerker elders = Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER);
        Medewerker college = Verhaal.medewerker(context, Rol.COLLEGE, BUNNIK);

        mvc.perform(get("/brieven/" + brief.id() + "/pdf").with(als(elders))).andExpect(status().isNotFound());
        mvc.perform(get("/brieven/" + brief.id() + "/pdf").with(als(college))).andExpect(status().isNotFound());
        mvc.perform(get("/zaken/" + verhaal.zaak().zaaknummer()).with(als(college))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Haddad"))));
        mvc.perform(get("/api/v1/brieven/" + brief.id()).with(httpBasic(elders.gebruikersnaam(), WACHTWOORD))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/brieven/geen-id").with(httpBasic(elders.gebruikersnaam(), WACHTWOORD))).andExpect(status().isNotFound());
        mvc.perform(post("/brieven/afdruk").param("brief", brief.id().toString()).with(csrf()).with(als(elders))).andExpect(status().isNotFound());
        mvc.perform(get("/brieven").with(als(college))).andExpect(status().isForbidden());
        assertThat(wachtrij("alle", elders)).doesNotContain(brief.id().toString());
        mvc.perform(get("/api/v1/zaken/" + verhaal.zaak().zaaknummer()).with(httpBasic(ambtenaar.gebruikersnaam(), WACHTWOORD)))
                .andExpect(jsonPath("$.brieven[0].soort").value("uitnodiging-gesprek")).andExpect(jsonPath("$.brieven[0].aan").value("ouder"))
                .andExpect(jsonPath("$.brieven[0].status").value("klaar"));
    }

    @Test
    void wieEenBriefOfDeWachtrijBekijktLaatEenSpoorNa() throws Exception {
        ouder(false);
        uitgenodigd();
        Brief brief = zetKlaar();
        Medewerker nieuw = context.getBean(Proefmensen.class).maak(Rol.BOA, BUNNIK);
        mvc.perform(get("/brieven").with(als(nieuw))).andExpect(status().isOk());
        mvc.perform(get("/brieven/" + brief.id()).with(als(nieuw))).andExpect(status().isOk());
        mvc.perform(get("/brieven/" + brief.id() + "/pdf").with(als(nieuw))).andExpect(status().isOk());

        assertThat(jdbc.sql("select concat_ws('|', doel, onderwerp) from verwerkingslog where wie = ? and actie = 'raadplegen' order by id")
                .param(nieuw.gebruikersnaam()).query(String.class).list()).containsExactly("wachtrij van brieven bekijken",
                        "brief bekijken|brief " + brief.id(), "brief lezen|brief " + brief.id());
    }

    @Test
    void deTaakToontWelkeBrievenUitgaanMetWatGetyptIs() throws Exception {
        ouder(false);
        totUitnodigen();
        String taak = verhaal.taak(GESPREK_UITNODIGEN).id();

        mvc.perform(get("/taken/" + taak).with(als(ambtenaar))).andExpect(content().string(allOf(containsString("Brieven die uitgaan"),
                containsString("uitnodiging-gesprek_0"), not(containsString("tweede-uitnodiging_0")))));
        byte[] pdf = mvc.perform(post("/taken/" + taak + "/voorbeeld").param("voorbeeld", "uitnodiging-gesprek_0")
                .param("gesprekMoment", "2026-03-19T14:30").param("uitnodigingVerzonden", "geen datum").with(csrf()).with(als(ambtenaar)))
                .andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_PDF)).andReturn().getResponse().getContentAsByteArray();
        assertThat(tekst(pdf)).contains("donderdag 19 maart 2026 om 14.30 uur", "Rima Haddad");
        assertThat(brieven.vanZaak(verhaal.zaak().id())).isEmpty();
        mvc.perform(post("/taken/" + taak + "/voorbeeld").param("voorbeeld", "bestaat-niet_0").with(csrf()).with(als(ambtenaar)))
                .andExpect(status().isNotFound());
    }

    private void totUitnodigen() {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, Antwoord.aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, Antwoord.contact("ongeoorloofd", false));
    }

    private void uitgenodigd() {
        totUitnodigen();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, Antwoord.uitnodiging("2026-03-02"));
    }

    private void ouder(boolean geheim) {
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Haddad", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), geheim, null, null, null, false), "moeder", true);
    }

    /** The letter, put ready as a model does it. */
    private Brief zetKlaar() {
        return transactie.execute(t -> brieven.zetKlaar(verhaal.zaak().id(), null, "uitnodiging-gesprek", ambtenaar.gebruikersnaam())).get(0);
    }

    /** All pages of the queue. */
    private String wachtrij(String status, Medewerker wie) throws Exception {
        StringBuilder alles = new StringBuilder();
        for (int blad = 1; blad == 1 || alles.indexOf("blad=" + blad + "\"") > 0; blad++) {
            alles.append(mvc.perform(get("/brieven").param("status", status).param("blad", Integer.toString(blad)).with(als(wie)))
                    .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        }
        return alles.toString();
    }

    private ResultActions druk(Brief brief, String datum) throws Exception {
        return mvc.perform(post("/brieven/afdruk").param("brief", brief.id().toString()).param("datum", datum).with(csrf()).with(als(administratie)));
    }

    private ResultActions verzonden(Brief brief, String datum) throws Exception {
        return mvc.perform(post("/api/v1/brieven/" + brief.id() + "/verzonden").with(httpBasic(administratie.gebruikersnaam(), WACHTWOORD))
                .contentType(MediaType.APPLICATION_JSON).content("{\"datum\":\"" + datum + "\"}"));
    }

    private ResultActions retour(Brief brief, String reden) throws Exception {
        return mvc.perform(post("/api/v1/brieven/" + brief.id() + "/retour").with(httpBasic(administratie.gebruikersnaam(), WACHTWOORD))
                .contentType(MediaType.APPLICATION_JSON).content("{\"reden\":\"" + reden + "\"}"));
    }

    private List<Gebeurtenis> gebeurd(String soort) {
        return tijdlijn.van(verhaal.zaak().id()).stream().filter(g -> g.soort().equals(soort)).toList();
    }

    private static RequestPostProcessor als(Medewerker medewerker) {
        return user(medewerker.gebruikersnaam());
    }

    private static String tekst(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
