package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.maatregelUitgevoerd;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitkomstBeoordeeld;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Antwoord.wijzigingBeoordeeld;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A measure comes back to the case that chose it, whenever that is (NOP par. 1.5; BUN art. 6 lid 11). */
@Toepassingstest
class MaatregeluitkomstTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Dossiers dossiers;

    private final Meldingsbouwer melding = verzuimmelding().in(NOORDOOSTPOLDER).leeftijd(15);
    private Verhaal verhaal;

    @BeforeEach
    void totVervolgKiezen() {
        verhaal = new Verhaal(context).gegeven(melding);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("verslag-verstrekken", verslagVerstrekt());
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void hetAdviesIsLeesbaar() {
        String proces = verhaal.zaak().procesInstantieId();
        assertThat((String) verhaal.weet("vervolg-kiezen", "vervolgAdvies")).matches("[a-z-]+(,[a-z-]+)*");
        assertThat((String) verhaal.weet("vervolg-kiezen", "vervolgAdviesToelichting")).doesNotContain("[", "]", "., ").endsWith(".");
    }

    @Test
    void nogTeBeoordelenUitkomst_houdtDeZaakOpenEnLaatNieuwVerzuimNietLiggen() {
        Verhaal halt = totAfhandelen();
        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        assertThat(verhaal.openTaken()).containsExactly("uitkomst-maatregel-beoordelen");
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.OPEN);
        assertThat(verhaal.berichten("afsluiting")).isEmpty();

        nieuweOngeoorloofdeMelding();
        assertThat(verhaal.openTaken()).contains("gesprek-uitnodigen", "uitkomst-maatregel-beoordelen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("uitkomst-maatregel-beoordelen", uitkomstBeoordeeld());
        assertThat(verhaal.openTaken()).contains("gesprek-uitnodigen").doesNotContain("afhandelen");
    }

    @Test
    void alsDeUitkomstIsBeoordeeld_gaatDeZaakVerderMetAfhandelen() {
        naarVolgen();
        Verhaal halt = verhaal.gekoppeld("halt-verwijzing");
        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        stopt();
        assertThat(verhaal.openTaken()).containsExactly("uitkomst-maatregel-beoordelen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("uitkomst-maatregel-beoordelen", uitkomstBeoordeeld());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void nieuweOngeoorloofdeMelding_terwijlHetVerzuimAlWordtAangepakt() {
        naarVolgen();
        nieuweOngeoorloofdeMelding();
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen", "terugmelden");
    }

    @Test
    void uitkomstNaHetSluiten_staatInHetDossierEnGeeftEenTaak() {
        Verhaal halt = totAfhandelen();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);

        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("negatief"));
        halt.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.openTaken()).containsExactly("wijziging-beoordelen");
        assertThat(dossiers.vanZaak(verhaal.zaak().id(), Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER)))
                .filteredOn(s -> s.soort().equals("maatregel-afgerond")).singleElement().satisfies(s -> {
                    assertThat(s.label()).isEqualTo(Label.WPG);
                    assertThat(s.inhoud()).containsEntry("uitkomst", "negatief").containsEntry("zaaknummer", halt.zaak().zaaknummer());
                });
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("wijziging-beoordelen", wijzigingBeoordeeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    private void naarVolgen() {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("vervolg-kiezen", vervolg("2026-04-24", "halt-verwijzing"));
    }

    private void stopt() {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-volgen", gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
    }

    private Verhaal totAfhandelen() {
        naarVolgen();
        stopt();
        return verhaal.gekoppeld("halt-verwijzing");
    }

    private void nieuweOngeoorloofdeMelding() {
        Meldingsbouwer tweede = verzuimmelding().van(melding);
        verhaal.gegeven(tweede);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", tweede, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", tweede, contact("ongeoorloofd", true));
    }
}
