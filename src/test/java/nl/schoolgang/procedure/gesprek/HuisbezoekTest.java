package nl.schoolgang.procedure.gesprek;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.modellen.GesprekModel.GEEN_REACTIE_BEOORDELEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.HUISBEZOEK_AFLEGGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFSPRAKEN_VOLGEN;
import static nl.schoolgang.procedure.gesprek.Gespreksproef.anders;
import static nl.schoolgang.procedure.gesprek.Gespreksproef.antwoord;
import static nl.schoolgang.verhaal.Antwoord.VRIJE_TEKST;
import static nl.schoolgang.verhaal.Antwoord.huisbezoek;
import static nl.schoolgang.verhaal.Antwoord.huisbezoekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossierstuk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The home visit: BUN art. 6 lid 6, whenever the officer finds it necessary; NOP par. 3.1, when there is reason. Never against the resident. */
@Toepassingstest
class HuisbezoekTest {

    @Autowired
    ApplicationContext context;

    private Gespreksproef proef;

    @BeforeEach
    void begin() {
        proef = new Gespreksproef(context);
    }

    @AfterEach
    void klokTerug() {
        proef.klaar();
    }

    /** BUN art. 6 lid 6: whenever the officer finds it necessary; NOP par. 3.1: when there is reason, for example doubt. */
    @ParameterizedTest
    @ValueSource(strings = {NOORDOOSTPOLDER, BUNNIK})
    void meteenEenHuisbezoek_zonderUitnodiging(String gemeente) {
        proef.totUitnodigen(gemeente, 13);
        proef.doe(GESPREK_UITNODIGEN, met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel", "huisbezoekAankondiging", "onaangekondigd"));
        assertThat(proef.verhaal().openTaken()).containsExactly(HUISBEZOEK_AFLEGGEN);
        assertThat(proef.verhaal().lopend("verzuim.reactie-oproep")).isEmpty();
        proef.doe(HUISBEZOEK_AFLEGGEN, huisbezoekMetAfspraken("2026-04-10"));
        proef.verslag(gemeente);
        proef.verhaal().wachtOp(AFSPRAKEN_VOLGEN, LEERPLICHTAMBTENAAR, "2026-04-10");
    }

    @Test
    void eenHuisbezoekHeeftEenReden_enEenAankondigingEenMoment() {
        proef.totUitnodigen(NOORDOOSTPOLDER, 13);
        assertThat(proef.fouten(GESPREK_UITNODIGEN, met("gesprekVorm", "huisbezoek"))).containsExactlyInAnyOrder("huisbezoekReden", "huisbezoekAankondiging");
        assertThat(proef.fouten(GESPREK_UITNODIGEN, met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel", "huisbezoekAankondiging", "aangekondigd")))
                .containsExactly("huisbezoekMoment");
        proef.doe(GESPREK_UITNODIGEN, met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel", "huisbezoekAankondiging", "aangekondigd",
                "huisbezoekMoment", "2026-03-06T16:00"));
        assertThat(proef.verhaal().openTaken()).containsExactly(HUISBEZOEK_AFLEGGEN);
    }

    /** BUN S01.03-08: no entry of a home against the resident's will; who refused, and that the officer said who she is, is recorded. */
    @Test
    void nietBinnenTegenDeWilVanDeBewoner_wordtVastgelegd() {
        proef.totHuisbezoek();
        Map<String, Object> geweigerd = huisbezoek("niet-binnen");
        geweigerd.putAll(met("binnentreden", "nee", "toegangDoor", "andere-bewoner", "gelegitimeerd", true, "doelGenoemd", true,
                "huisbezoekVerslag", VRIJE_TEKST));
        proef.doe(HUISBEZOEK_AFLEGGEN, geweigerd);
        assertThat(proef.verhaal().openTaken()).containsExactly(GEEN_REACTIE_BEOORDELEN);
        Dossierstuk stuk = proef.stuk(HUISBEZOEK_AFLEGGEN);
        assertThat(antwoord(stuk, "binnentreden")).isEqualTo("nee");
        assertThat(antwoord(stuk, "toegangDoor")).isEqualTo("andere-bewoner");
        assertThat(antwoord(stuk, "gelegitimeerd")).isEqualTo("true");
        assertThat(antwoord(stuk, "doelGenoemd")).isEqualTo("true");
    }

    @Test
    void niemandThuis_daarnaNogEenHuisbezoekMetAankondiging() {
        proef.totHuisbezoek();
        proef.doe(HUISBEZOEK_AFLEGGEN, anders(huisbezoek("niet-thuis"), "berichtAchtergelaten", true));
        Map<String, Object> nogEens = naUitblijven("huisbezoek");
        nogEens.putAll(met("huisbezoekAankondiging", "aangekondigd", "huisbezoekMoment", "2026-03-09T17:00"));
        assertThat(proef.fouten(GEEN_REACTIE_BEOORDELEN, anders(nogEens, "huisbezoekMoment", null))).containsExactly("huisbezoekMoment");
        proef.doe(GEEN_REACTIE_BEOORDELEN, nogEens);
        proef.doe(HUISBEZOEK_AFLEGGEN, huisbezoekMetAfspraken("2026-04-10"));
        assertThat(proef.verhaal().openTaken()).containsExactly(AFSPRAKEN_VOLGEN);
    }
}
