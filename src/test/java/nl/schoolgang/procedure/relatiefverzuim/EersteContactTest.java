package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_MELDER;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.MBO_WAARSCHUWEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.SCHOOL_RAADPLEGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.aanpak;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.alleenEenBrief;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.directeurNalatig;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.mboGewaarschuwd;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.schoolGeraadpleegd;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What is done first with a melding: mbo students, the speaking hour, a head who did not report, luxury absence before a holiday.
 * Luxury absence comes to the same process by {@link RelatiefVerzuimVerwerking} (BUN 6.17).
 */
@Toepassingstest
class EersteContactTest {

    @Autowired
    ApplicationContext context;
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

    /** BUN explanation 6.3. */
    @Test
    void eersteMeldingVanEenOnbekendeMboStudent_wordtAlleenGeregistreerd() {
        verhaal.gegeven(mbo().nietOmActieGevraagd());
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpak("alleen-registreren"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("alleen-geregistreerd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(oordelen()).containsExactly("geregistreerd");
    }

    /** BUN explanation 6.3: first the school, then possibly a letter and no conversation. */
    @Test
    void tweedeMeldingVanEenMboStudent_magEenBriefZonderGesprekZijn() {
        Meldingsbouwer eerste = mbo().nietOmActieGevraagd();
        verhaal.gegeven(eerste);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpak("alleen-registreren"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("alleen-geregistreerd"));

        verhaal.gegeven(mbo().van(eerste));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpak("school-eerst"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(SCHOOL_RAADPLEGEN, alleenEenBrief());
        verhaal.wachtOp(MBO_WAARSCHUWEN, LEERPLICHTAMBTENAAR, "2026-03-03");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(MBO_WAARSCHUWEN, mboGewaarschuwd());
        assertThat(verhaal.openTaken()).containsExactly(AFHANDELEN);
        assertThat(oordelen()).containsExactly("gewaarschuwd");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void wieAndersDanEenMboStudentIs_krijgtGeenBriefInPlaatsVanContact() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("school-eerst"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(SCHOOL_RAADPLEGEN, alleenEenBrief());
        assertThat(verhaal.openTaken()).contains(CONTACT_OUDERS).doesNotContain(MBO_WAARSCHUWEN);
    }

    @Test
    void mboStudentBijWieHetVerzuimVoortduurt_wordtGesproken() {
        Meldingsbouwer eerste = mbo();
        verhaal.gegeven(eerste).gegeven(mbo().van(eerste));
        Meldingsbouwer tweede = mbo().van(eerste);
        verhaal.gegeven(tweede);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, tweede, aanpak("school-eerst"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(SCHOOL_RAADPLEGEN, tweede, schoolGeraadpleegd("duurt-voort"));
        assertThat(verhaal.openTaken()).contains(CONTACT_OUDERS).doesNotContain(MBO_WAARSCHUWEN);
    }

    /** NOP 3.1: an appointment with the youth and the head of department. */
    @Test
    void verzuimspreekuur_heeftEenAfspraakInHetDossier() {
        verhaal.gegeven(verzuimmelding().in(NOORDOOSTPOLDER));
        Map<String, Object> velden = new java.util.HashMap<>(aanpak("spreekuur"));
        velden.putAll(Map.of("spreekuurMoment", "2026-03-05", "spreekuurAfdelingsleider", VRIJE_TEKST, "spreekuurVerteld", "school"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, velden);
        assertThat(verhaal.inDossier(AANPAK_KIEZEN)).contains("5 maart 2026", "Via de school");
    }

    /** BUN art. 6 lid 15 and 20: the signal about the head is a case of its own; this one does not wait for it. */
    @Test
    void nalatigeDirecteur_magEenSignaalAanDeInspectieGeven() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK).gemeldDoor("mentor"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, directeurNalatig("ja"));
        assertThat(verhaal.gekoppeld("melding-inspectie").openTaken()).containsExactly("maatregel-uitvoeren");
        assertThat(verhaal.openTaken()).containsExactly(AANPAK_KIEZEN, TERUGMELDEN);
    }

    @Test
    void nalatigeDirecteur_magOokZonderSignaalBlijven() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK).gemeldDoor("mentor"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_MELDER, directeurNalatig("nee"));
        assertThat(verhaal.openTaken()).containsExactly(AANPAK_KIEZEN, TERUGMELDEN);
        assertThat(verhaal.heeftGekoppeld("melding-inspectie")).isFalse();
    }

    /** BUN art. 6 lid 17: one day, the last before the holiday, with an announced action. */
    @Test
    void luxeVerzuimOpEenActiedag_adviseertEenProcesVerbaal() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK).soort("luxe").uren(7).verzuim("2026-02-13", "2026-02-13"));
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpak("contact"));
        Map<String, Object> contact = contact("ongeoorloofd", true);
        contact.put("aangekondigdeActie", "ja");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        assertThat(verhaal.weet(VERVOLG_KIEZEN, "vervolgAdvies")).asString().contains("proces-verbaal");
        assertThat(verhaal.weet(VERVOLG_KIEZEN, "vervolgAdviesToelichting")).asString().contains("een actie was aangekondigd");
    }

    private static Meldingsbouwer mbo() {
        return verzuimmelding().in(BUNNIK).leeftijd(17).school("mbo");
    }

    private java.util.List<String> oordelen() {
        return meldingen.vanZaak(verhaal.zaak().id()).stream().map(m -> m.oordeel()).toList();
    }
}
