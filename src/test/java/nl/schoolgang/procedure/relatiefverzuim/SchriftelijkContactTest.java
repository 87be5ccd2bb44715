package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.schoolGeraadpleegd;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** BUN art. 6 lid 2: the contact may be in writing; parents get the opportunity to explain, and a judgement rests on what is known. */
@Toepassingstest
class SchriftelijkContactTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Meldingen meldingen;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
        verhaal.gegeven(verzuimmelding().in(BUNNIK));
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @ParameterizedTest
    @CsvSource({"ongeoorloofd, gesprek-uitnodigen", "geoorloofd, afhandelen"})
    void hetAntwoordWordtAfgewachtEnDanBeoordeeld(String oordeel, String daarna) {
        totContact();
        doe("contact-ouders", brief());
        verhaal.wachtOp("antwoord-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-16");
        assertThat(oordeel()).isNull();
        assertThat(status("verzuim.contact-ouders")).isEqualTo(Termijnstatus.GEHAALD);
        verhaal.elkeTermijnHeeftEenTimer();

        doe("antwoord-vastleggen", met("antwoordOntvangen", "ja", "antwoordDatum", "2026-03-02", "uitlegOuders", VRIJE_TEKST,
                "oordeelAntwoord", oordeel, "oordeelMotivering", VRIJE_TEKST));
        assertThat(oordeel()).isEqualTo(oordeel);
        assertThat(status("verzuim.reactie-brief")).isEqualTo(Termijnstatus.GEHAALD);
        assertThat(verhaal.openTaken()).contains(daarna);
    }

    @Test
    void geenAntwoord_isGeenOordeelMaarWelEenGesprek() {
        totContact();
        doe("contact-ouders", brief());
        verhaal.verstrijkt("verzuim.reactie-brief");
        assertThat(status("verzuim.reactie-brief")).isEqualTo(Termijnstatus.OVERSCHREDEN);
        Map<String, Object> geen = met("antwoordOntvangen", "ja", "antwoordDatum", "2026-03-02", "uitlegOuders", VRIJE_TEKST,
                "oordeelAntwoord", "geen-contact", "oordeelMotivering", VRIJE_TEKST);
        assertThat(fouten("antwoord-vastleggen", geen)).containsExactly("oordeelAntwoord");
        geen.put("antwoordOntvangen", "nee");
        doe("antwoord-vastleggen", geen);
        assertThat(oordeel()).isEqualTo("geen-contact");
        assertThat(verhaal.openTaken()).contains("gesprek-uitnodigen");
    }

    @Test
    void alleenNaEenBriefWachtMenEenAntwoordAf() {
        totContact();
        assertThat(fouten("contact-ouders", contact("antwoord-afwachten", true))).containsExactly("oordeelContact");
    }

    /** The term is met by seeking contact, not by finding that none is needed. */
    @Test
    void zonderContact_vervaltDeTermijn() {
        doe("aanpak-kiezen", aanpakTegenAdvies("school-eerst"));
        doe("school-raadplegen", schoolGeraadpleegd("verzuim-gestopt"));
        assertThat(status("verzuim.contact-ouders")).isEqualTo(Termijnstatus.VERVALLEN);
    }

    @Test
    void alleenGeregistreerd_vervaltDeTermijn() {
        doe("aanpak-kiezen", aanpakTegenAdvies("alleen-registreren"));
        assertThat(status("verzuim.contact-ouders")).isEqualTo(Termijnstatus.VERVALLEN);
    }

    @Test
    void metContact_isDeTermijnGehaald() {
        totContact();
        doe("contact-ouders", contact("geoorloofd", true));
        assertThat(status("verzuim.contact-ouders")).isEqualTo(Termijnstatus.GEHAALD);
    }

    private void totContact() {
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        doe("aanpak-kiezen", aanpakTegenAdvies("contact"));
    }

    private static Map<String, Object> brief() {
        Map<String, Object> velden = contact("antwoord-afwachten", true);
        velden.putAll(met("contactWijze", "schriftelijk", "contactBrief", "ja", "briefTekst", VRIJE_TEKST));
        return velden;
    }

    private String oordeel() {
        return meldingen.vanZaak(verhaal.zaak().id()).get(0).oordeel();
    }

    private Termijnstatus status(String code) {
        return verhaal.termijnen().stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow().status();
    }

    private java.util.List<String> fouten(String taak, Map<String, Object> velden) {
        return catchThrowableOfType(OngeldigeInvoer.class, () -> doe(taak, velden)).fouten().stream().map(Fout::veld).toList();
    }

    private void doe(String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }
}
