package nl.schoolgang.bewaking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schoolgang.bewaking.Zichtvlak.Vak;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.werkvoorraad.Werkvoorraad;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How busy each officer is: the tasks that he or she has claimed, and those that nobody has. */
@Component
class Werkdruk {

    private final JdbcClient jdbc;
    private final Medewerkers medewerkers;
    private final Werkvoorraad werkvoorraad;
    private final Clock klok;

    Werkdruk(JdbcClient jdbc, Medewerkers medewerkers, Werkvoorraad werkvoorraad, Clock klok) {
        this.jdbc = jdbc;
        this.medewerkers = medewerkers;
        this.werkvoorraad = werkvoorraad;
        this.klok = klok;
    }

    /**
     * The load of one officer in one municipality.
     *
     * @param behandelaar user name; null for tasks that nobody has claimed
     * @param naam        the name for people; null when {@code behandelaar} is
     * @param open        all open tasks, those of the next two included
     * @param teLaat      last day before today
     * @param nadert      last day at most three werkdagen away
     */
    record Regel(String gemeente, String behandelaar, String naam, long open, long teLaat, long nadert) {
    }

    /** Who has most that is too late first; who has nothing is there too, since he or she could take over. */
    List<Regel> van(Collection<Vak> vakken) {
        if (vakken.isEmpty()) {
            return List.of();
        }
        Map<String, Medewerker> mensen = new HashMap<>();
        medewerkers.alle().forEach(m -> mensen.put(m.gebruikersnaam(), m));
        List<Regel> regels = new ArrayList<>(jdbc.sql("""
                select gemeente, behandelaar, count(*) as open, count(*) filter (where laatste_dag < :vandaag) as te_laat,
                    count(*) filter (where laatste_dag between :vandaag and :straks) as nadert
                from werkvoorraad_taak where (gemeente, procedure) in (:vakken) group by gemeente, behandelaar""")
                .param("vakken", Zichtvlak.rijen(vakken)).param("vandaag", LocalDate.now(klok)).param("straks", werkvoorraad.straks())
                .query((rs, n) -> new Regel(rs.getString("gemeente"), rs.getString("behandelaar"), naam(mensen, rs.getString("behandelaar")),
                        rs.getLong("open"), rs.getLong("te_laat"), rs.getLong("nadert"))).list());
        vakken.stream().map(Vak::gemeente).distinct().forEach(g -> mensen.values().stream()
                .filter(m -> m.mag(Recht.TAAK_AFRONDEN, g) && regels.stream().noneMatch(r -> r.gemeente().equals(g) && m.gebruikersnaam().equals(r.behandelaar())))
                .toList().forEach(m -> regels.add(new Regel(g, m.gebruikersnaam(), m.naam(), 0, 0, 0))));
        regels.sort(Comparator.comparing(Regel::gemeente).thenComparing(r -> r.behandelaar() == null).thenComparing(r -> -r.teLaat())
                .thenComparing(r -> -r.nadert()).thenComparing(r -> -r.open()).thenComparing(r -> r.naam() == null ? "" : r.naam()));
        return regels;
    }

    /** The user name of somebody who is gone. */
    private static String naam(Map<String, Medewerker> mensen, String gebruikersnaam) {
        return gebruikersnaam == null ? null : mensen.containsKey(gebruikersnaam) ? mensen.get(gebruikersnaam).naam() : gebruikersnaam;
    }
}
