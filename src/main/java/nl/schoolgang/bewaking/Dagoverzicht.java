package nl.schoolgang.bewaking;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.termijn.Dagronde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily overview by e-mail, after the round of 07:00 has warned of terms. For each employee one message a day, whatever fails, is
 * started again or runs twice: it stands in the outbox under a key of employee and day. After days that were missed there is one, of the
 * last day. Who has nothing to do gets nothing.
 */
@Component
class Dagoverzicht {

    private static final Logger LOG = LoggerFactory.getLogger(Dagoverzicht.class);
    private static final String GEDAAN = "dagoverzicht.laatste-dag";

    private final Dagronde dagronde;
    private final Medewerkers medewerkers;
    private final Voorkeuren voorkeuren;
    private final Termijnlezer termijnen;
    private final Zichtvlak zicht;
    private final Dagoverzichttekst tekst;
    private final Berichten berichten;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactie;

    Dagoverzicht(Dagronde dagronde, Medewerkers medewerkers, Voorkeuren voorkeuren, Termijnlezer termijnen, Zichtvlak zicht,
            Dagoverzichttekst tekst, Berichten berichten, JdbcClient jdbc, PlatformTransactionManager transacties) {
        this.dagronde = dagronde;
        this.medewerkers = medewerkers;
        this.voorkeuren = voorkeuren;
        this.termijnen = termijnen;
        this.zicht = zicht;
        this.tekst = tekst;
        this.berichten = berichten;
        this.jdbc = jdbc;
        this.transactie = new TransactionTemplate(transacties);
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void kijk() {
        LocalDate dag = dagronde.laatsteDag();
        LocalDate gedaan = jdbc.sql("select waarde from instelling where sleutel = ?").param(GEDAAN).query(String.class).optional()
                .map(LocalDate::parse).orElse(LocalDate.EPOCH);
        if (dag != null && dag.isAfter(gedaan)) {
            maak(dag);
        }
    }

    /** Puts the overviews of this day ready. When one fails the others go, and the day is tried again. */
    void maak(LocalDate dag) {
        int gemaakt = 0;
        int mislukt = 0;
        for (Medewerker wie : medewerkers.alle()) {
            try {
                gemaakt += Boolean.TRUE.equals(transactie.execute(status -> maak(wie, dag))) ? 1 : 0;
            } catch (RuntimeException e) {
                mislukt++;
                LOG.error("An overview of {} could not be made; it will be tried again", dag, e);
            }
        }
        if (mislukt == 0) {
            jdbc.sql("""
                    insert into instelling (sleutel, waarde) values (?, ?) on conflict (sleutel) do update
                        set waarde = greatest(instelling.waarde, excluded.waarde)""").params(GEDAAN, dag.toString()).update();
        }
        LOG.info("Overviews of {}: {} put ready, {} failed", dag, gemaakt, mislukt);
    }

    private boolean maak(Medewerker wie, LocalDate dag) {
        if (wie.email() == null || wie.email().isBlank() || !wie.magErgens(Recht.SCHERMEN) || !voorkeuren.wilDagoverzicht(wie)) {
            return false;
        }
        List<BewaakteTermijn> gevonden = termijnen.voor(wie, zicht.van(wie, wie.gemeenten()), Stand.Lijst.AANDACHT, Dagoverzichttekst.MEESTE + 1);
        return !gevonden.isEmpty() && berichten.zetKlaarVoorMedewerker(wie.gemeenten().iterator().next(), "dagoverzicht",
                "dagoverzicht/" + dag + "/" + wie.gebruikersnaam(), wie.email(), tekst.onderwerp(gevonden), tekst.tekst(gevonden, dag, wie));
    }
}
