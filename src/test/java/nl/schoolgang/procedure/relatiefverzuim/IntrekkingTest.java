package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.procedure.relatiefverzuim.Zaakverloop.metMaatregelen;
import static nl.schoolgang.procedure.relatiefverzuim.Zaakverloop.voerUit;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.gevolgBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
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

/** A school withdraws its melding, and registers it again: what becomes of the measures, and that no child gets out of sight. */
@Toepassingstest
class IntrekkingTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    DecisionService beslissingen;
    @Autowired
    Meldingen meldingen;
    @Autowired
    JdbcClient jdbc;

    private final Meldingsbouwer melding = verzuimmelding().in(BUNNIK).leeftijd(17).uren(40);
    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    private void trekIn(Meldingsbouwer welke) {
        verhaal.lever(welke.kopie().status("ingetrokken"), 200);
    }

    @Test
    void deLaatsteIngetrokken_deMaatregelenHorenHet() {
        verhaal.gegeven(melding);
        metMaatregelen(verhaal, "svb-melding", "schriftelijke-waarschuwing", "halt-verwijzing", "doorverwijzing", "last-onder-dwangsom");
        trekIn(melding);
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
        verhaal.gekoppeld("schriftelijke-waarschuwing").isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(verhaal.gekoppeld("doorverwijzing").openTaken()).containsExactly("maatregel-uitvoeren");
        Verhaal svb = verhaal.gekoppeld("svb-melding");
        assertThat(svb.openTaken()).containsExactly("gevolg-beoordelen", "maatregel-uitvoeren");
        assertThat(svb.weet("gevolg-beoordelen", "gebeurtenisTekst")).isEqualTo("alle meldingen van de zaak zijn ingetrokken");
        assertThat(svb.weet("gevolg-beoordelen", "gevolgTekst")).asString().contains("ongedaan");
        assertThat(verhaal.gekoppeld("last-onder-dwangsom").openTaken()).contains("gevolg-beoordelen");
        assertThat(verhaal.gekoppeld("halt-verwijzing").openTaken()).contains("gevolg-beoordelen");
        svb.als(LEERPLICHTAMBTENAAR).rondAf("gevolg-beoordelen", gevolgBeoordeeld("ongedaan-gemaakt"));
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains(svb.zaak().zaaknummer()) && t.contains("ongedaan"));
    }

    @Test
    void nietDeLaatste_deMaatregelenLopenDoor() {
        verhaal.gegeven(melding);
        metMaatregelen(verhaal, "svb-melding", "schriftelijke-waarschuwing");
        verhaal.gegeven(verzuimmelding().van(melding));
        trekIn(melding);
        assertThat(verhaal.gekoppeld("svb-melding").openTaken()).containsExactly("maatregel-uitvoeren");
        assertThat(verhaal.gekoppeld("schriftelijke-waarschuwing").zaak().status()).isEqualTo(Zaakstatus.OPEN);
    }

    @Test
    void ingetrokkenNaHetSluiten_eenVerzondenProcesVerbaalKanNietTerug_deOvjHoortHet() {
        verhaal.gegeven(melding.in(NOORDOOSTPOLDER));
        metMaatregelen(verhaal, "proces-verbaal", "svb-melding");
        voerUit(verhaal, "proces-verbaal", "verzonden");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("uitkomst-maatregel-beoordelen", uitkomstBeoordeeld());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-volgen", gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        trekIn(melding);
        assertThat(verhaal.openTaken()).containsExactly("wijziging-beoordelen");
        assertThat(verhaal.gekoppeld("proces-verbaal").openTaken()).containsExactly("gevolg-beoordelen");
        assertThat(verhaal.gekoppeld("proces-verbaal").weet("gevolg-beoordelen", "gevolgTekst")).asString().contains("officier van justitie");
        assertThat(verhaal.gekoppeld("svb-melding").openTaken()).containsExactly("gevolg-beoordelen", "maatregel-uitvoeren");
    }

    /** Every row for a withdrawal, and the rows for all events that hold for it too. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            schriftelijke-waarschuwing, open,     -,                  stoppen
            schriftelijke-waarschuwing, gesloten, gewaarschuwd,       beoordelen
            schriftelijke-waarschuwing, gesloten, niet-gewaarschuwd,  geen
            halt-verwijzing,            open,     -,                  beoordelen
            halt-verwijzing,            gesloten, positief,           beoordelen
            halt-verwijzing,            gesloten, negatief,           beoordelen
            halt-verwijzing,            gesloten, niet-verwezen,      geen
            proces-verbaal,             open,     -,                  beoordelen
            proces-verbaal,             gesloten, verzonden,          beoordelen
            proces-verbaal,             gesloten, niet-opgemaakt,     geen
            svb-melding,                open,     -,                  ongedaan-maken
            svb-melding,                gesloten, gemeld,             ongedaan-maken
            svb-melding,                gesloten, voorkomen,          geen
            last-onder-dwangsom,        open,     -,                  beoordelen
            last-onder-dwangsom,        gesloten, opgelegd,           loopt-door
            bemiddeling,                open,     -,                  beoordelen
            bemiddeling,                gesloten, geplaatst,          geen
            doorverwijzing,             open,     -,                  loopt-door
            meldcode,                   open,     -,                  loopt-door
            melding-inspectie,          open,     -,                  loopt-door
            bezwaar,                    open,     -,                  loopt-door
            iets-nieuws,                open,     -,                  beoordelen
            """)
    void gevolgVanIntrekken(String maatregel, String stand, String uitkomst, String effect) {
        var gevolg = beslissingen.evaluateDecisionTableByKey("gebeurtenis-gevolgen", Map.of("gebeurtenis", "ingetrokken", "procedure", maatregel,
                "stand", stand, "uitkomst", uitkomst == null ? "" : uitkomst)).getSingleResult();
        assertThat(gevolg.<String>getEntry("effect")).isEqualTo(effect);
        assertThat(gevolg.<String>getEntry("toelichting")).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void naHetSluitenWeerGeregistreerd_deZaakGaatWeerOpenMetWerkEnTermijnen(String gemeente) {
        Meldingsbouwer deze = verzuimmelding().in(gemeente);
        verhaal.gegeven(deze);
        trekIn(deze);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("ingetrokken"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
        verhaal.klok(LocalDateTime.of(2026, 3, 9, 10, 0));
        String nummer = verhaal.zaak().zaaknummer();
        assertThat(verhaal.lever(deze, 200).get("zaaknummer").textValue()).isEqualTo(nummer);
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.OPEN);
        assertThat(verhaal.openTaken()).containsExactly("aanpak-kiezen", "terugmelden");
        assertThat(verhaal.lopend("verzuim.terugmelding")).singleElement()
                .satisfies(t -> assertThat(t.begin()).isEqualTo("2026-03-09"));
        verhaal.elkeTermijnHeeftEenTimer();
        assertThat(jdbc.sql("select uitkomst from zaak_heropening where zaak_id = ?").param(verhaal.zaak().id()).query(String.class).list())
                .containsExactly("ingetrokken");
        // And to its end.
        verhaal.als(gemeente.equals(BUNNIK) ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("geoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    /** The other melding was dealt with in the first round, as unauthorised: it does not hold the second round up. */
    @Test
    void weerGeregistreerdNaastEenAfgeslotenMelding_komtTotHetEind() {
        verhaal.gegeven(melding);
        Meldingsbouwer tweede = verzuimmelding().van(melding);
        verhaal.gegeven(tweede);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", melding, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", melding, aanpakTegenAdvies("alleen-registreren"));
        trekIn(tweede);
        jdbc.sql("update melding set oordeel = 'ongeoorloofd' where meldingsnummer = ?").param(melding.meldingsnummer()).update();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        verhaal.lever(tweede, 200);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("alleen-registreren"));
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.berichten("afsluiting")).hasSize(2);
    }

    @Test
    void erIsAlEenNieuwereZaak_deMeldingGaatDaarheenMetAlWatErbijHoort() {
        verhaal.gegeven(melding);
        trekIn(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("ingetrokken"));
        Verhaal nieuwer = new Verhaal(context).gegeven(verzuimmelding().van(melding));
        assertThat(nieuwer.lever(melding, 200).get("zaaknummer").textValue()).isEqualTo(nieuwer.zaak().zaaknummer());
        assertThat(nieuwer.openTaken()).containsExactly("aanpak-kiezen", "aanpak-kiezen", "terugmelden", "terugmelden");
        nieuwer.elkeTermijnHeeftEenTimer();
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.INGETROKKEN);
        assertThat(meldingen.vanZaak(verhaal.zaak().id())).isEmpty();
        assertThat(meldingen.vanZaak(nieuwer.zaak().id())).hasSize(2).noneMatch(Melding::isIngetrokken);
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains(nieuwer.zaak().zaaknummer()));
        assertThat(jdbc.sql("select count(*) from termijn t join melding m on m.id = t.melding_id where m.meldingsnummer = ? and t.zaak_id <> m.zaak_id")
                .param(melding.meldingsnummer()).query(Long.class).single()).isZero();
    }

    @Test
    void eersteBerichtWasDeIntrekking_daarnaGeregistreerd_krijgtEenWerkendeZaak() {
        verhaal.gegeven(melding.kopie().status("ingetrokken"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
        verhaal.lever(melding, 200);
        assertThat(verhaal.openTaken()).containsExactly("aanpak-kiezen", "terugmelden");
        verhaal.elkeTermijnHeeftEenTimer();
    }

    /** A child that died is not called upon: an officer looks. */
    @Test
    void weerGeregistreerdNaOverlijden_alleenEenBeoordeling() {
        verhaal.gegeven(melding);
        trekIn(melding);
        verhaal.gebeurt(200, "soort", "overleden");
        assertThat(verhaal.zaak().uitkomst()).isEqualTo("overleden");
        verhaal.lever(melding, 200);
        assertThat(verhaal.openTaken()).containsExactly("wijziging-beoordelen");
    }

    /** The RMC-consulent works on it: the withdrawal is a task, not only a line. */
    @Test
    void ingetrokkenIn18Plus_wordtEenTaak() {
        Meldingsbouwer ouder = verzuimmelding().soort("rmc-18-plus").leeftijd(19);
        verhaal.gegeven(ouder);
        trekIn(ouder);
        assertThat(verhaal.openTaken()).containsExactly("maatregel-uitvoeren", "wijziging-beoordelen");
    }
}
