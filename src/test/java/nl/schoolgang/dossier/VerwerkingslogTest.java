package nl.schoolgang.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.schoolgang.Databanktest;
import nl.schoolgang.Testklok;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Databanktest
@Import({Verwerkingslog.class, Verwerkingsketen.class, Zegelaar.class, Gemeenten.class})
class VerwerkingslogTest {

    private static final int DRADEN = 8;
    private static final int REGELS = 40;

    @Autowired
    private Verwerkingslog log;
    @Autowired
    private Verwerkingsketen keten;
    @Autowired
    private Gemeenten gemeenten;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Testklok klok;
    @Autowired
    private PlatformTransactionManager transacties;

    private final UUID leerling = UUID.randomUUID();
    private String gemeente;

    @BeforeEach
    void eenEigenGemeente() {
        gemeente = Unieke.naam("log");
        gemeenten.bewaar(new Gemeente(gemeente, "Proefgemeente", "midden"));
    }

    @Test
    void eenBlikBinnenEenKwartierIsEenRegelEnDaarnaEenNieuwe() {
        Verwerking blik = Verwerking.raadplegen(gemeente, leerling, null, "iemand", "dossier bekijken");
        log.noteer(blik);
        klok.vooruit(Duration.ofMinutes(14));
        log.noteer(blik);
        assertThat(regels()).isEqualTo(1);
        log.noteer(Verwerking.raadplegen(gemeente, leerling, null, "een ander", "dossier bekijken"));
        log.noteer(Verwerking.raadplegen(gemeente, leerling, UUID.randomUUID(), "iemand", "dossier bekijken"));
        log.noteer(Verwerking.raadplegen(gemeente, UUID.randomUUID(), null, "iemand", "dossier bekijken"));
        log.noteer(blik.alsGeweigerd());
        log.noteer(blik.alsGeweigerd());
        assertThat(regels()).isEqualTo(6);
        klok.vooruit(Duration.ofMinutes(2));
        log.noteer(blik);
        assertThat(regels()).isEqualTo(7);
    }

    @Test
    void eenVerstrekkingStaatErElkeKeerMetDoelGrondslagEnOntvanger() {
        Verwerking verstrekking = Verwerking.verstrekken(gemeente, leerling, null, null, "terugmelden", "LPW 21a", "DUO");
        log.noteer(verstrekking);
        log.noteer(verstrekking);
        assertThat(jdbc.sql("select concat_ws('|', actie, doel, grondslag, ontvanger) from verwerkingslog where gemeente = ?").param(gemeente)
                .query(String.class).list()).containsExactly("verstrekken|terugmelden|LPW 21a|DUO", "verstrekken|terugmelden|LPW 21a|DUO");
    }

