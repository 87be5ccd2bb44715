package nl.schoolgang.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.schoolgang.normen.Norm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the processing log tamper-evident: one chain of seals a municipality, each seal over its line and the seal before it. Sealing is done
 * after lines were committed, by one node at a time per municipality and by nobody who works on a case, so that writing the log makes nobody
 * wait. A check walks the chain and tells what was changed, removed, slipped in or cut off.
 */
@Service
@Norm("BUN-T04.00-11")
public class Verwerkingsketen {

    private static final Logger LOG = LoggerFactory.getLogger(Verwerkingsketen.class);
    private static final int PORTIE = 1000;
    private static final int MEESTE_BREUKEN = 100;

    private final JdbcClient jdbc;
    private final Zegelaar zegelaar;
    private final Clock klok;
    private final TransactionTemplate transactie;
    private final TransactionTemplate momentopname;

    Verwerkingsketen(JdbcClient jdbc, Zegelaar zegelaar, Clock klok, PlatformTransactionManager transacties) {
        this.jdbc = jdbc;
        this.zegelaar = zegelaar;
        this.klok = klok;
        this.transactie = new TransactionTemplate(transacties);
        this.momentopname = new TransactionTemplate(transacties);
        this.momentopname.setReadOnly(true);
        this.momentopname.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Seals every committed line that awaits it; a municipality that another node is sealing is left to that node.
     *
     * @return how many lines were sealed
     */
    @Scheduled(initialDelayString = "${schoolgang.verwerkingslog.elke:PT10S}", fixedDelayString = "${schoolgang.verwerkingslog.elke:PT10S}")
    public int verzegel() {
        List<String> gemeenten = jdbc.sql("select distinct gemeente from verwerkingslog_wacht order by gemeente").query(String.class).list();
        return gemeenten.stream().mapToInt(this::verzegel).sum();
    }

    private int verzegel(String gemeente) {
        int totaal = 0;
        int portie = PORTIE;
        while (portie == PORTIE) {
            Integer gedaan = transactie.execute(status -> verzegelPortie(gemeente));
            portie = gedaan == null ? 0 : gedaan;
            totaal += portie;
        }
        return totaal;
    }

    private int verzegelPortie(String gemeente) {
        boolean vrij = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('verwerkingslog ' || ?, 0))").param(gemeente)
                .query(Boolean.class).single();
        if (!vrij) {
            return 0;
        }
        Optional<Schakel> laatste = jdbc.sql("""
                select volgnummer, zegel from verwerkingslog_zegel where gemeente = ? order by volgnummer desc limit 1""").param(gemeente)
                .query(Schakel.class).optional();
        Loper loper = new Loper(laatste.map(Schakel::volgnummer).orElse(0L), laatste.map(Schakel::zegel).orElse(null));
        List<Schakel> nieuw = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        jdbc.sql("select " + Zegelaar.SELECTIE + """
                 from verwerkingslog_wacht w join verwerkingslog v on v.id = w.verwerking_id
                where w.gemeente = ? order by w.verwerking_id limit\s""" + PORTIE).param(gemeente).query((rs, n) -> {
                    loper.stap(zegelaar.zegel(loper.vorige, rs));
                    ids.add(rs.getLong("id"));
                    return nieuw.add(new Schakel(loper.nummer, loper.vorige));
                }).list();
        for (int i = 0; i < nieuw.size(); i++) {
            jdbc.sql("insert into verwerkingslog_zegel (gemeente, volgnummer, verwerking_id, zegel, sleutel) values (?, ?, ?, ?, ?)")
                    .params(gemeente, nieuw.get(i).volgnummer(), ids.get(i), nieuw.get(i).zegel(), zegelaar.sleutel()).update();
        }
        if (!ids.isEmpty()) {
            jdbc.sql("delete from verwerkingslog_wacht where verwerking_id in (:ids)").param("ids", ids).update();
        }
        return ids.size();
    }

    /** Checks every municipality in the night, and writes the head of each chain to the application's log, outside the database. */
    @Scheduled(cron = "${schoolgang.verwerkingslog.controle:0 30 3 * * *}")
    public void controleerAlles() {
        jdbc.sql("select code from gemeente order by code").query(String.class).list().forEach(this::controleer);
    }

    /** Seals what waits, walks the whole chain of a municipality, records what was found and reports a break to the application's log. */
    public Ketencontrole controleer(String gemeente) {
        verzegel(gemeente);
        Ketencontrole uitslag = momentopname.execute(status -> loopNa(gemeente));
        jdbc.sql("insert into verwerkingslog_controle (gemeente, moment, aantal, kop, breuken) values (?, ?, ?, ?, ?)")
                .params(gemeente, Timestamp.from(uitslag.moment()), uitslag.aantal(), uitslag.kop(), uitslag.breuken().size()).update();
        if (uitslag.heel()) {
            LOG.info("Processing log of {}: {} lines, whole, head {}", gemeente, uitslag.aantal(), uitslag.kop());
        } else {
            LOG.error("Processing log of {} is not whole: {} breaks in {} lines, head {}", gemeente, uitslag.breuken().size(),
                    uitslag.aantal(), uitslag.kop());
        }
        return uitslag;
    }

