package nl.schoolgang.gemeente;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An employee (or an API client) with the roles it has in each municipality.
 *
 * @param gebruikersnaam unique; also the user id in the engine
 * @param naam           the name for people
 * @param email          null when not known
 * @param rollen         roles by municipality code; never null, no empty sets
 */
public record Medewerker(String gebruikersnaam, String naam, String email, Map<String, Set<Rol>> rollen) {

    public Medewerker {
        rollen = Map.copyOf(rollen);
    }

    /** Codes of the municipalities in which the employee has a role, in alphabetical order. */
    public Set<String> gemeenten() {
        return new TreeSet<>(rollen.keySet());
    }

    /** Whether the employee has this role in this municipality. */
    public boolean heeft(Rol rol, String gemeente) {
        return rollen.getOrDefault(gemeente, Set.of()).contains(rol);
    }

    /** Whether one of the employee's roles in this municipality has the right. */
    public boolean mag(Recht recht, String gemeente) {
        return rollen.getOrDefault(gemeente, Set.of()).stream().anyMatch(recht.rollen()::contains);
    }

    /** Whether the employee has the right in at least one municipality. */
    public boolean magErgens(Recht recht) {
        return rollen.keySet().stream().anyMatch(g -> mag(recht, g));
    }

    /** Codes of the municipalities in which the employee has the right, in alphabetical order. */
    public Set<String> gemeentenMet(Recht recht) {
        Set<String> met = new TreeSet<>(rollen.keySet());
        met.removeIf(g -> !mag(recht, g));
        return met;
    }
}
