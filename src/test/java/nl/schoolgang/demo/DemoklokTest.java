package nl.schoolgang.demo;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.bericht.Verzending;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Tijdsprong;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.termijn.Dagronde;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo clock moves forward only, due date by due date, and what lapses on the way lapses at its own moment. */
@Toepassingstest
class DemoklokTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private EngineKlok engineklok;
    private Demoklok klok;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from instelling where sleutel like 'demo.klok%' or sleutel like 'dagronde%'").update();
        klok = nieuweKlok();
    }

    @AfterEach
    void klokTerug() {
        klok.destroy();
        jdbc.sql("delete from instelling where sleutel like 'demo.klok%' or sleutel like 'dagronde%'").update();
        engineklok.herstel();
    }

    private Demoklok nieuweKlok() {
        return new Demoklok(jdbc, engineklok, context.getBean(Tijdsprong.class), context.getBean(Dagronde.class),
                context.getBean(Verzending.class));
    }

    @Test
    void begintOpMaandag2Maart2026OmNegenUur_enTikt() {
        assertThat(klok.stand().nu()).isBetween(Demoklok.BEGIN, Demoklok.BEGIN.plusMinutes(1));
    }

    @Test
    void watOnderwegVervalt_vervaltOpZijnEigenMoment() {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(Verhaal.BUNNIK));
        Demoklok.Stand stand = klok.verzet(LocalDateTime.of(2026, 3, 25, 9, 0));

        assertThat(stand.nu()).isBetween(LocalDateTime.of(2026, 3, 25, 9, 0), LocalDateTime.of(2026, 3, 25, 9, 1));
        assertThat(stand.uitgevoerd()).isGreaterThanOrEqualTo(2);
        assertThat(stand.mislukt()).isZero();
        assertThat(verhaal.termijnen()).hasSize(2).allSatisfy(t -> {
            assertThat(t.status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
            assertThat(t.beeindigdOp()).isEqualTo(t.vervalmoment());
        });
        // The time line tells it in the order in which it happened, each at 00:00 of its own day.
        List<LocalDateTime> verstreken = context.getBean(Tijdlijn.class).van(verhaal.zaak().id()).stream()
                .filter(g -> g.omschrijving().startsWith("Termijn verstreken")).map(Gebeurtenis::moment)
                .map(m -> LocalDateTime.ofInstant(m, Tijdzone.AMSTERDAM).withNano(0).withSecond(0)).sorted().toList();
        assertThat(verstreken).containsExactly(LocalDate.of(2026, 3, 4).atStartOfDay(), LocalDate.of(2026, 3, 10).atStartOfDay());
    }

    @Test
    void deDagronde_waarschuwtOnderwegOpHaarEigenOchtend() {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(Verhaal.BUNNIK));
        klok.verzet(LocalDateTime.of(2026, 3, 20, 12, 0));
        Termijn terugmelding = verhaal.termijnen().stream().filter(t -> t.code().equals("verzuim.terugmelding")).findFirst().orElseThrow();
        assertThat(LocalDateTime.ofInstant(terugmelding.gewaarschuwdOp(), Tijdzone.AMSTERDAM))
                .isBetween(terugmelding.waarschuwenOp().atTime(7, 0), terugmelding.waarschuwenOp().atTime(7, 1));
    }

    @Test
    void terugKanNiet_enVerDeToekomstInOokNiet() {
        assertThatThrownBy(() -> klok.verzet(Demoklok.BEGIN.minusDays(1))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> klok.verzet(Demoklok.BEGIN.plusYears(6))).isInstanceOf(OngeldigeInvoer.class);
    }

    @Test
    void naEenHerstart_gaatDeKlokVerderWaarHijWas() {
        klok.verzet(LocalDateTime.of(2026, 3, 6, 9, 0));
        engineklok.herstel();
        Demoklok opnieuw = nieuweKlok();
        assertThat(opnieuw.stand().nu()).isBetween(LocalDateTime.of(2026, 3, 6, 9, 0), LocalDateTime.of(2026, 3, 6, 9, 1));
        opnieuw.destroy();
    }
}
