package nl.schoolgang.termijn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Eenheid;
import nl.schoolgang.kalender.Richting;
import nl.schoolgang.kalender.Uitlegregel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@Databanktest
@Import({Termijnen.class, TermijnRepository.class, WijzigingRepository.class, Herberekening.class, Termijnwijzigingen.class,
    Ingebrekestellingen.class, Kalenderbron.class, Kalenderbestanden.class, Kalenderbeheer.class, Herrekening.class, Dagronde.class, Dagplanning.class, KalenderConfiguration.class, Gemeenten.class,
    TermijnenTest.Hulp.class})
class TermijnenTest {

    private static final LocalDate MAANDAG = LocalDate.of(2026, 3, 2);
    private static final LocalDateTime NEGEN_UUR = MAANDAG.atTime(9, 0);

    @Autowired
    private Termijnen termijnen;

    @Autowired
    private Dagronde dagronde;

    @Autowired
    private Dagplanning dagplanning;

    @Autowired
    private Gemeenten gemeenten;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Testklok klok;

    @Autowired
    private Hulp hulp;

    private UUID zaak;

    @BeforeEach
    void nieuweZaak() {
        klok.zet(NEGEN_UUR);
        jdbc.sql("delete from termijn").update();
        jdbc.sql("delete from instelling where sleutel = 'dagronde.laatste-dag'").update();
        hulp.genaderd.clear();
        gemeenten.bewaar(new Gemeente("bunnik", "Bunnik", "midden"));
        zaak = UUID.randomUUID();
        UUID leerling = UUID.randomUUID();
        jdbc.sql("insert into leerling (id, gemeente, achternaam, geboortedatum, aangemaakt_op) values (?, 'bunnik', 'Voorbeeld', date '2012-05-14', now())")
                .param(leerling).update();
        jdbc.sql("""
                insert into zaak (id, zaaknummer, gemeente, procedure, leerling_id, status, geopend_op)
                values (?, ?, 'bunnik', 'relatief-verzuim', ?, 'open', now())""").params(zaak, Unieke.naam("BUN-TEST-"), leerling).update();
    }

    @Test
    void start_rekentMetDeCatalogusEnBewaartDeUitleg() {
        UUID melding = UUID.randomUUID();
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", melding, MAANDAG);

        assertThat(termijn.laatsteDag()).isEqualTo("2026-03-09");
        assertThat(termijn.vervalmoment()).isEqualTo(moment("2026-03-10T00:00"));
        assertThat(termijn.waarschuwenOp()).as("three werkdagen before").isEqualTo("2026-03-04");
        assertThat(termijn.status()).isEqualTo(Termijnstatus.LOPEND);
        assertThat(termijn.meldingId()).isEqualTo(melding);
        assertThat(termijn.uitleg()).extracting(Uitlegregel::regel).contains("Eén week na 2-3-2026 is maandag 9-3-2026.");
        assertThat(termijnen.vanZaak(zaak)).containsExactly(termijn);
        assertThat(termijnen.lopend(zaak, "week", melding)).hasValue(termijn);
        assertThat(termijnen.lopend(zaak, "week", null)).isEmpty();
    }

    @Test
    void start_geeftEenLopendeTermijnOngewijzigdTerug() {
        Termijn eerste = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        assertThat(termijnen.start(zaak, "bunnik", "week", null, MAANDAG.plusDays(3))).isEqualTo(eerste);
        assertThat(termijnen.start(zaak, "bunnik", "week", UUID.randomUUID(), MAANDAG)).isNotEqualTo(eerste);
        assertThat(termijnen.vanZaak(zaak)).hasSize(2);
    }

    @Test
    void start_naHetEindeBegintEenNieuwe() {
        termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        termijnen.beeindig(zaak, "week", null, false);
        termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        assertThat(termijnen.vanZaak(zaak)).extracting(Termijn::status).containsExactlyInAnyOrder(Termijnstatus.GEHAALD, Termijnstatus.LOPEND);
    }

