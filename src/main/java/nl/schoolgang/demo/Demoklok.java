package nl.schoolgang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.schoolgang.bericht.Verzending;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Tijdsprong;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.termijn.Dagronde;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo: starts at Monday 2026-03-02 09:00 (Europe/Amsterdam), ticks, is kept over restarts, and can be
 * moved forward only.
 */
@Component
@Profile("demo")
class Demoklok implements DisposableBean {

    static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
    private static final String SLEUTEL = "demo.klok.verschuiving";
    private static final LocalTime DAGRONDE = LocalTime.of(7, 0);
    private static final int HOOGSTENS_JAREN = 5;

    private final JdbcClient jdbc;
    private final EngineKlok klok;
    private final Tijdsprong tijdsprong;
    private final Dagronde dagronde;
    private final Verzending verzending;
    private final ExecutorService uitvoering = Executors.newSingleThreadExecutor(r -> new Thread(r, "demoklok"));

    Demoklok(JdbcClient jdbc, EngineKlok klok, Tijdsprong tijdsprong, Dagronde dagronde, Verzending verzending) {
        this.jdbc = jdbc;
        this.klok = klok;
        this.tijdsprong = tijdsprong;
        this.dagronde = dagronde;
        this.verzending = verzending;
        herstel();
    }

    /** @param nu local time in Europe/Amsterdam, to the second */
    record Stand(LocalDateTime nu, int uitgevoerd, int mislukt) {
    }

    Stand stand() {
        return new Stand(nu(), 0, 0);
    }

    /**
     * Moves the clock forward; answers when everything that fell due on the way is done.
     *
     * @param nieuw local time in Europe/Amsterdam
     * @throws Conflict        when it lies before the present moment
     * @throws OngeldigeInvoer when it lies more than five years ahead
     */
    Stand verzet(LocalDateTime nieuw) {
        try {
            return CompletableFuture.supplyAsync(() -> spring(nieuw), uitvoering).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException oorzaak) {
                throw oorzaak;
            }
            throw e;
        }
    }

    private Stand spring(LocalDateTime nieuw) {
        LocalDateTime nu = LocalDateTime.ofInstant(klok.nu(), Tijdzone.AMSTERDAM);
        if (nieuw.isBefore(nu.withNano(0))) {
            throw new Conflict("De klok kan niet terug: het is nu " + nu.withNano(0));
        }
        if (nieuw.isAfter(nu.plusYears(HOOGSTENS_JAREN))) {
            throw new OngeldigeInvoer("nu", "Zet de klok hoogstens " + HOOGSTENS_JAREN + " jaar vooruit");
        }
        Tijdsprong.Verslag verslag = tijdsprong.naar(nieuw.atZone(Tijdzone.AMSTERDAM).toInstant(), new Dagelijks());
        bewaar();
        verzending.verzendAlles();
        return new Stand(nu(), verslag.uitgevoerd(), verslag.mislukt());
    }

    private LocalDateTime nu() {
        return LocalDateTime.ofInstant(klok.nu(), Tijdzone.AMSTERDAM).withNano(0);
    }

    private void herstel() {
        long verschuiving = jdbc.sql("select waarde from instelling where sleutel = ?").param(SLEUTEL)
                .query(Long.class).optional()
                .orElseGet(() -> BEGIN.atZone(Tijdzone.AMSTERDAM).toInstant().toEpochMilli() - System.currentTimeMillis());
        klok.zet(Instant.ofEpochMilli(System.currentTimeMillis() + verschuiving));
        bewaar();
    }

    private void bewaar() {
        long verschuiving = klok.nu().toEpochMilli() - System.currentTimeMillis();
        jdbc.sql("insert into instelling (sleutel, waarde) values (?, ?) on conflict (sleutel) do update set waarde = excluded.waarde")
                .params(SLEUTEL, Long.toString(verschuiving)).update();
    }

    @Override
    public void destroy() {
        uitvoering.shutdown();
    }

    /** The daily sweep at 07:00, run on each day that the clock passes. */
    private final class Dagelijks implements Tijdsprong.Bijkomend {

        @Override
        public Instant eerstvolgende(Instant na) {
            ZonedDateTime moment = na.atZone(Tijdzone.AMSTERDAM);
            LocalDate dag = moment.toLocalTime().isBefore(DAGRONDE) ? moment.toLocalDate() : moment.toLocalDate().plusDays(1);
            return dag.atTime(DAGRONDE).atZone(Tijdzone.AMSTERDAM).toInstant();
        }

        /** So that a demo that is killed on the way stands where its cases stand. */
        @Override
        public void bereikt(Instant moment) {
            bewaar();
        }

        @Override
        public void voerUit(Instant moment) {
            dagronde.draai(moment.atZone(Tijdzone.AMSTERDAM).toLocalDate());
        }
    }
}
