package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gevolgd;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Antwoord.vervolg;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every task of the officer has a last day. Where the instructions name none it is a default of five werkdagen, shown as such; when it passes
 * that is recorded, and the work stays to be done.
 */
@Toepassingstest
class WerktermijnenTest {

    @Autowired
    ApplicationContext context;

    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
        verhaal.gegeven(verzuimmelding());
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void vanUitnodigenTotAfhandelen_heeftElkeTaakEenLaatsteDag() {
        naarUitnodigen();
        telaat("gesprek-uitnodigen", "verzuim.uitnodigen", "2026-03-09");
        doe("gesprek-uitnodigen", uitnodiging("2026-03-10"));
        doe("reactie-vastleggen", reactie("komt"));
        // The conversation is on 20 March; the report may take five werkdagen more.
        telaat("gesprek-voeren", "verzuim.gesprek", "2026-03-27");
        doe("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
        verhaal.wachtOp("verslag-verstrekken", LEERPLICHTAMBTENAAR, "2026-04-07");
        doe("verslag-verstrekken", verslagVerstrekt());
        doe("afspraken-volgen", gevolgd("beoordelen"));
        telaat("afspraken-beoordelen", "verzuim.beoordelen", "2026-04-07");
        doe("afspraken-beoordelen", beoordeling("nee", "weigerend"));
        telaat("vervolg-kiezen", "verzuim.vervolg", "2026-04-15");
        doe("vervolg-kiezen", vervolg("2026-05-29", "doorverwijzing"));
        doe("afspraken-volgen", gevolgd("beoordelen"));
        doe("afspraken-beoordelen", beoordeling("ja", "helpend"));
        telaat("afhandelen", "verzuim.afhandelen", "2026-04-23");
        doe("afhandelen", afhandeling("verzuim-geeindigd"));
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void zonderGesprek_heeftHetBesluitEenLaatsteDag() {
        naarUitnodigen();
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie("weigert"));
        telaat("geen-reactie-beoordelen", "verzuim.geen-gesprek", "2026-03-09");
        doe("geen-reactie-beoordelen", naUitblijven("huisbezoek"));
        verhaal.wachtOp("huisbezoek-afleggen", LEERPLICHTAMBTENAAR, "2026-03-17");
    }

    @Test
    void eenGebeurtenisVanBuiten_wordtBinnenVijfWerkdagenAfgehandeld() {
        verhaal.gebeurt(200, "soort", "verhuisd", "nieuweGemeente", "Urk");
        telaat("gebeurtenis-afhandelen", "verzuim.gebeurtenis", "2026-03-09");
        doe("gebeurtenis-afhandelen", gebeurtenisAfgehandeld());
        verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    /** Done in time: no lapse, and nothing of the term is left. */
    @Test
    void opTijdAfgehandeld_haaltDeTermijn() {
        doe("terugmelden", terugmelding());
        doe("aanpak-kiezen", aanpakTegenAdvies("contact"));
        doe("contact-ouders", contact("geoorloofd", true));
        verhaal.wachtOp("afhandelen", LEERPLICHTAMBTENAAR, "2026-03-09");
        verhaal.elkeTermijnHeeftEenTimer();
        doe("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.afhandelen")).singleElement().satisfies(t -> {
            assertThat(t.status()).isEqualTo(Termijnstatus.GEHAALD);
            assertThat(t.standaard()).isTrue();
        });
    }

    private void naarUitnodigen() {
        doe("terugmelden", terugmelding());
        doe("aanpak-kiezen", aanpakTegenAdvies("contact"));
        doe("contact-ouders", contact("ongeoorloofd", true));
    }

    private void telaat(String taak, String code, String uiterlijk) {
        verhaal.wachtOp(taak, LEERPLICHTAMBTENAAR, uiterlijk);
        verhaal.elkeTermijnHeeftEenTimer();
        verhaal.verstrijkt(code);
        assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals(code)).anyMatch(t -> t.status() == Termijnstatus.OVERSCHREDEN);
        assertThat(verhaal.openTaken()).contains(taak);
    }

    private void doe(String taak, Map<String, Object> velden) {
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf(taak, velden);
    }
}
