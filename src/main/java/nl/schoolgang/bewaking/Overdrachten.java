package nl.schoolgang.bewaking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.bewaking.Zichtvlak.Vak;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.engine.TaakVervangen;
import nl.schoolgang.engine.Taakbediening;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.Fout;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.werkvoorraad.Zaakzicht;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tasks of one officer to another: who is ill, on leave, gone or has too much. One batch is one transaction. What somebody else was
 * faster with stays as it is and is named; the rest goes.
 */
@Service
class Overdrachten {

    /** At most so many in one go. */
    static final int MEESTE = 200;
    private static final int KORTSTE_REDEN = 10;
    private static final int LANGSTE_REDEN = 500;

    private final JdbcClient jdbc;
    private final Zichtvlak vlak;
    private final Zaakzicht zicht;
    private final Medewerkers medewerkers;
    private final Leerlingen leerlingen;
    private final Zaken zaken;
    private final Taakbediening engine;
    private final Tijdlijn tijdlijn;
    private final Verwerkingslog log;
    private final Clock klok;
    private final TransactionTemplate transactie;

    Overdrachten(JdbcClient jdbc, Zichtvlak vlak, Zaakzicht zicht, Medewerkers medewerkers, Leerlingen leerlingen, Zaken zaken,
            Taakbediening engine, Tijdlijn tijdlijn, Verwerkingslog log, Clock klok, PlatformTransactionManager transacties) {
        this.jdbc = jdbc;
        this.vlak = vlak;
        this.zicht = zicht;
        this.medewerkers = medewerkers;
        this.leerlingen = leerlingen;
        this.zaken = zaken;
        this.engine = engine;
        this.tijdlijn = tijdlijn;
        this.log = log;
        this.klok = klok;
        this.transactie = new TransactionTemplate(transacties);
    }

    /**
     * What a batch did.
     *
     * @param gelukt   how many tasks were given
     * @param gebleven why each of the others was not, a sentence by task
     */
    record Uitslag(int gelukt, List<String> gebleven) {
    }

    /** The tasks that this officer has in this municipality, as far as the coordinator may see them, the most urgent first. */
    List<Verdeelbaar> taken(String gemeente, String van, Medewerker ik) {
        moetMogen(gemeente, ik);
        List<Vak> vakken = vlak.van(ik, Set.of(gemeente));
        return vakken.isEmpty() ? List.of() : jdbc.sql("""
                select taak_id, gemeente, zaak_id, zaaknummer, procedure, definitie, naam, rol, behandelaar, leerling_id, melding_id, laatste_dag
                from werkvoorraad_taak where (gemeente, procedure) in (:vakken) and behandelaar is not distinct from :van
                order by laatste_dag nulls last, gewicht, taak_id limit :hoogstens""")
                .param("vakken", Zichtvlak.rijen(vakken)).param("van", van).param("hoogstens", MEESTE).query(Verdeelbaar.class).list();
    }

    /** Who could do work in this municipality, without the one who has it now. */
    List<Medewerker> collegas(String gemeente, String van) {
        return medewerkers.inGemeente(gemeente).stream().filter(m -> m.mag(Recht.TAAK_AFRONDEN, gemeente))
                .filter(m -> !m.gebruikersnaam().equals(van)).sorted(Comparator.comparing(Medewerker::naam)).toList();
    }

    /**
     * Gives these tasks to a colleague.
     *
     * @param van    user name of who has them; null: nobody has claimed them
     * @param velden {@code naar} (user name) and {@code reden}
     * @throws GeenRecht       when the employee may not divide the work of this municipality
     * @throws OngeldigeInvoer with every fault, by field: {@code taken}, {@code naar}, {@code reden}
     * @throws Conflict        when the cases keep changing meanwhile
     */
    Uitslag draagOver(String gemeente, String van, Collection<String> taakIds, Map<String, String> velden, Medewerker ik) {
        moetMogen(gemeente, ik);
        List<Fout> fouten = new ArrayList<>();
        if (taakIds.isEmpty() || taakIds.size() > MEESTE) {
            fouten.add(new Fout("taken", taakIds.isEmpty() ? "Kies ten minste één taak." : "Kies hoogstens " + MEESTE + " taken tegelijk."));
        }
        Optional<Medewerker> naar = collegas(gemeente, van).stream().filter(m -> m.gebruikersnaam().equals(velden.get("naar"))).findFirst();
        if (naar.isEmpty()) {
            fouten.add(new Fout("naar", "Kies de collega die de taken krijgt."));
        }
        String reden = Objects.toString(velden.get("reden"), "").replace("\r\n", "\n").replace("\0", "").strip();
        if (reden.length() < KORTSTE_REDEN || reden.length() > LANGSTE_REDEN) {
            fouten.add(new Fout("reden", "Schrijf op waarom u de taken overdraagt, in " + KORTSTE_REDEN + " tot " + LANGSTE_REDEN + " tekens."));
        }
        if (!fouten.isEmpty()) {
            throw new OngeldigeInvoer(fouten);
        }
        List<String> ids = taakIds.stream().filter(id -> id.indexOf('\0') < 0).distinct().toList();
        return Taken.herhaal(transactie, () -> inTransactie(gemeente, van, naar.get(), reden, ids, ik));
    }