    /** The latest recorded check of a municipality; empty when there was none. */
    public Optional<LaatsteControle> laatste(String gemeente) {
        return jdbc.sql("select moment, aantal, kop, breuken from verwerkingslog_controle where gemeente = ? order by id desc limit 1")
                .param(gemeente).query((rs, n) -> new LaatsteControle(rs.getTimestamp("moment").toInstant(), rs.getLong("aantal"),
                        rs.getString("kop"), rs.getInt("breuken"))).optional();
    }

    private Ketencontrole loopNa(String gemeente) {
        List<String> breuken = new ArrayList<>();
        Loper loper = new Loper(0, null);
        int gelezen = PORTIE;
        while (gelezen == PORTIE) {
            gelezen = jdbc.sql("select z.volgnummer, z.zegel, z.sleutel, " + Zegelaar.SELECTIE + """
                     from verwerkingslog_zegel z left join verwerkingslog v on v.id = z.verwerking_id
                    where z.gemeente = ? and z.volgnummer > ? order by z.volgnummer limit\s""" + PORTIE)
                    .params(gemeente, loper.nummer).query((rs, n) -> {
                        if (rs.getLong("volgnummer") != loper.nummer + 1) {
                            meld(breuken, "Tussen regel " + loper.nummer + " en " + rs.getLong("volgnummer") + " is iets verwijderd.");
                        }
                        loper.nummer = rs.getLong("volgnummer");
                        if (rs.getString("id") == null) {
                            meld(breuken, "Regel " + loper.nummer + " is verwijderd.");
                        } else if (!rs.getString("sleutel").equals(zegelaar.sleutel())) {
                            meld(breuken, "Regel " + loper.nummer + " is verzegeld met een andere sleutel en niet na te gaan.");
                        } else if (!rs.getString("zegel").equals(zegelaar.zegel(loper.vorige, rs))) {
                            meld(breuken, "Regel " + loper.nummer + " is gewijzigd, of de regel ervoor.");
                        }
                        loper.vorige = rs.getString("zegel");
                        return loper.aantal++;
                    }).list().size();
        }
        buitenDeKeten(gemeente, breuken);
        afgeknipt(gemeente, breuken);
        long wacht = jdbc.sql("select count(*) from verwerkingslog_wacht where gemeente = ?").param(gemeente).query(Long.class).single();
        return new Ketencontrole(gemeente, klok.instant(), loper.aantal, loper.vorige, wacht, List.copyOf(breuken));
    }

    private void buitenDeKeten(String gemeente, List<String> breuken) {
        long los = jdbc.sql("""
                select count(*) from verwerkingslog v where v.gemeente = ?
                    and not exists (select 1 from verwerkingslog_zegel z where z.verwerking_id = v.id)
                    and not exists (select 1 from verwerkingslog_wacht w where w.verwerking_id = v.id)""").param(gemeente)
                .query(Long.class).single();
        if (los > 0) {
            meld(breuken, los + " regels staan buiten de keten.");
        }
    }

    private void afgeknipt(String gemeente, List<String> breuken) {
        jdbc.sql("""
                select distinct c.aantal from verwerkingslog_controle c where c.gemeente = ? and c.kop is not null and c.breuken = 0
                    and not exists (select 1 from verwerkingslog_zegel z
                        where z.gemeente = c.gemeente and z.volgnummer = c.aantal and z.zegel = c.kop)
                order by c.aantal limit\s""" + MEESTE_BREUKEN).param(gemeente).query(Long.class).list()
                .forEach(aantal -> meld(breuken, "Een eerdere controle vond regel " + aantal + " anders, of die is afgeknipt."));
    }

    private static void meld(List<String> breuken, String breuk) {
        if (breuken.size() < MEESTE_BREUKEN) {
            breuken.add(breuk);
        }
    }

    /**
     * A check as it was recorded.
     *
     * @param kop     the last seal then; null for an empty chain
     * @param breuken how many breaks were found
     */
    public record LaatsteControle(Instant moment, long aantal, String kop, int breuken) {
    }

    private record Schakel(long volgnummer, String zegel) {
    }

    /** Where somebody who walks along the chain is. */
    private static final class Loper {
        private long nummer;
        private long aantal;
        private String vorige;

        Loper(long nummer, String vorige) {
            this.nummer = nummer;
            this.vorige = vorige;
        }

        void stap(String zegel) {
            nummer++;
            vorige = zegel;
        }
    }
}
