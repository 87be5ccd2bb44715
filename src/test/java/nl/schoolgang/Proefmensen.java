package nl.schoolgang;

import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import org.springframework.stereotype.Component;

/** Makes municipalities and employees for tests; every employee is a new one, with {@link #WACHTWOORD} as password. */
@Component
public class Proefmensen {

    public static final String WACHTWOORD = "proef-wachtwoord";
    public static final String NOORDOOSTPOLDER = "noordoostpolder";
    public static final String BUNNIK = "bunnik";

    private final Gemeenten gemeenten;
    private final Medewerkers medewerkers;

    Proefmensen(Gemeenten gemeenten, Medewerkers medewerkers) {
        this.gemeenten = gemeenten;
        this.medewerkers = medewerkers;
    }

    public Medewerker maak(Rol rol, String gemeente) {
        return maak(Map.of(gemeente, Set.of(rol)));
    }

    public Medewerker maak(Map<String, Set<Rol>> rollen) {
        gemeenten.bewaar(new Gemeente(NOORDOOSTPOLDER, "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente(BUNNIK, "Bunnik", "midden"));
        Medewerker nieuw = new Medewerker(Unieke.naam("proef-"), "Proef Persoon", null, rollen);
        medewerkers.bewaar(nieuw, "{noop}" + WACHTWOORD);
        return nieuw;
    }
}
