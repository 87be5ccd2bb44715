package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.gemeente.Rol.RMC_CONSULENT;
import static nl.schoolgang.procedure.relatiefverzuim.Zaakverloop.metMaatregelen;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gevolgBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefpost;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far an event from outside reaches: letters that wait ({@link Wachtbrieven}), closed cases, verzuim 18-plus, meldingen that come late. */
@Toepassingstest
class GebeurtenisReikwijdteTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Brieven brieven;
    @Autowired
    Briefpost post;
    @Autowired
    Leerlingen leerlingen;
    @Autowired
    Meldingen meldingen;
    @Autowired
    JdbcClient jdbc;

    private final Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(16);
    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    private List<Briefstatus> brieven() {
        return brieven.vanZaak(verhaal.zaak().id()).stream().map(Brief::status).toList();
    }

    private void metBrieven() {
        verhaal.gegeven(melding);
        jdbc.sql("update leerling set straat = 'Bloesemweg', huisnummer = '1', postcode = '3981 XA', woonplaats = 'Bunnik' where id = ?")
                .param(verhaal.zaak().leerlingId()).update();
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Verzinsel", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, null, null, false, false), "moeder", true);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        Map<String, Object> velden = contact("geen-contact", true);
        velden.putAll(Map.of("contactWijze", "schriftelijk", "contactBrief", "ja"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", velden);
    }

    private void geslotenMetBrieven() {
        verhaal.gegeven(melding);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", new HashMap<>(Map.of("afsluitreden", "geen-ongeoorloofd-verzuim",
                "briefVerzending", "brief", "toestemmingInhoud", "niet-gedeeld", "inZatMdo", "nee")));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(brieven()).contains(Briefstatus.KLAAR);
    }

    @ParameterizedTest
    @CsvSource({"versturen,KLAAR,gaan alsnog uit", "tegenhouden,VERVALLEN,gaan niet uit", ",VERVALLEN,niets anders gekozen"})
    void brievenInDeWachtrij_wordenAangehoudenTotDeAmbtenaarBeslist(String besluit, Briefstatus daarna, String opDeTijdlijn) {
        metBrieven();
        assertThat(brieven()).isNotEmpty().containsOnly(Briefstatus.KLAAR);
        verhaal.gebeurt(200, "soort", "startkwalificatie", "datum", "2026-02-27");
        assertThat(brieven()).containsOnly(Briefstatus.AANGEHOUDEN);
        assertThat(verhaal.weet("gebeurtenis-afhandelen", "wachtendeBrieven")).asString().contains("ouder").contains("2 maart 2026");
        List<Brief> aangehouden = brieven.vanZaak(verhaal.zaak().id());
        assertThatThrownBy(() -> post.afdruk(List.of(aangehouden.get(0).id()), LocalDate.of(2026, 3, 2), "iemand")).isInstanceOfSatisfying(OngeldigeInvoer.class,
                f -> assertThat(f.fouten()).extracting(Fout::reden).singleElement().asString().contains("aangehouden"));
        assertThatThrownBy(() -> post.verzonden(List.of(aangehouden.get(0).id()), LocalDate.of(2026, 3, 2), "iemand"))
                .isInstanceOf(Conflict.class).hasMessageContaining("aangehouden");
        Map<String, Object> velden = gebeurtenisAfgehandeld();
        if (besluit != null) {
            velden.put("briefBesluit", besluit);
        }
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", velden);
        assertThat(brieven()).containsOnly(daarna);
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains("Aangehouden brieven beoordeeld") && t.contains(opDeTijdlijn));
    }

    /** A mail in the outbox is taken back while the letter is held, and sent anew under another id when it may go after all. */
    @Test
    void eenBriefPerMail_wordtTeruggehaaldEnLaterNogEensVerzonden() {
        metBrieven();
        var brief = brieven.vanZaak(verhaal.zaak().id()).get(0);
        var oud = verhaal.bericht("ouder", "brief");
        jdbc.sql("update brief set kanaal = 'e-mail', bericht_id = ? where id = ?").params(oud, brief.id()).update();
        verhaal.gebeurt(200, "soort", "startkwalificatie");
        assertThat(jdbc.sql("select status from bericht where id = ?").param(oud).query(String.class).single()).isEqualTo("vervallen");
        Map<String, Object> velden = gebeurtenisAfgehandeld();
        velden.put("briefBesluit", "versturen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", velden);
        assertThat(verhaal.berichten("brief")).filteredOn(b -> !b.id().equals(oud)).hasSize(1);
        assertThat(brieven.metId(brief.id()).status()).isEqualTo(Briefstatus.KLAAR);
    }

    @Test
    void overledenDeDagNaHetSluiten_deAfsluitbrievenGaanNietMeerUit() {
        geslotenMetBrieven();
        verhaal.klok(LocalDateTime.of(2026, 3, 3, 9, 0));
        var aanDeSchool = verhaal.bericht("school", "terugmelding");
        verhaal.gebeurt(200, "soort", "overleden", "datum", "2026-03-02");
        assertThat(brieven()).containsOnly(Briefstatus.VERVALLEN);
        assertThat(jdbc.sql("select status from bericht where id = ?").param(aanDeSchool).query(String.class).single()).isEqualTo("vervallen");
        assertThat(verhaal.openTaken()).as("there is nothing to judge").isEmpty();
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.inDossier("gebeurtenis-van-buiten")).contains("overleden");
    }

    @Test
    void verhuisdDeDagNaHetSluiten_deAmbtenaarBeoordeeltDeBrieven() {
        geslotenMetBrieven();
        verhaal.gebeurt(200, "soort", "verhuisd", "nieuweGemeente", "Urk");
        assertThat(verhaal.openTaken()).containsExactly("gevolg-beoordelen");
        assertThat(verhaal.weet("gevolg-beoordelen", "gevolgTekst")).asString().contains("al gesloten");
        assertThat(verhaal.weet("gevolg-beoordelen", "wachtendeBrieven")).asString().contains("gemaakt op");
        assertThat(brieven()).contains(Briefstatus.AANGEHOUDEN).doesNotContain(Briefstatus.KLAAR);
        assertThatThrownBy(() -> verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gevolg-beoordelen", gevolgBeoordeeld("voortzetten")))
                .isInstanceOfSatisfying(OngeldigeInvoer.class, f -> assertThat(f.fouten()).extracting(Fout::veld).containsExactly("briefBesluit"));
        Map<String, Object> velden = gevolgBeoordeeld("voortzetten");
        velden.put("briefBesluit", "versturen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gevolg-beoordelen", velden);
        assertThat(brieven()).contains(Briefstatus.KLAAR).doesNotContain(Briefstatus.AANGEHOUDEN);
        assertThat(verhaal.openTaken()).isEmpty();
    }

    /** The measures of a closed case hear of it too. */
    @Test
    void geslotenMetLopendeMaatregel_deMaatregelHoortHet() {
        verhaal.gegeven(melding.leeftijd(17));
        metMaatregelen(verhaal, "doorverwijzing");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-volgen", gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.gebeurt(200, "soort", "verhuisd");
        assertThat(verhaal.gekoppeld("doorverwijzing").openTaken()).containsExactly("gevolg-beoordelen", "maatregel-uitvoeren");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verhuisd", "startkwalificatie"})
    void verzuim18Plus_hoortHet(String soort) {
        verhaal.gegeven(verzuimmelding().soort("rmc-18-plus").leeftijd(19));
        verhaal.gebeurt(200, "soort", soort);
        verhaal.wachtOp("gevolg-beoordelen", RMC_CONSULENT, "2026-03-09");
        verhaal.als(RMC_CONSULENT).rondAf("gevolg-beoordelen", gevolgBeoordeeld("overgedragen"));
        assertThat(verhaal.openTaken()).containsExactly("maatregel-uitvoeren");
        verhaal.gebeurt(409, "soort", "achttien-geworden");
    }

    @Test
    void verzuim18Plus_stoptBijOverlijden_ookAlsHetInDeAndereZaakIsGemeld() {
        Meldingsbouwer ouder = verzuimmelding().leeftijd(17);
        verhaal.gegeven(ouder);
        Verhaal rmc = new Verhaal(context).gegeven(verzuimmelding().van(ouder).soort("rmc-18-plus"));
        verhaal.gebeurt(200, "soort", "overleden");
        rmc.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(rmc.inDossier("gebeurtenis-van-buiten")).contains("overleden");
        assertThat(jdbc.sql("select distinct label from dossierstuk where zaak_id = ? and soort = 'gebeurtenis-van-buiten'")
                .param(rmc.zaak().id()).query(String.class).list()).containsExactly("AVG");
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void eenNagekomenMelding_krijgtEenTaakMetTermijn() {
        verhaal.gegeven(melding);
        verhaal.gebeurt(200, "soort", "verhuisd");
        Meldingsbouwer laat = verzuimmelding().van(melding);
        verhaal.gegeven(laat);
        verhaal.wachtOp("late-melding-terugmelden", ADMINISTRATIEF_MEDEWERKER, "2026-03-09");
        verhaal.elkeTermijnHeeftEenTimer();
        assertThat(verhaal.weet("gebeurtenis-afhandelen", "lateMeldingen")).isEqualTo(laat.meldingsnummer());
        verhaal.verstrijkt("verzuim.terugmelding");
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.terugmelding")).extracting(t -> t.status())
                .contains(Termijnstatus.OVERSCHREDEN);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("late-melding-terugmelden", terugmelding());
        assertThat(verhaal.berichten("terugmelding")).hasSize(1);
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(2);
    }

    @Test
    void eenNagekomenMeldingDieWordtIngetrokken_vraagtNietsMeer() {
        verhaal.gegeven(melding);
        verhaal.gebeurt(200, "soort", "verhuisd");
        Meldingsbouwer laat = verzuimmelding().van(melding);
        verhaal.gegeven(laat);
        verhaal.lever(laat.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");
        verhaal.elkeTermijnHeeftEenTimer();
    }

    /** BUN 7: RMC takes up absence, not what has ended and only waits for its closing letters. */
    @Test
    void achttienTijdensHetAfhandelen_verzuimDatIsGeeindigdGaatNietNaarRmc() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK).geboren(LocalDate.of(2008, 3, 1)));
        totAfhandelen();
        verhaal.gebeurt(200, "soort", "achttien-geworden");
        assertThat(verhaal.heeftGekoppeld("verzuim-18-plus")).isFalse();
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains("niets over te dragen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(1);
    }

    @Test
    void achttienTijdensHetAfhandelen_eenNieuweMeldingGaatWelMee() {
        Meldingsbouwer eerste = verzuimmelding().in(BUNNIK).geboren(LocalDate.of(2008, 3, 1));
        verhaal.gegeven(eerste);
        totAfhandelen();
        verhaal.gegeven(verzuimmelding().van(eerste));
        verhaal.gebeurt(200, "soort", "achttien-geworden");
        assertThat(meldingen.vanZaak(verhaal.gekoppeld("verzuim-18-plus").zaak().id())).hasSize(1);
        assertThat(meldingen.vanZaak(verhaal.zaak().id())).hasSize(1);
    }

    private void totAfhandelen() {
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-volgen", gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
    }
}
