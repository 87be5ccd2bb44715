package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.gemeente.Rol.RMC_CONSULENT;
import static nl.schoolgang.procedure.relatiefverzuim.Zaakverloop.metMaatregelen;
import static nl.schoolgang.procedure.relatiefverzuim.Zaakverloop.voerUit;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.gevolgBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.bericht.Berichtstatus;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Dagronde;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens outside and ends the work on a case: moved away, 18, startkwalificatie, death; and what becomes of what was started. */
@Toepassingstest
class GebeurtenissenTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Meldingen meldingen;
    @Autowired
    DecisionService beslissingen;
    @Autowired
    Dagronde dagronde;
    @Autowired
    JdbcClient jdbc;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void verhuisd_stoptHetWerkEnDraagtOver(String gemeente) {
        verhaal.gegeven(verzuimmelding().in(gemeente));
        verhaal.gebeurt(200, "soort", "verhuisd", "datum", "2026-03-01", "nieuweGemeente", "Urk");
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");
        assertThat(verhaal.termijnen()).filteredOn(t -> !t.code().equals("verzuim.gebeurtenis")).isNotEmpty()
                .allMatch(t -> t.status() == Termijnstatus.VERVALLEN);
        verhaal.elkeTermijnHeeftEenTimer();
        assertThat(verhaal.weet("gebeurtenis-afhandelen", "gebeurtenisTekst")).isEqualTo("de jongere is verhuisd");
        assertThat(verhaal.weet("gebeurtenis-afhandelen", "gebeurtenisNieuweGemeente")).isEqualTo("Urk");
        assertThat(verhaal.weet("gebeurtenis-afhandelen", "gebeurtenisGevolgen")).isEqualTo("Geen.");

        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.zaak().uitkomst()).isEqualTo("verhuisd");
        assertThat(verhaal.berichten("afsluiting")).hasSize(1);
        assertThat(van(verhaal)).allMatch(m -> m.afgeslotenOp() != null && m.afgewikkeldOp() != null);
        assertThat(verhaal.inDossier("gebeurtenis-afhandelen")).contains("administratief");
        assertThat(verhaal.inDossier("gebeurtenis-van-buiten")).contains("Urk");
    }

    @Test
    void nogEensDezelfdeGebeurtenis_verandertNiets() {
        verhaal.gegeven(verzuimmelding());
        verhaal.gebeurt(200, "soort", "startkwalificatie", "datum", "2026-02-27");
        verhaal.gebeurt(200, "soort", "startkwalificatie", "datum", "2026-02-27");
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");
        verhaal.gebeurt(409, "soort", "verhuisd", "datum", "2026-02-27");
    }

    @Test
    void nieuweMeldingTijdensDeOverdracht_sluitMeeAf() {
        Meldingsbouwer eerste = verzuimmelding();
        verhaal.gegeven(eerste);
        verhaal.gebeurt(200, "soort", "verhuisd");
        verhaal.gegeven(verzuimmelding().van(eerste));
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen", "late-melding-terugmelden");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(2);
    }

    @Test
    void ingetrokkenTijdensDeOverdracht_wordtNietNogEensAfgesloten() {
        Meldingsbouwer melding = verzuimmelding();
        verhaal.gegeven(melding);
        verhaal.gebeurt(200, "soort", "verhuisd");
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(verhaal.berichten("afsluiting")).isEmpty();
    }

    /** BUN explanation 19: a report to the SVB is undone; a proces-verbaal that was sent cannot be withdrawn. */
    @Test
    void startkwalificatie_werktDoorInDeMaatregelen() {
        verhaal.gegeven(verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(17).uren(40));
        metMaatregelen(verhaal, "svb-melding", "proces-verbaal", "bemiddeling", "doorverwijzing", "last-onder-dwangsom", "melding-inspectie");
        voerUit(verhaal, "proces-verbaal", "verzonden");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("uitkomst-maatregel-beoordelen", uitkomstBeoordeeld());
        verhaal.gebeurt(200, "soort", "startkwalificatie", "datum", "2026-02-27");

        Verhaal svb = verhaal.gekoppeld("svb-melding");
        assertThat(svb.openTaken()).containsExactly("gevolg-beoordelen", "maatregel-uitvoeren");
        assertThat(svb.weet("gevolg-beoordelen", "gevolgTekst")).asString().contains("ongedaan");
        svb.als(LEERPLICHTAMBTENAAR).rondAf("gevolg-beoordelen", gevolgBeoordeeld("ongedaan-gemaakt"));
        assertThat(svb.openTaken()).containsExactly("maatregel-uitvoeren");
        verhaal.gekoppeld("bemiddeling").isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(verhaal.gekoppeld("bemiddeling").zaak().uitkomst()).isEqualTo("gestopt");
        assertThat(verhaal.gekoppeld("doorverwijzing").openTaken()).containsExactly("maatregel-uitvoeren");
        assertThat(verhaal.gekoppeld("melding-inspectie").openTaken()).containsExactly("maatregel-uitvoeren");
        assertThat(verhaal.gekoppeld("last-onder-dwangsom").openTaken()).containsExactly("gevolg-beoordelen", "maatregel-uitvoeren");
        assertThat(verhaal.gekoppeld("proces-verbaal").tijdlijn()).anyMatch(t -> t.contains("kan niet meer worden ingetrokken"));
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains(svb.zaak().zaaknummer()) && t.contains("ongedaan"));
        // The restricted one is not in the words for who handles the case.
        assertThat(verhaal.weet("gebeurtenis-afhandelen", "gebeurtenisGevolgen")).asString().contains("Melding bij de SVB").doesNotContainIgnoringCase("proces-verbaal");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    /** The outcome of a measure that comes while the event is dealt with is not lost. */
    @Test
    void uitkomstTijdensDeOverdracht_komtInHetDossier() {
        verhaal.gegeven(verzuimmelding().leeftijd(17).uren(40));
        metMaatregelen(verhaal, "doorverwijzing");
        verhaal.gebeurt(200, "soort", "startkwalificatie");
        voerUit(verhaal, "doorverwijzing", "in-bemiddeling");
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen", "wijziging-beoordelen");
        assertThat(verhaal.inDossier("maatregel-afgerond")).contains("in-bemiddeling");
    }

    /** Death: everything stops at once, and nobody gets anything any more but the register. */
    @Test
    void overleden_stoptAllesMeteen() {
        Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(16).uren(40).gemeldDoor("mentor");
        verhaal.gegeven(melding);
        metMaatregelen(verhaal, "svb-melding", "doorverwijzing", "schriftelijke-waarschuwing", "halt-verwijzing", "meldcode", "last-onder-dwangsom");
        verhaal.gebeurt(200, "soort", "overleden", "datum", "2026-03-01");

        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.zaak().uitkomst()).isEqualTo("overleden");
        for (String gestopt : List.of("doorverwijzing", "schriftelijke-waarschuwing", "halt-verwijzing")) {
            verhaal.gekoppeld(gestopt).isGesloten(Zaakstatus.INGETROKKEN);
            assertThat(verhaal.gekoppeld(gestopt).zaak().uitkomst()).isEqualTo("gestopt");
        }
        // What a person must still do: undo the report, let the college lift the order, weigh the other children.
        assertThat(verhaal.gekoppeld("svb-melding").openTaken()).contains("gevolg-beoordelen");
        assertThat(verhaal.gekoppeld("last-onder-dwangsom").openTaken()).contains("gevolg-beoordelen");
        assertThat(verhaal.gekoppeld("meldcode").openTaken()).contains("gevolg-beoordelen");
        assertThat(verhaal.berichten("afsluiting")).singleElement().satisfies(b -> assertThat(b.aan()).isEqualTo("duo"));
    }

    @Test
    void overledenLeerlingVanEenSchoolBuitenDuo_ookNietsNaarDeSchool() {
        verhaal.gegeven(verzuimmelding());
        jdbc.sql("update melding set bron = 'school-buiten-duo' where zaak_id = ?").param(verhaal.zaak().id()).update();
        var wachtend = verhaal.bericht("school", "terugmelding");
        verhaal.gebeurt(200, "soort", "overleden");
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).isEmpty();
        assertThat(verhaal.berichten("terugmelding")).filteredOn(b -> b.id().equals(wachtend)).singleElement()
                .satisfies(b -> assertThat(b.status()).isEqualTo(Berichtstatus.VERVALLEN));
        assertThat(van(verhaal)).allMatch(m -> m.afgeslotenOp() != null);
    }

    @Test
    void overledenTijdensDeOverdracht_stoptOokDie() {
        verhaal.gegeven(verzuimmelding());
        verhaal.gebeurt(200, "soort", "verhuisd");
        verhaal.gebeurt(200, "soort", "overleden");
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.zaak().uitkomst()).isEqualTo("overleden");
    }

    /** At 18 relatief verzuim hands over: found in the morning, also after days without the application, each melding with one case. */
    @ParameterizedTest
    @CsvSource({"2026-03-20,0", "2026-03-20,9"})
    void achttien_draagtOverAanHetVerzuimVan18Plus(LocalDate jarig, int dagenLater) {
        Meldingsbouwer eerste = verzuimmelding().in(BUNNIK).geboren(jarig.minusYears(18));
        verhaal.gegeven(eerste);
        verhaal.gegeven(verzuimmelding().van(eerste).soort("luxe"));
        Meldingsbouwer derde = verzuimmelding().van(eerste);
        verhaal.gegeven(derde);
        verhaal.lever(derde.kopie().status("ingetrokken"), 200);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", eerste, terugmelding());
        verhaal.elkeTermijnHeeftEenTimer();

        ochtend(jarig.minusDays(1));
        assertThat(verhaal.openTaken()).doesNotContain("gebeurtenis-afhandelen");
        ochtend(jarig.plusDays(dagenLater));
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");
        ochtend(jarig.plusDays(dagenLater + 1));
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");

        Verhaal verder = verhaal.gekoppeld("verzuim-18-plus");
        verder.wachtOp("maatregel-uitvoeren", RMC_CONSULENT, dagenLater == 0 ? "2026-04-07" : "2026-04-14");
        assertThat(van(verder)).hasSize(2).allMatch(m -> m.teruggemeldOp() != null);
        assertThat(van(verhaal)).singleElement().matches(Melding::isIngetrokken);
        assertThat(verder.berichten("terugmelding")).as("only the one that was not reported back").hasSize(1);
        // A melding that still comes under the old duty goes along.
        verhaal.gegeven(verzuimmelding().van(eerste));
        assertThat(van(verder)).hasSize(3);

        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.zaak().uitkomst()).isEqualTo("achttien-geworden");
        verder.als(RMC_CONSULENT).rondAf("maatregel-uitvoeren", verder.eersteKeuzes("maatregel-uitvoeren"));
        verder.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.openTaken()).as("the outcome belongs to the case that goes on").isEmpty();
    }

    @Test
    void achttienZonderWatDoorloopt_opentGeenNieuweZaak() {
        verhaal.gegeven(verzuimmelding().geboren(LocalDate.of(2008, 3, 10)));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", true));
        ochtend(LocalDate.of(2026, 3, 10));
        assertThat(verhaal.heeftGekoppeld("verzuim-18-plus")).isFalse();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(1);
    }

    @Test
    void achttien_gaatNaarDe18PlusZaakDieErAlIs() {
        Meldingsbouwer eerste = verzuimmelding().geboren(LocalDate.of(2008, 3, 10));
        verhaal.gegeven(eerste);
        Verhaal ander = new Verhaal(context).gegeven(verzuimmelding().van(eerste).soort("rmc-18-plus"));
        ochtend(LocalDate.of(2026, 3, 10));
        assertThat(verhaal.gekoppeld("verzuim-18-plus").zaak().id()).isEqualTo(ander.zaak().id());
        assertThat(van(ander)).hasSize(2);
    }

    @Test
    void gecorrigeerdeGeboortedatum_wordtDeVolgendeOchtendGevonden() {
        verhaal.gegeven(verzuimmelding().leeftijd(17));
        ochtend(LocalDate.of(2026, 3, 3));
        assertThat(verhaal.openTaken()).doesNotContain("gebeurtenis-afhandelen");
        jdbc.sql("update leerling set geboortedatum = '2008-01-01' where id = ?").param(verhaal.zaak().leerlingId()).update();
        ochtend(LocalDate.of(2026, 3, 4));
        assertThat(verhaal.openTaken()).containsExactly("gebeurtenis-afhandelen");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"onbekend,-,-,soort", "achttien-geworden,-,-,soort", "verhuisd,2027-01-01,-,datum", "verhuisd,gisteren,-,datum",
        "overleden,1900-01-01,-,datum", "overleden,2026-03-01,Urk,nieuweGemeente"})
    void watNietKlopt_wordtPerVeldGezegd(String soort, String datum, String gemeente, String veld) {
        verhaal.gegeven(verzuimmelding());
        Map<String, Object> velden = new java.util.HashMap<>(Map.of("soort", soort));
        if (datum != null) {
            velden.put("datum", datum);
        }
        if (gemeente != null) {
            velden.put("nieuweGemeente", gemeente);
        }
        Object[] paren = velden.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray();
        assertThat(verhaal.gebeurt(422, paren).get("fouten").findValuesAsText("veld")).contains(veld);
        assertThat(verhaal.openTaken()).containsExactly("aanpak-kiezen", "terugmelden");
    }

    @Test
    void geslotenZaak_krijgtGeenGebeurtenis() {
        Meldingsbouwer melding = verzuimmelding();
        verhaal.gegeven(melding);
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("ingetrokken"));
        verhaal.gebeurt(409, "soort", "verhuisd");
    }

    /** Every row of the table, with what the law says of it. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            verhuisd,          last-onder-dwangsom,        gesloten, opgelegd,   loopt-door
            overleden,         bezwaar,                    open,     -,          loopt-door
            overleden,         verlof-meer-dan-10-dagen,   open,     -,          loopt-door
            overleden,         dwangsom,                   open,     -,          loopt-door
            overleden,         last-onder-dwangsom,        open,     -,          beoordelen
            verhuisd,          svb-melding,                open,     -,          ongedaan-maken
            achttien-geworden, svb-melding,                gesloten, gemeld,     ongedaan-maken
            achttien-geworden, svb-melding,                gesloten, voorkomen,  geen
            startkwalificatie, proces-verbaal,             gesloten, verzonden,  loopt-door
            startkwalificatie, proces-verbaal,             gesloten, niet-opgemaakt, geen
            verhuisd,          melding-inspectie,          open,     -,          loopt-door
            overleden,         meldcode,                   open,     -,          beoordelen
            overleden,         proces-verbaal,             open,     -,          stoppen
            overleden,         halt-verwijzing,            open,     -,          stoppen
            verhuisd,          bemiddeling,                open,     -,          stoppen
            verhuisd,          doorverwijzing,             open,     -,          beoordelen
            verhuisd,          meldcode,                   open,     -,          beoordelen
            verhuisd,          proces-verbaal,             open,     -,          beoordelen
            achttien-geworden, schriftelijke-waarschuwing, open,     -,          stoppen
            achttien-geworden, doorverwijzing,             open,     -,          loopt-door
            achttien-geworden, meldcode,                   open,     -,          beoordelen
            achttien-geworden, halt-verwijzing,            open,     -,          loopt-door
            startkwalificatie, bemiddeling,                open,     -,          stoppen
            startkwalificatie, doorverwijzing,             open,     -,          loopt-door
            startkwalificatie, meldcode,                   open,     -,          loopt-door
            startkwalificatie, halt-verwijzing,            open,     -,          beoordelen
            startkwalificatie, iets-nieuws,                open,     -,          beoordelen
            verhuisd,          relatief-verzuim,           gesloten, -,          beoordelen
            startkwalificatie, verzuim-18-plus,            gesloten, -,          beoordelen
            overleden,         verzuim-18-plus,            open,     -,          stoppen
            verhuisd,          verzuim-18-plus,            open,     -,          beoordelen
            startkwalificatie, verzuim-18-plus,            open,     -,          beoordelen
            """)
    void gevolg(String gebeurtenis, String maatregel, String stand, String uitkomst, String effect) {
        var gevolg = beslissingen.evaluateDecisionTableByKey("gebeurtenis-gevolgen", Map.of("gebeurtenis", gebeurtenis, "procedure", maatregel,
                "stand", stand, "uitkomst", uitkomst == null ? "" : uitkomst)).getSingleResult();
        assertThat(gevolg.<String>getEntry("effect")).isEqualTo(effect);
        assertThat(gevolg.<String>getEntry("toelichting")).endsWith(".");
    }

    private void ochtend(LocalDate dag) {
        LocalDateTime moment = dag.atTime(Dagronde.TIJDSTIP);
        verhaal.klok(moment);
        jdbc.sql("delete from instelling where sleutel = 'dagronde.laatste-dag'").update();
        dagronde.draai(dag);
    }

    private List<Melding> van(Verhaal zaak) {
        return meldingen.vanZaak(zaak.zaak().id());
    }
}
