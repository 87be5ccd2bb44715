package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.GEBEURTENIS_AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.MBO_WAARSCHUWEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.SCHOOL_RAADPLEGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.alleenEenBrief;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.mboGewaarschuwd;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which letters go out at which step of relatief verzuim, and to whom. */
@Toepassingstest
class RelatiefVerzuimBrievenTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Brieven brieven;
    @Autowired
    Meldingen meldingen;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    /** BUN art. 6 lid 2: the first contact may be in writing; otherwise there is no letter. */
    @Test
    void schriftelijkContact_isEenBrief() {
        totContact(verzuimmelding().in(BUNNIK));
        Map<String, Object> velden = contact("geen-contact", true);
        velden.putAll(Map.of("contactWijze", "schriftelijk", "contactBrief", "ja"));
        velden.put("briefTekst", VRIJE_TEKST);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, velden);
        assertThat(verhaal.brieven()).containsExactly("contact-verzuim jongere", "contact-verzuim ouder");
        assertThat(brieven.vanZaak(verhaal.zaak().id())).allSatisfy(b -> {
            assertThat(b.meldingId()).isNotNull();
            assertThat(b.gemaaktDoor()).isEqualTo("verhaal-leerplichtambtenaar.bunnik");
            assertThat(b.termijnCode()).isEqualTo("verzuim.reactie-brief");
        });
        // Nobody answered yet: the conversation follows, without a judgement of the absence.
        assertThat(verhaal.openTaken()).contains("gesprek-uitnodigen").doesNotContain("contact-ouders");
        assertThat(meldingen.vanZaak(verhaal.zaak().id())).singleElement().satisfies(m -> assertThat(m.oordeel()).isEqualTo("geen-contact"));
    }

    @Test
    void telefonischContact_isGeenBrief() {
        totContact(verzuimmelding().in(BUNNIK));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        assertThat(verhaal.brieven()).noneMatch(b -> b.startsWith("contact-verzuim"));
    }

    /** BUN art. 6 lid 8, NOP 3.2: in writing to who reported, the parents, and the youth from 12; others by name. */
    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void afhandelen_berichtMelderOudersEnJongere(String gemeente) {
        totContact(verzuimmelding().in(gemeente));
        verhaal.als(gemeente.equals(BUNNIK) ? ADMINISTRATIEF_MEDEWERKER : LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("geoorloofd", true));
        Map<String, Object> velden = new HashMap<>(Map.of("afsluitreden", "geen-ongeoorloofd-verzuim", "briefVerzending", "brief",
                "toestemmingInhoud", "niet-gedeeld", "inZatMdo", "nee", "briefTekst", VRIJE_TEKST));
        velden.put("betrokkenen", VRIJE_TEKST + " jeugdarts");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, velden);
        assertThat(verhaal.brieven()).filteredOn(b -> b.startsWith("afsluit")).contains("afsluitbericht ouder", "afsluitbericht-jongere jongere", "afsluitbericht-betrokkenen betrokkenen")
                .anyMatch(b -> b.startsWith("afsluitbericht-melder ")).hasSize(4);
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void wieZelfBerichtGaf_stuurtGeenBrievenMeer() {
        totContact(verzuimmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("geoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, nl.schoolgang.verhaal.Antwoord.afhandeling("geen-ongeoorloofd-verzuim"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.brieven()).isEmpty();
    }

    @Test
    void ingetrokkenMelding_vraagtGeenBrieven() {
        Meldingsbouwer melding = verzuimmelding();
        verhaal.gegeven(melding);
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, Map.of("afsluitreden", "ingetrokken", "briefVerzending", "zelf", "jongereBericht", "ingetrokken-of-geregistreerd",
                "toestemmingInhoud", "niet-gedeeld", "inZatMdo", "nee"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(verhaal.brieven()).isEmpty();
    }

    /** BUN explanation 6.3. */
    @Test
    void mboStudent_krijgtEenWaarschuwing() {
        Meldingsbouwer eerste = verzuimmelding().in(BUNNIK).leeftijd(17).school("mbo");
        verhaal.gegeven(eerste);
        Meldingsbouwer tweede = verzuimmelding().van(eerste).school("mbo");
        verhaal.gegeven(tweede);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, tweede, nl.schoolgang.verhaal.Antwoord.aanpak("school-eerst"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(SCHOOL_RAADPLEGEN, tweede, alleenEenBrief());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(MBO_WAARSCHUWEN, tweede, mboGewaarschuwd());
        assertThat(verhaal.brieven()).contains("mbo-waarschuwing jongere", "mbo-waarschuwing ouder");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void verhuisd_vertelHetOudersEnJongere(String gemeente) {
        verhaal.gegeven(verzuimmelding().in(gemeente));
        verhaal.gebeurt(200, "soort", "verhuisd", "nieuweGemeente", "Urk");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GEBEURTENIS_AFHANDELEN, gebeurtenisAfgehandeld());
        assertThat(verhaal.brieven()).containsExactly("verhuisbericht jongere", "verhuisbericht ouder");
    }

    @Test
    void achttien_vertelHetDeJongere() {
        verhaal.gegeven(verzuimmelding().leeftijd(18));
        verhaal.gebeurt(200, "soort", "achttien-geworden");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GEBEURTENIS_AFHANDELEN, gebeurtenisAfgehandeld());
        assertThat(verhaal.brieven()).containsExactly("overdracht-18 jongere");
    }

    @Test
    void overleden_geenEnkeleBriefGaatNogUit() {
        totContact(verzuimmelding());
        Map<String, Object> velden = contact("geen-contact", true);
        velden.putAll(Map.of("contactWijze", "schriftelijk", "contactBrief", "ja"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, velden);
        verhaal.gebeurt(200, "soort", "overleden");
        assertThat(brieven.vanZaak(verhaal.zaak().id())).hasSize(2).allMatch(b -> b.status() == Briefstatus.VERVALLEN);
    }

    private void totContact(Meldingsbouwer melding) {
        verhaal.gegeven(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
    }
}
