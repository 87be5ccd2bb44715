package nl.schoolgang.dekking;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.normen.Normregister;
import nl.schoolgang.normen.Normverwijzing;
import nl.schoolgang.normen.Normverwijzingen;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Which norm is carried where, why some are not, and which test touches what carries them. */
final class Normmatrix {

    /** The procedures of the register of which every norm must be carried or have a reason. */
    static final List<String> PROCEDURES =
            List.of("relatief-verzuim", "schriftelijke-waarschuwing", "dossier", "administratie", "privacy", "ziekteverzuim");

    static final Path BESTAND = Proceduremap.WORTEL.resolve("docs/normenkader/matrix.md");

    private final Map<String, Norm> normen = new TreeMap<>();
    private final Map<String, List<Drager>> dragers;
    private final Redenen redenen;
    private final List<String> berichtschrijvers;

    private Normmatrix(Normregister register, List<Drager> dragers, Redenen redenen, List<String> berichtschrijvers) {
        this.berichtschrijvers = berichtschrijvers;
        register.alle().forEach(n -> normen.put((String) n.get("id"), Norm.van(n)));
        this.dragers = dragers.stream().collect(Collectors.groupingBy(Drager::norm, TreeMap::new, Collectors.toList()));
        this.redenen = redenen;
    }

    /** As the repository is now. */
    static Normmatrix lees() {
        try {
            Normregister register = Normregister.lees(Proceduremap.WORTEL.resolve("docs/normenkader"));
            JavaClasses klassen = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("nl.schoolgang");
            List<Normverwijzing> verwijzingen = new Normverwijzingen(register.voorvoegsels()).inMap(Proceduremap.WORTEL)
                    .inKlassen(klassen).gevonden();
            List<String> schrijvers = klassen.stream().filter(k -> k.isAssignableTo(JavaDelegate.class))
                    .filter(k -> k.getDirectDependenciesFromSelf().stream().anyMatch(d -> d.getTargetClass().isEquivalentTo(Berichten.class)))
                    .map(k -> Introspector.decapitalize(k.getSimpleName())).sorted().toList();
            return new Normmatrix(register, verwijzingen.stream().map(Drager::van).distinct().toList(), Redenen.lees(), schrijvers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The norms of a procedure in the register, and those that its models, forms, letters and classes carry for another one. */
    List<Norm> normenVan(String procedure) {
        return normen.values().stream().filter(n -> n.procedure().equals(procedure)
                || dragers(n).stream().anyMatch(d -> d.hoortBij(procedure))).toList();
    }

    List<Norm> normenInRegister(String procedure) {
        return normen.values().stream().filter(n -> n.procedure().equals(procedure)).toList();
    }

    List<Drager> dragers(Norm norm) {
        return dragers.getOrDefault(norm.id(), List.of());
    }

    /** Everything that carries a norm of the procedures that are judged. */
    List<Drager> dragersVanAlles() {
        return PROCEDURES.stream().flatMap(p -> normenInRegister(p).stream()).flatMap(n -> dragers(n).stream()).toList();
    }

    Redenen redenen() {
        return redenen;
    }

    /** The beans that models call and that put messages to the outside ready. */
    List<String> berichtschrijvers() {
        return berichtschrijvers;
    }

    /** All procedures of the registers. */
    Set<String> procedures() {
        return normen.values().stream().map(Norm::procedure).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a procedure carries a norm; else where it is carried, or why nothing does. */
    String plaatsen(Norm norm, String procedure) {
        List<Drager> alle = dragers(norm);
        List<Drager> hier = alle.stream().filter(d -> d.hoortBij(procedure)).toList();
        if (!hier.isEmpty()) {
            return hier.stream().map(Drager::kort).distinct().collect(Collectors.joining(", "));
        }
        return alle.isEmpty() ? redenen.zoek(norm.id()).map(Redenen.Reden::inWoorden).orElse("nog niet gedragen")
                : alle.stream().map(Drager::inWoorden).distinct().collect(Collectors.joining("; "));
    }

    /** One row a norm: what it says, what carries it, and which test touches that. */
    String alsTekst(Getuigen getuigen) {
        StringBuilder tekst = new StringBuilder("""
                <!-- Gemaakt uit de registers, de verwijzingen in het product, redenen.yaml en getuigen.csv; daarna: %s -->
                # Matrix van normen

                Van elke norm van de procedures die af zijn: wat zij zegt, wat haar draagt en welke test dat raakt. Draagt niets de norm, dan
                staat er waarom. Hoe een test een norm raakt, staat in [LEESMIJ](LEESMIJ.md).
                """.formatted(Procedurepagina.OPNIEUW));
        for (String procedure : PROCEDURES) {
            List<Norm> lijst = normenInRegister(procedure);
            long gedragen = lijst.stream().filter(n -> !dragers(n).isEmpty()).count();
            tekst.append("\n## ").append(procedure).append("\n\n").append(gedragen).append(" van ").append(lijst.size())
                    .append(" normen gedragen.\n\n| norm | wat | gedragen door, of waarom niet | geraakt door |\n|---|---|---|---|\n");
            lijst.forEach(n -> tekst.append("| ").append(n.id()).append(" | ").append(cel(n.wat())).append(" | ").append(cel(waar(n)))
                    .append(" | ").append(cel(tests(n, getuigen))).append(" |\n"));
        }
        return tekst.toString();
    }

    private String waar(Norm norm) {
        return dragers(norm).isEmpty() ? redenen.zoek(norm.id()).map(Redenen.Reden::inWoorden).orElse("**nog niet gedragen**")
                : dragers(norm).stream().map(Drager::inWoorden).distinct().collect(Collectors.joining("; "));
    }

    private String tests(Norm norm, Getuigen getuigen) {
        return dragers(norm).stream().flatMap(d -> getuigen.van(d).stream()).distinct().sorted()
                .map(t -> t.substring(t.lastIndexOf('.') + 1)).collect(Collectors.joining(", "));
    }

    private static String cel(String tekst) {
        return tekst.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }

    /**
     * A norm as the register has it.
     *
     * @param wat occasion and action in one sentence
     */
    record Norm(String id, String procedure, String wat) {

        static Norm van(Map<String, Object> norm) {
            String wanneer = norm.get("wanneer") == null ? "" : norm.get("wanneer").toString().strip();
            String handeling = norm.get("handeling").toString().strip();
            return new Norm((String) norm.get("id"), (String) norm.get("procedure"),
                    wanneer.isEmpty() || wanneer.equals("altijd") ? handeling : wanneer + ": " + handeling);
        }
    }
}