    @Test
    void start_tegelijkGeeftEenTermijn() throws Exception {
        ExecutorService draden = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Termijn>> opdrachten = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                opdrachten.add(() -> termijnen.start(zaak, "bunnik", "week", null, MAANDAG));
            }
            List<UUID> ids = new ArrayList<>();
            for (Future<Termijn> uitkomst : draden.invokeAll(opdrachten)) {
                ids.add(uitkomst.get().id());
            }
            assertThat(ids).containsOnly(ids.get(0));
        } finally {
            draden.shutdown();
        }
        assertThat(termijnen.vanZaak(zaak)).hasSize(1);
    }

    @Test
    void startTot_neemtDeAfgesprokenDatum() {
        Termijn termijn = termijnen.startTot(zaak, "bunnik", "afspraak", null, MAANDAG, LocalDate.of(2026, 3, 28));
        assertThat(termijn.vervalmoment()).as("the change to summer time").isEqualTo(moment("2026-03-29T00:00"));
        assertThat(termijn.uitleg()).hasSize(1);
        assertThatThrownBy(() -> termijnen.startTot(zaak, "bunnik", "afspraak", UUID.randomUUID(), MAANDAG, MAANDAG.minusDays(1)))
                .isInstanceOf(OngeldigeInvoer.class);
    }

    @Test
    void onverwijld_vervaltNaDeVolgendeWerkdagZonderWaarschuwing() {
        Termijn termijn = termijnen.start(zaak, "bunnik", "onverwijld", null, LocalDate.of(2026, 3, 6));
        assertThat(termijn.laatsteDag()).isEqualTo("2026-03-09");
        assertThat(termijn.waarschuwenOp()).isNull();
    }

    @Test
    void beeindig_opTijdIsGehaald() {
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        klok.zet(LocalDateTime.of(2026, 3, 9, 23, 59, 59));
        termijnen.beeindig(zaak, "week", null, false);
        assertThat(na(termijn).status()).isEqualTo(Termijnstatus.GEHAALD);
        assertThat(na(termijn).beeindigdOp()).isEqualTo(klok.instant());
    }

    @Test
    void beeindig_opHetVervalmomentIsOverschreden() {
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        klok.zet(LocalDateTime.of(2026, 3, 10, 0, 0));
        termijnen.beeindig(zaak, "week", null, false);
        assertThat(na(termijn).status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
        assertThat(na(termijn).beeindigdOp()).isEqualTo(termijn.vervalmoment());
    }

    @Test
    void beeindig_geannuleerdIsVervallenMaarTeLaatBlijftOverschreden() {
        Termijn opTijd = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        termijnen.beeindig(zaak, "week", null, true);
        assertThat(na(opTijd).status()).isEqualTo(Termijnstatus.VERVALLEN);

        Termijn teLaat = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        klok.zet(LocalDateTime.of(2026, 3, 20, 12, 0));
        termijnen.beeindig(zaak, "week", null, true);
        assertThat(na(teLaat).status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
    }

    @Test
    void beeindig_zonderLopendeTermijnDoetNiets() {
        termijnen.beeindig(zaak, "week", null, false);
        assertThat(termijnen.vanZaak(zaak)).isEmpty();
    }

    @Test
    void verstreken_zetOverschredenEnGebeurtMaarEenKeer() {
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        klok.zet(LocalDateTime.of(2026, 3, 12, 8, 0));
        assertThat(termijnen.verstreken(zaak, "week", null)).isTrue();
        assertThat(termijnen.verstreken(zaak, "week", null)).isFalse();
        termijnen.beeindig(zaak, "week", null, false);
        assertThat(na(termijn).status()).isEqualTo(Termijnstatus.OVERSCHREDEN);
        assertThat(na(termijn).beeindigdOp()).isEqualTo(termijn.vervalmoment());
    }

    @Test
    void mijlpaal_bereiktIsGehaald() {
        Termijn termijn = termijnen.startTot(zaak, "bunnik", "afspraak", null, MAANDAG, MAANDAG.plusWeeks(2));
        klok.zet(MAANDAG.plusWeeks(3).atTime(8, 0));
        assertThat(termijnen.verstreken(zaak, "afspraak", null)).isTrue();
        assertThat(na(termijn).status()).isEqualTo(Termijnstatus.GEHAALD);
        assertThat(na(termijn).beeindigdOp()).isEqualTo(termijn.vervalmoment());
    }

    @Test
    void bereken_weigertEenTermijnZonderLengte() {
        assertThat(termijnen.bereken("bunnik", "week", MAANDAG).laatsteDag()).isEqualTo("2026-03-09");
        assertThat(termijnen.bereken("bunnik", "schooldagen", LocalDate.of(2026, 2, 13)).laatsteDag()).as("region midden").isEqualTo("2026-02-27");
        assertThatThrownBy(() -> termijnen.bereken("bunnik", "afspraak", MAANDAG)).isInstanceOf(OngeldigeInvoer.class);
        assertThatThrownBy(() -> termijnen.bereken("bunnik", "niets", MAANDAG)).isInstanceOf(OnbekendeTermijn.class);
    }

    @Test
    void dagronde_waarschuwtEenKeerOpDeWaarschuwingsdag() {
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        dagronde.draai(LocalDate.of(2026, 3, 3));
        assertThat(hulp.genaderd).isEmpty();
        dagronde.draai(LocalDate.of(2026, 3, 4));
        dagronde.draai(LocalDate.of(2026, 3, 4));
        dagronde.draai(LocalDate.of(2026, 3, 5));
        assertThat(hulp.genaderd).extracting(n -> n.termijn().id()).containsExactly(termijn.id());
        assertThat(na(termijn).gewaarschuwdOp()).isEqualTo(klok.instant());
        assertThat(dagronde.laatsteDag()).isEqualTo("2026-03-05");
    }

    @Test
    void dagronde_doetEenDagNietTweeKeer() {
        dagronde.draai(LocalDate.of(2026, 3, 4));
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", null, MAANDAG.minusDays(3));
        dagronde.draai(LocalDate.of(2026, 3, 4));
        dagronde.draai(LocalDate.of(2026, 3, 3));
        assertThat(na(termijn).gewaarschuwdOp()).isNull();
        assertThat(dagronde.laatsteDag()).isEqualTo("2026-03-04");
    }

    @Test
    void dagronde_waarschuwtNietVoorBeeindigdeOfVerlopenTermijnen() {
        termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        termijnen.beeindig(zaak, "week", null, false);
        termijnen.start(zaak, "bunnik", "week", UUID.randomUUID(), MAANDAG.minusDays(20));
        dagronde.draai(LocalDate.of(2026, 3, 4));
        assertThat(hulp.genaderd).isEmpty();
    }

    @Test
    void planning_haaltEenGemisteOchtendInEnWachtTotZevenUur() {
        Termijn termijn = termijnen.start(zaak, "bunnik", "week", null, MAANDAG);
        assertThat(dagronde.laatsteDag()).isNull();
        dagplanning.kijk();
        assertThat(dagronde.laatsteDag()).isEqualTo(MAANDAG);

        klok.zet(LocalDateTime.of(2026, 3, 6, 6, 59));
        dagplanning.kijk();
        assertThat(dagronde.laatsteDag()).as("Friday is not due yet, the days before are caught up").isEqualTo("2026-03-05");
        assertThat(hulp.genaderd).extracting(n -> n.termijn().id()).containsExactly(termijn.id());

        klok.zet(LocalDateTime.of(2026, 3, 6, 7, 0));
        dagplanning.kijk();
        assertThat(dagronde.laatsteDag()).isEqualTo("2026-03-06");
        assertThat(hulp.genaderd).hasSize(1);
    }

    private Termijn na(Termijn termijn) {
        return termijnen.vanZaak(zaak).stream().filter(t -> t.id().equals(termijn.id())).findFirst().orElseThrow();
    }

    private static Instant moment(String lokaal) {
        return LocalDateTime.parse(lokaal).atZone(ZoneId.of("Europe/Amsterdam")).toInstant();
    }

    /** A catalogue of a few rows, so that these tests do not change with the real one. */
    static class Hulp {

        private final List<TermijnNadert> genaderd = new ArrayList<>();

        @Bean
        Termijncatalogus catalogus() {
            return new Termijncatalogus() {
                @Override
                public Termijndefinitie zoek(String code, String gemeente) {
                    return switch (code) {
                        case "week" -> definitie(code, gemeente, 1, Eenheid.WEKEN, 3, false);
                        case "onverwijld" -> definitie(code, gemeente, 0, Eenheid.ONVERWIJLD, 0, false);
                        case "schooldagen" -> definitie(code, gemeente, 5, Eenheid.SCHOOLDAGEN, 1, false);
                        case "afspraak" -> definitie(code, gemeente, 0, null, 3, true);
                        default -> throw new OnbekendeTermijn(code, gemeente);
                    };
                }

                @Override
                public List<String> codes() {
                    return List.of("week", "onverwijld", "schooldagen", "afspraak");
                }
            };
        }

        @Bean
        Zaakschool school() {
            return zaakId -> java.util.Optional.empty();
        }

        @Bean
        Zaakvergrendeling zaken() {
            return zaakId -> { };
        }

        @EventListener
        void nadert(TermijnNadert gebeurtenis) {
            genaderd.add(gebeurtenis);
        }

        private static Termijndefinitie definitie(String code, String gemeente, int aantal, Eenheid eenheid, int waarschuwing, boolean mijlpaal) {
            return new Termijndefinitie(code, gemeente, "Voorbeeld", aantal, eenheid, false, Richting.VOORUIT, Termijnsoort.ORDE,
                    "leerplichtambtenaar", "Voorbeeldinstructie, artikel 1", false, waarschuwing, mijlpaal);
        }
    }
}
