package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.GesprekModel.VERSLAG_VERSTREKKEN;
import static nl.schoolgang.modellen.NagekomenWijzigingModel.WIJZIGING_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.UITKOMST_MAATREGEL_BEOORDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.VERVOLG_KIEZEN;
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
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(TERUGMELDEN, terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekZonderAfspraken());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERSLAG_VERSTREKKEN, verslagVerstrekt());
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void hetAdviesIsLeesbaar() {
        String proces = verhaal.zaak().procesInstantieId();
        assertThat((String) verhaal.weet(VERVOLG_KIEZEN, "vervolgAdvies")).matches("[a-z-]+(,[a-z-]+)*");
        assertThat((String) verhaal.weet(VERVOLG_KIEZEN, "vervolgAdviesToelichting")).doesNotContain("[", "]", "., ").endsWith(".");
    }

    @Test
    void nogTeBeoordelenUitkomst_houdtDeZaakOpenEnLaatNieuwVerzuimNietLiggen() {
        Verhaal halt = totAfhandelen();
        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        assertThat(verhaal.openTaken()).containsExactly(UITKOMST_MAATREGEL_BEOORDELEN);
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.OPEN);
        assertThat(verhaal.berichten("afsluiting")).isEmpty();

        nieuweOngeoorloofdeMelding();
        assertThat(verhaal.openTaken()).contains(GESPREK_UITNODIGEN, UITKOMST_MAATREGEL_BEOORDELEN);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(UITKOMST_MAATREGEL_BEOORDELEN, uitkomstBeoordeeld());
        assertThat(verhaal.openTaken()).contains(GESPREK_UITNODIGEN).doesNotContain(AFHANDELEN);
    }

    @Test
    void alsDeUitkomstIsBeoordeeld_gaatDeZaakVerderMetAfhandelen() {
        naarVolgen();
        Verhaal halt = verhaal.gekoppeld("halt-verwijzing");
        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("positief"));
        stopt();
        assertThat(verhaal.openTaken()).containsExactly(UITKOMST_MAATREGEL_BEOORDELEN);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(UITKOMST_MAATREGEL_BEOORDELEN, uitkomstBeoordeeld());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void nieuweOngeoorloofdeMelding_terwijlHetVerzuimAlWordtAangepakt() {
        naarVolgen();
        nieuweOngeoorloofdeMelding();
        assertThat(verhaal.openTaken()).containsExactly(AFSPRAKEN_VOLGEN, TERUGMELDEN);
    }

    @Test
    void uitkomstNaHetSluiten_staatInHetDossierEnGeeftEenTaak() {
        Verhaal halt = totAfhandelen();
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);

        halt.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", maatregelUitgevoerd("negatief"));
        halt.isGesloten(Zaakstatus.AFGESLOTEN);
        assertThat(verhaal.openTaken()).containsExactly(WIJZIGING_BEOORDELEN);
        assertThat(dossiers.vanZaak(verhaal.zaak().id(), Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER)))
                .filteredOn(s -> s.soort().equals("maatregel-afgerond")).singleElement().satisfies(s -> {
                    assertThat(s.label()).isEqualTo(Label.WPG);
                    assertThat(s.inhoud()).containsEntry("uitkomst", "negatief").containsEntry("zaaknummer", halt.zaak().zaaknummer());
                });
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(WIJZIGING_BEOORDELEN, wijzigingBeoordeeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    private void naarVolgen() {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(VERVOLG_KIEZEN, vervolg("2026-04-24", "halt-verwijzing"));
    }

    private void stopt() {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_VOLGEN, gevolgd("beoordelen"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AFSPRAKEN_BEOORDELEN, beoordeling("ja", "helpend"));
    }

    private Verhaal totAfhandelen() {
        naarVolgen();
        stopt();
        return verhaal.gekoppeld("halt-verwijzing");
    }

    private void nieuweOngeoorloofdeMelding() {
        Meldingsbouwer tweede = verzuimmelding().van(melding);
        verhaal.gegeven(tweede);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, tweede, aanpakTegenAdvies("contact"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, tweede, contact("ongeoorloofd", true));
    }
}
