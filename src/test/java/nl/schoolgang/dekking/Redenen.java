package nl.schoolgang.dekking;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.schoolgang.normen.Normregister;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Why nothing in the product carries some norms: {@code docs/normenkader/redenen.yaml}. */
final class Redenen {

    /** What a reason can be, with what that means for people. */
    static final Map<String, String> SOORTEN = new LinkedHashMap<>();

    static {
        SOORTEN.put("definitie", "zegt wat een woord betekent");
        SOORTEN.put("houding", "een manier van werken die geen stap, veld of regel kan zijn");
        SOORTEN.put("overleg", "een afspraak tussen organisaties, buiten een zaak om");
        SOORTEN.put("school", "de school of de directeur doet dit, buiten Schoolgang");
        SOORTEN.put("gemeente", "een keus of inrichting van de gemeente zelf");
        SOORTEN.put("wet", "geeft of herhaalt een recht; er volgt geen handeling uit");
        SOORTEN.put("later", "een procedure of onderdeel dat nog komt");
    }

    /** Parts that are still to come and are no procedure of the register. */
    static final Set<String> ONDERDELEN = Set.of("bewaren-en-vernietigen");

    private final Map<String, Reden> perNorm = new LinkedHashMap<>();

    private Redenen(List<Map<String, Object>> regels) {
        for (Map<String, Object> r : regels) {
            Reden reden = new Reden(tekst(r, "id"), tekst(r, "soort"), tekst(r, "later"), tekst(r, "reden"));
            if (perNorm.put(reden.id(), reden) != null) {
                throw new IllegalStateException("redenen.yaml noemt " + reden.id() + " twee keer");
            }
        }
    }

    static Redenen lees() throws IOException {
        Path bestand = Proceduremap.WORTEL.resolve("docs/normenkader").resolve(Normregister.REDENEN);
        try (Reader tekst = Files.newBufferedReader(bestand)) {
            return new Redenen(new Yaml(new SafeConstructor(new LoaderOptions())).load(tekst));
        }
    }

    private static String tekst(Map<String, Object> regel, String veld) {
        return regel.get(veld) == null ? "" : regel.get(veld).toString().strip();
    }

    Optional<Reden> zoek(String norm) {
        return Optional.ofNullable(perNorm.get(norm));
    }

    Collection<Reden> alle() {
        return perNorm.values();
    }

    /** @param later which procedure or part carries it one day; empty unless the kind is {@code later} */
    record Reden(String id, String soort, String later, String reden) {

        String inWoorden() {
            return "*" + (soort.equals("later") ? "later: " + later : soort) + "* " + reden;
        }
    }
}
