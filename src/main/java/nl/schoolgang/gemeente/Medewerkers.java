package nl.schoolgang.gemeente;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The employees with their roles; the only source of users, groups and tenants, for the engine too. */
@Service
public class Medewerkers {

    private static final String KOLOMMEN = "select m.gebruikersnaam, m.naam, m.email, r.gemeente, r.rol "
            + "from medewerker m left join medewerker_rol r on r.gebruikersnaam = m.gebruikersnaam where m.actief ";

    private final JdbcClient jdbc;

    Medewerkers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active employee with this user name; empty when there is none. */
    public Optional<Medewerker> metNaam(String gebruikersnaam) {
        return bouw(jdbc.sql(KOLOMMEN + "and m.gebruikersnaam = ?").param(gebruikersnaam).query().listOfRows()).stream().findFirst();
    }

    /** All active employees, by user name. */
    public List<Medewerker> alle() {
        return bouw(jdbc.sql(KOLOMMEN + "order by m.gebruikersnaam").query().listOfRows());
    }

    /** The active employees with a role in this municipality, by user name. */
    public List<Medewerker> inGemeente(String gemeente) {
        return alle().stream().filter(m -> m.rollen().containsKey(gemeente)).toList();
    }

    /** The hash of the employee's password; empty for an unknown or inactive employee, or one who logs in elsewhere. */
    public Optional<String> wachtwoordVan(String gebruikersnaam) {
        return jdbc.sql("select wachtwoord from medewerker where gebruikersnaam = ? and actief and wachtwoord is not null")
                .param(gebruikersnaam).query(String.class).optional();
    }

    /** Whether on this day a written authorisation to see police data (Wpg 6) is on record for the employee. */
    public boolean heeftWpgAutorisatie(String gebruikersnaam, String gemeente, LocalDate dag) {
        return jdbc.sql("""
                select exists (select 1 from wpg_autorisatie where gebruikersnaam = :gebruikersnaam and gemeente = :gemeente
                    and geldig_van <= :dag and (geldig_tot is null or geldig_tot >= :dag))""")
                .param("gebruikersnaam", gebruikersnaam).param("gemeente", gemeente).param("dag", dag)
                .query(Boolean.class).single();
    }

    /**
     * Adds or replaces an employee with all roles.
     *
     * @param wachtwoord hash with its algorithm as prefix, or null
     */
    @Transactional
    public void bewaar(Medewerker medewerker, String wachtwoord) {
        jdbc.sql("""
                insert into medewerker (gebruikersnaam, naam, email, wachtwoord) values (?, ?, ?, ?)
                on conflict (gebruikersnaam) do update
                    set naam = excluded.naam, email = excluded.email, wachtwoord = excluded.wachtwoord""")
                .params(medewerker.gebruikersnaam(), medewerker.naam(), medewerker.email(), wachtwoord).update();
        jdbc.sql("delete from medewerker_rol where gebruikersnaam = ?").param(medewerker.gebruikersnaam()).update();
        medewerker.rollen().forEach((gemeente, rollen) -> rollen.forEach(rol ->
                jdbc.sql("insert into medewerker_rol (gebruikersnaam, gemeente, rol) values (?, ?, ?)")
                        .params(medewerker.gebruikersnaam(), gemeente, rol.code()).update()));
    }

    /** Records a written authorisation (Wpg 6) without an end. */
    public void autoriseer(String gebruikersnaam, String gemeente, String onderwerp, String doel, String categorieen, LocalDate vanaf) {
        jdbc.sql("""
                insert into wpg_autorisatie (id, gebruikersnaam, gemeente, onderwerp, doel, categorieen, geldig_van)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), gebruikersnaam, gemeente, onderwerp, doel, categorieen, vanaf).update();
    }

    private static List<Medewerker> bouw(List<Map<String, Object>> rijen) {
        Map<String, Medewerker> gevonden = new LinkedHashMap<>();
        Map<String, Map<String, Set<Rol>>> rollen = new LinkedHashMap<>();
        for (Map<String, Object> rij : rijen) {
            String naam = (String) rij.get("gebruikersnaam");
            Map<String, Set<Rol>> eigen = rollen.computeIfAbsent(naam, n -> new LinkedHashMap<>());
            if (rij.get("gemeente") != null) {
                eigen.computeIfAbsent((String) rij.get("gemeente"), g -> new TreeSet<>()).add(Rol.vanCode((String) rij.get("rol")));
            }
            gevonden.put(naam, new Medewerker(naam, (String) rij.get("naam"), (String) rij.get("email"), Map.of()));
        }
        return gevonden.values().stream()
                .map(m -> new Medewerker(m.gebruikersnaam(), m.naam(), m.email(), rollen.get(m.gebruikersnaam()))).toList();
    }
}
