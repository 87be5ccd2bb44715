package nl.schoolgang.bewaking;

import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** What a coordinator sees of the terms; today is Monday 2 March 2026. */
@Toepassingstest
class BewakingTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Termijnlezer lezer;
    @Autowired
    private Werkdruk werkdruk;
    @Autowired
    private Zichtvlak zicht;
    @Autowired
    private Zaken zaken;

    private Verhaal verhaal;
    private Bewakingsproef proef;
    private Medewerker coordinator;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
        proef = new Bewakingsproef(context);
        coordinator = proef.mens(Rol.COORDINATOR);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void elkeTermijnStaatWaarZeHoort() {
        String ambtenaar = proef.mens(Rol.LEERPLICHTAMBTENAAR).gebruikersnaam();
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        proef.termijn(zaak, "te-laat", "2026-02-26").status("overschreden").metTaak(ambtenaar);
        proef.termijn(zaak, "verlopen", "2026-02-25").status("overschreden").gedaan().zonderTaak();
        proef.termijn(zaak, "timer-nog-niet-afgegaan", "2026-02-27").zonderTaak();
        proef.termijn(zaak, "mijlpaal", "2026-02-27").mijlpaal().zonderTaak();
        proef.termijn(zaak, "vandaag", "2026-03-02").metTaak(null);
        proef.termijn(zaak, "drie-werkdagen", "2026-03-05").zonderTaak();
        proef.termijn(zaak, "waarschuwing", "2026-04-01").waarschuwen("2026-03-02").status("verlengd").zonderTaak();
        proef.termijn(zaak, "vier-werkdagen", "2026-03-06").waarschuwen("2026-03-03").zonderTaak();
        proef.termijn(zaak, "opgeschort", "2026-03-02").status("opgeschort").zonderTaak();
        proef.termijn(zaak, "gehaald", "2026-03-02").status("gehaald").zonderTaak();
        Zaak dicht = proef.zaak("verlof-meer-dan-10-dagen");
        proef.termijn(dicht, "dicht", "2026-02-26").status("overschreden").zonderTaak();
        zaken.sluit(dicht.id(), Zaakstatus.AFGESLOTEN, "klaar");

        assertThat(zoek(Stand.Lijst.ALLES)).extracting(BewaakteTermijn::code, BewaakteTermijn::stand, BewaakteTermijn::behandelaar)
                .containsExactlyInAnyOrder(
                        tuple("te-laat", Stand.TE_LAAT, ambtenaar), tuple("verlopen", Stand.VERLOPEN, null),
                        tuple("timer-nog-niet-afgegaan", Stand.TE_LAAT, null), tuple("mijlpaal", Stand.NADERT, null),
                        tuple("vandaag", Stand.NADERT, null), tuple("drie-werkdagen", Stand.LOOPT, null),
                        tuple("waarschuwing", Stand.NADERT, null), tuple("vier-werkdagen", Stand.LOOPT, null),
                        tuple("opgeschort", Stand.OPGESCHORT, null));
        for (Stand.Lijst lijst : Stand.Lijst.values()) {
            assertThat(zoek(lijst)).as(lijst.code()).extracting(BewaakteTermijn::id).containsExactlyElementsOf(
                    zoek(Stand.Lijst.ALLES).stream().filter(t -> lijst.standen().contains(t.stand())).map(BewaakteTermijn::id).toList());
        }
        Map<Stand, Map<String, Long>> standen = lezer.perStand(vakken());
        assertThat(standen.get(Stand.TE_LAAT)).isEqualTo(Map.of("verlof-meer-dan-10-dagen", 2L));
        assertThat(standen.get(Stand.VERLOPEN)).isEqualTo(Map.of("verlof-meer-dan-10-dagen", 1L));
        assertThat(standen.get(Stand.NADERT)).isEqualTo(Map.of("verlof-meer-dan-10-dagen", 3L));
        assertThat(standen.get(Stand.LOOPT)).isEqualTo(Map.of("verlof-meer-dan-10-dagen", 2L));
        assertThat(zoek(Stand.Lijst.AANDACHT)).isSortedAccordingTo((a, b) -> a.laatsteDag().compareTo(b.laatsteDag()));
        assertThat(zoek(Stand.Lijst.ALLES).get(0).uitleg().get(0).regel()).isEqualTo("ontvangen");
    }

    @Test
    void deWekenTellenWatNogLoopt() {
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        Zaak ander = proef.zaak("vrijstelling-artikel-5");
        proef.termijn(zaak, "zondag", "2026-03-08").zonderTaak();
        proef.termijn(zaak, "maandag", "2026-03-09").zonderTaak();
        proef.termijn(ander, "maandag", "2026-03-09").zonderTaak();
        proef.termijn(ander, "laatste-week", "2026-04-26").zonderTaak();
        proef.termijn(ander, "later", "2026-04-27").zonderTaak();
        proef.termijn(ander, "jaren-later", "2029-01-01").zonderTaak();
        proef.termijn(ander, "te-laat", "2026-02-27").zonderTaak();

        LocalDate vandaag = LocalDate.of(2026, 3, 2);
        Weekoverzicht weken = Weekoverzicht.van(vandaag, lezer.perWeek(vakken(), Weekoverzicht.totEnMet(vandaag)));

        assertThat(weken.weken().get(0)).isEqualTo(vandaag);
        assertThat(Weekoverzicht.nummer(weken.weken().get(0))).isEqualTo(10);
        assertThat(weken.procedures()).isEqualTo(Map.of("verlof-meer-dan-10-dagen", List.of(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L),
                "vrijstelling-artikel-5", List.of(0L, 1L, 0L, 0L, 0L, 0L, 0L, 1L, 2L)));
        assertThat(weken.totalen()).containsExactly(1L, 2L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);
        assertThat(lezer.zoek(vakken(), new Bewakingsvraag(Stand.Lijst.ALLES, null, null, LocalDate.of(2026, 3, 9), null), 10))
                .extracting(BewaakteTermijn::laatsteDag).containsExactly(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 9));
    }

    @Test
    void deWerkdrukTeltPerMedewerker_ookWieNietsHeeft() {
        String druk = proef.mens(Rol.LEERPLICHTAMBTENAAR).gebruikersnaam();
        String vrij = proef.mens(Rol.LEERPLICHTAMBTENAAR).gebruikersnaam();
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        proef.termijn(zaak, "a", "2026-02-26").status("overschreden").metTaak(druk);
        proef.termijn(zaak, "b", "2026-03-05").metTaak(druk);
        proef.termijn(zaak, "c", "2026-03-06").metTaak(druk);
        proef.termijn(zaak, "d", "2026-03-02").metTaak(null);

        assertThat(werkdruk.van(vakken())).filteredOn(r -> !coordinator.gebruikersnaam().equals(r.behandelaar()))
                .extracting(Werkdruk.Regel::behandelaar, Werkdruk.Regel::open, Werkdruk.Regel::teLaat, Werkdruk.Regel::nadert)
                .containsExactly(tuple(druk, 3L, 1L, 1L), tuple(vrij, 0L, 0L, 0L), tuple(null, 1L, 0L, 1L));
    }

    @Test
    void eenLijstIsInBladzijdenTeLezen() {
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        for (int i = 0; i < 5; i++) {
            proef.termijn(zaak, "t" + i, "2026-03-03").zonderTaak();
        }
        Bewakingsvraag vraag = new Bewakingsvraag(Stand.Lijst.ALLES, null, null, null, null);
        List<BewaakteTermijn> alle = lezer.zoek(vakken(), vraag, 10);
        BewaakteTermijn tweede = lezer.zoek(vakken(), vraag, 2).get(1);

        assertThat(lezer.zoek(vakken(), vraag.vanaf(new Bewakingsvraag.Plek(tweede.laatsteDag(), tweede.id())), 10))
                .extracting(BewaakteTermijn::id).containsExactlyElementsOf(alle.subList(2, 5).stream().map(BewaakteTermijn::id).toList());
    }

    @Test
    void watVerlooptIsTeLaatTotHetIsGedaan() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK));
        Medewerker bunnik = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
        assertThat(standVan(bunnik, "verzuim.terugmelding")).isNotEqualTo(Stand.TE_LAAT);

        verhaal.verstrijkt("verzuim.terugmelding");
        assertThat(standVan(bunnik, "verzuim.terugmelding")).isEqualTo(Stand.TE_LAAT);

        verhaal.als(Rol.ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        assertThat(standVan(bunnik, "verzuim.terugmelding")).isEqualTo(Stand.VERLOPEN);
    }

    @Test
    void hetScherm_noemtGeenLeerling_enLeidtNaarDeZaak() throws Exception {
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        proef.termijn(zaak, "beslissen", "2026-03-02").metTaak(null);
        mvc.perform(get("/bewaking").with(user(coordinator.gebruikersnaam()))).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/zaken/" + zaak.zaaknummer() + "\"")))
                .andExpect(content().string(containsString("Waarom deze datum?")))
                .andExpect(content().string(containsString("id=\"grafiek\"")))
                .andExpect(content().string(containsString("standaard, niet in de instructie")))
                .andExpect(content().string(not(containsString(Bewakingsproef.ACHTERNAAM))));
        mvc.perform(get("/bewaking").param("procedure", "verlof-meer-dan-10-dagen").param("week", "2026-03-09").with(user(coordinator.gebruikersnaam())))
                .andExpect(status().isOk()).andExpect(content().string(not(containsString(zaak.zaaknummer()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"week=geen-dag", "week=9999-12-31", "na=onzin", "na=2026-13-01_x", "lijst=bestaat-niet", "procedure=%00", "gemeente=bunnik"})
    void eenFilterDatNietBestaatFiltertNiets(String filter) throws Exception {
        Zaak zaak = proef.zaak("verlof-meer-dan-10-dagen");
        proef.termijn(zaak, "beslissen", "2026-03-02").metTaak(null);
        String[] deel = filter.split("=");
        mvc.perform(get("/bewaking").param(deel[0], deel[1].replace("%00", "\0")).with(user(coordinator.gebruikersnaam()))).andExpect(status().isOk())
                .andExpect(content().string(containsString(zaak.zaaknummer())));
    }

    @Test
    void wieEenZaakNietMagZien_zietOokHaarTermijnNiet() {
        Zaak verlof = proef.zaak("verlof-meer-dan-10-dagen");
        Zaak verzuim = proef.zaak("relatief-verzuim");
        Zaak meldcode = proef.zaak("meldcode");
        List.of(verlof, verzuim, meldcode).forEach(z -> proef.termijn(z, "t", "2026-03-04").metTaak(null));
        Medewerker zonder = proef.mensZonderAutorisatie(Rol.COORDINATOR);

        assertThat(zicht.van(coordinator, coordinator.gemeentenMet(Recht.BEWAKEN))).extracting(Zichtvlak.Vak::procedure)
                .containsExactly("meldcode", "relatief-verzuim", "verlof-meer-dan-10-dagen");
        assertThat(zicht.van(zonder, zonder.gemeentenMet(Recht.BEWAKEN))).extracting(Zichtvlak.Vak::procedure)
                .containsExactly("verlof-meer-dan-10-dagen");
        Medewerker buur = new Bewakingsproef(context).mens(Rol.COORDINATOR);
        assertThat(zicht.van(buur, buur.gemeentenMet(Recht.BEWAKEN))).isEmpty();
    }

    private Stand standVan(Medewerker ik, String code) {
        return lezer.zoek(zicht.van(ik, ik.gemeentenMet(Recht.BEWAKEN)), new Bewakingsvraag(Stand.Lijst.ALLES, null, null, null, null), 10_000).stream()
                .filter(t -> t.zaaknummer().equals(verhaal.zaak().zaaknummer()) && t.code().equals(code)).findFirst().orElseThrow().stand();
    }

    private List<BewaakteTermijn> zoek(Stand.Lijst lijst) {
        return lezer.zoek(vakken(), new Bewakingsvraag(lijst, null, null, null, null), 100);
    }

    private List<Zichtvlak.Vak> vakken() {
        return zicht.van(coordinator, coordinator.gemeentenMet(Recht.BEWAKEN));
    }
}