    @Test
    void watNietDoorgingStaatErNiet() {
        new TransactionTemplate(transacties).executeWithoutResult(status -> {
            log.noteer(wijziging());
            status.setRollbackOnly();
        });
        assertThat(regels()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update verwerkingslog set doel = 'x'", "delete from verwerkingslog", "truncate verwerkingslog cascade",
        "update verwerkingslog_zegel set zegel = 'x'", "delete from verwerkingslog_zegel", "truncate verwerkingslog_zegel",
        "delete from verwerkingslog_controle"})
    void deDatabankWeigertWijzigenEnVerwijderen(String opdracht) {
        log.noteer(wijziging());
        keten.controleer(gemeente);
        assertThatThrownBy(() -> jdbc.sql(opdracht).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("only grows");
        assertThat(regels()).isEqualTo(1);
    }

    @Test
    void deKetenIsHeelEnWordtPerGemeenteGemaakt() {
        String ander = Unieke.naam("log");
        gemeenten.bewaar(new Gemeente(ander, "Proefgemeente", "midden"));
        log.noteer(wijziging());
        log.noteer(Verwerking.wijzigen(ander, leerling, null, "iemand", "wijzigen"));
        log.noteer(wijziging());
        Ketencontrole uitslag = keten.controleer(gemeente);
        assertThat(uitslag.heel()).isTrue();
        assertThat(uitslag.aantal()).isEqualTo(2);
        assertThat(uitslag.wacht()).isZero();
        assertThat(keten.laatste(gemeente)).get().satisfies(l -> {
            assertThat(l.kop()).isEqualTo(uitslag.kop());
            assertThat(l.aantal()).isEqualTo(2);
        });
        assertThat(keten.controleer(ander).aantal()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update verwerkingslog set wie = 'ander' where id = :derde",
        "update verwerkingslog set leerling_id = null where id = :derde",
        "update verwerkingslog_zegel set zegel = 'x' where verwerking_id = :derde",
        "delete from verwerkingslog_zegel where verwerking_id = :derde",
        "with z as (delete from verwerkingslog_zegel where verwerking_id = :laatste) delete from verwerkingslog where id = :laatste"})
    void wieDeTriggersOmzeiltValtDoorDeMand(String ingreep) {
        for (int i = 0; i < 5; i++) {
            log.noteer(wijziging());
        }
        assertThat(keten.controleer(gemeente).heel()).isTrue();
        List<Long> ids = jdbc.sql("select id from verwerkingslog where gemeente = ? order by id").param(gemeente).query(Long.class).list();

        zonderTriggers(() -> {
            boolean derde = ingreep.contains(":derde");
            jdbc.sql(ingreep).param(derde ? "derde" : "laatste", ids.get(derde ? 2 : 4)).update();
        });

        assertThat(keten.controleer(gemeente).breuken()).isNotEmpty();
    }

    @Test
    void eenRegelDieBuitenDeWachtrijOmIsIngevoegdValtOp() {
        zonderTriggers(() -> log.noteer(wijziging()));
        assertThat(keten.controleer(gemeente).breuken()).containsExactly("1 regels staan buiten de keten.");
    }

    /** The proof that nobody waits: a line is written and committed while another transaction of the municipality holds its own open. */
    @Test
    void wieSchrijftHoudtNiemandOp() throws Exception {
        CountDownLatch geschreven = new CountDownLatch(1);
        CountDownLatch door = new CountDownLatch(1);
        try (Ploeg ploeg = new Ploeg(2)) {
            Future<?> traag = ploeg.doe(() -> new TransactionTemplate(transacties).executeWithoutResult(status -> {
                log.noteer(wijziging());
                geschreven.countDown();
                wacht(door);
            }));
            wacht(geschreven);
            ploeg.doe(() -> log.noteer(wijziging())).get(20, TimeUnit.SECONDS);
            assertThat(keten.verzegel()).isPositive();
            assertThat(regels()).isEqualTo(1);
            door.countDown();
            traag.get(20, TimeUnit.SECONDS);
        }
        Ketencontrole uitslag = keten.controleer(gemeente);
        assertThat(uitslag.heel()).isTrue();
        assertThat(uitslag.aantal()).isEqualTo(2);
    }

    @Test
    void velenTegelijkMetTweeZegelaarsGeeftEenHeleKeten() throws Exception {
        List<Future<?>> werk = new ArrayList<>();
        try (Ploeg ploeg = new Ploeg(DRADEN + 2)) {
            for (int draad = 0; draad < DRADEN; draad++) {
                werk.add(ploeg.doe(() -> {
                    for (int i = 0; i < REGELS; i++) {
                        log.noteer(wijziging());
                    }
                }));
            }
            for (int i = 0; i < 2; i++) {
                werk.add(ploeg.doe(() -> {
                    for (int keer = 0; keer < 10; keer++) {
                        keten.verzegel();
                    }
                }));
            }
            for (Future<?> stuk : werk) {
                stuk.get(60, TimeUnit.SECONDS);
            }
        }
        Ketencontrole uitslag = keten.controleer(gemeente);
        assertThat(uitslag.breuken()).isEmpty();
        assertThat(uitslag.aantal()).isEqualTo(DRADEN * REGELS);
    }

    /** As the owner of the database can. */
    private void zonderTriggers(Runnable ingreep) {
        new TransactionTemplate(transacties).executeWithoutResult(status -> {
            schakel("disable");
            ingreep.run();
            schakel("enable");
        });
    }

    private void schakel(String stand) {
        List.of("verwerkingslog", "verwerkingslog_zegel").forEach(t -> jdbc.sql("alter table " + t + " " + stand + " trigger user").update());
    }

    private Verwerking wijziging() {
        return Verwerking.wijzigen(gemeente, leerling, null, "iemand", "wijzigen");
    }

    private long regels() {
        return jdbc.sql("select count(*) from verwerkingslog where gemeente = ?").param(gemeente).query(Long.class).single();
    }

    private static void wacht(CountDownLatch teken) {
        try {
            assertThat(teken.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Ploeg(ExecutorService draden) implements AutoCloseable {

        Ploeg(int aantal) {
            this(Executors.newFixedThreadPool(aantal));
        }

        Future<?> doe(Runnable werk) {
            return draden.submit(werk);
        }

        @Override
        public void close() {
            draden.shutdownNow();
        }
    }
}
