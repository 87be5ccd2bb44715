package nl.schoolgang.dekking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * For everything that carries a norm one test class that touches it: {@code docs/normenkader/getuigen.csv}. One and not all, so
 * that a change of a test seldom changes the file; the gate checks that the witness still touches it.
 */
final class Getuigen {

    static final Path BESTAND = Proceduremap.WORTEL.resolve("docs/normenkader/getuigen.csv");
    private static final String KOP = "drager;test\n";
    /** Tests that follow a procedure say most; those that need a browser or a process of their own may not run everywhere. */
    private static final Comparator<String> VOORKEUR = Comparator.<String, Boolean>comparing(t -> t.contains(".browser.") || t.contains("Gedood"))
            .thenComparing(t -> !t.startsWith("nl.schoolgang.procedure.")).thenComparing(Comparator.naturalOrder());

    private final Map<String, String> perDrager = new TreeMap<>();

    static Getuigen lees() {
        Getuigen getuigen = new Getuigen();
        try {
            if (Files.isRegularFile(BESTAND)) {
                Files.readAllLines(BESTAND).stream().skip(1).map(r -> r.split(";")).forEach(r -> getuigen.perDrager.put(r[0], r[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return getuigen;
    }

    Optional<String> van(Drager drager) {
        return Optional.ofNullable(perDrager.get(drager.sleutel()));
    }

    /** These witnesses as far as they still hold in this round, and new ones where there was none. */
    Getuigen vernieuwd(Collection<Drager> dragers, Aanraking aanraking) {
        Getuigen nieuw = new Getuigen();
        for (Drager drager : dragers) {
            Set<String> klassen = aanraking.tests(drager).stream().map(t -> t.replaceFirst("#.*", "")).collect(Collectors.toSet());
            String nu = perDrager.get(drager.sleutel());
            klassen.stream().min(VOORKEUR).ifPresent(beste -> nieuw.perDrager.put(drager.sleutel(), klassen.contains(nu) ? nu : beste));
        }
        return nieuw;
    }

    /** What is said otherwise there, a line each. */
    List<String> verschil(Getuigen ander) {
        Set<String> dragers = new TreeSet<>(perDrager.keySet());
        dragers.addAll(ander.perDrager.keySet());
        return dragers.stream().filter(d -> !Objects.equals(perDrager.get(d), ander.perDrager.get(d)))
                .map(d -> d + ": nu " + perDrager.get(d) + ", moet zijn " + ander.perDrager.get(d)).toList();
    }

    String alsTekst() {
        return perDrager.entrySet().stream().map(e -> e.getKey() + ";" + e.getValue() + "\n").collect(Collectors.joining("", KOP, ""));
    }
}