    /** What was given to this employee since then, as far as it is still to be done, the newest first. */
    List<Overdracht> aan(Medewerker ik, Instant sinds) {
        Map<UUID, Overdracht> gevonden = new LinkedHashMap<>();
        jdbc.sql("""
                select o.id, o.moment, o.van, o.reden, o.door, t.taak_id, t.naam, w.zaaknummer, w.gemeente, w.procedure from overdracht o
                join overdracht_taak t on t.overdracht_id = o.id join werkvoorraad_taak w on w.taak_id = t.taak_id and w.behandelaar = o.naar
                where o.naar = ? and o.moment >= ? order by o.moment desc, o.id, w.laatste_dag nulls last, t.taak_id""")
                .params(ik.gebruikersnaam(), Timestamp.from(sinds)).query(rs -> {
                    if (zicht.blik(ik).test(rs.getString("gemeente"), rs.getString("procedure"))) {
                        Overdracht tot = gevonden.getOrDefault(rs.getObject("id", UUID.class), new Overdracht(rs.getTimestamp("moment").toInstant(),
                                rs.getString("van"), rs.getString("reden"), rs.getString("door"), List.of()));
                        List<Overdracht.Taak> taken = new ArrayList<>(tot.taken());
                        taken.add(new Overdracht.Taak(rs.getString("taak_id"), rs.getString("naam"), rs.getString("zaaknummer")));
                        gevonden.put(rs.getObject("id", UUID.class), new Overdracht(tot.moment(), tot.van(), tot.reden(), tot.door(), taken));
                    }
                });
        return List.copyOf(gevonden.values());
    }

    /** A task that goes on in another case is still the task that was given. */
    @EventListener
    void vervangen(TaakVervangen taak) {
        jdbc.sql("update overdracht_taak set taak_id = ? where taak_id = ?").params(taak.nieuweTaakId(), taak.oudeTaakId()).update();
    }

    private Uitslag inTransactie(String gemeente, String van, Medewerker naar, String reden, List<String> ids, Medewerker ik) {
        List<Verdeelbaar> bedoeld = zoek(gemeente, ids, false);
        // Pupils, cases, tasks, each in one order: the same as whoever else works on them, so that neither waits for the other for ever.
        sorteer(bedoeld.stream().map(Verdeelbaar::leerlingId).toList()).forEach(leerlingen::vergrendel);
        sorteer(bedoeld.stream().map(Verdeelbaar::zaakId).toList()).forEach(zaken::vergrendel);
        Map<String, Verdeelbaar> taken = new HashMap<>();
        zoek(gemeente, ids, true).forEach(t -> taken.put(t.taakId(), t));
        List<Verdeelbaar> gegeven = new ArrayList<>();
        List<String> gebleven = new ArrayList<>();
        for (String id : ids) {
            Verdeelbaar taak = taken.get(id);
            if (taak == null || !zicht.blik(ik).test(gemeente, taak.procedure())) {
                gebleven.add("Een taak is intussen afgerond of vervallen.");
            } else if (!zicht.blik(naar).test(gemeente, taak.procedure())) {
                gebleven.add(zin(taak, "hoort bij een zaak die deze collega niet mag zien"));
            } else {
                engine.draagOver(id, van, naar, ik).ifPresentOrElse(waarom -> gebleven.add(zin(taak, waarom)), () -> gegeven.add(taak));
            }
        }
        legVast(gemeente, van, naar, reden, gegeven, ik);
        return new Uitslag(gegeven.size(), gebleven);
    }

    private void legVast(String gemeente, String van, Medewerker naar, String reden, List<Verdeelbaar> gegeven, Medewerker ik) {
        if (gegeven.isEmpty()) {
            return;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into overdracht (id, gemeente, van, naar, reden, door, moment) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, gemeente, van, naar.gebruikersnaam(), reden, ik.gebruikersnaam(), Timestamp.from(klok.instant())).update();
        String wie = van == null ? "" : " van " + medewerkers.metNaam(van).map(Medewerker::naam).orElse(van);
        for (Verdeelbaar taak : gegeven) {
            jdbc.sql("insert into overdracht_taak (overdracht_id, taak_id, zaak_id, naam) values (?, ?, ?, ?)")
                    .params(id, taak.taakId(), taak.zaakId(), taak.naam()).update();
            tijdlijn.noteer(taak.zaakId(), "taak-overgedragen", "Taak overgedragen" + wie + " aan " + naar.naam() + ": " + taak.naam() + ". Reden: "
                    + reden, ik.gebruikersnaam(), taak.meldingId());
            log.noteer(Verwerking.wijzigen(gemeente, taak.leerlingId(), taak.zaakId(), ik.gebruikersnaam(), "taak overdragen")
                    .over("taak " + taak.definitie()));
        }
        gegeven.stream().map(Verdeelbaar::zaakId).distinct().map(zaken::metId).filter(z -> van != null && van.equals(z.behandelaar()))
                .map(Zaak::id).forEach(z -> zaken.wijsToe(z, naar.gebruikersnaam()));
    }

    private List<Verdeelbaar> zoek(String gemeente, List<String> ids, boolean vasthouden) {
        return ids.isEmpty() ? List.of() : jdbc.sql("""
                select taak_id, gemeente, zaak_id, zaaknummer, procedure, definitie, naam, rol, behandelaar, leerling_id, melding_id, laatste_dag
                from werkvoorraad_taak where gemeente = :gemeente and taak_id in (:ids) order by taak_id\s""" + (vasthouden ? "for update" : ""))
                .param("gemeente", gemeente).param("ids", ids).query(Verdeelbaar.class).list();
    }

    private static String zin(Verdeelbaar taak, String waarom) {
        return taak.zaaknummer() + ", " + taak.naam() + ": " + waarom + ".";
    }

    private static List<UUID> sorteer(List<UUID> ids) {
        return ids.stream().distinct().sorted(Comparator.comparing(UUID::toString)).toList();
    }

    private static void moetMogen(String gemeente, Medewerker ik) {
        if (!ik.mag(Recht.WERK_VERDELEN, gemeente)) {
            throw new GeenRecht("U mag het werk van deze gemeente niet verdelen.");
        }
    }
}
