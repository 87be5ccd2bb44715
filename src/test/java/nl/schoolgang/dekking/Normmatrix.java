package nl.schoolgang.dekking;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String TABELKOP = "| norm | wat | gedragen door, of waarom niet | geraakt door |\n|---|---|---|---|\n";
    private static final Pattern REGEL = Pattern.compile("^\\| ([A-Z]{3}-[\\w.-]+) \\|");

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
        return lees(Proceduremap.WORTEL);
    }

    /** As it would be with the {@code processes/} and {@code forms/} of this directory. */
    static Normmatrix lees(Path wortel) {
        try {
            Normregister register = Normregister.lees(Proceduremap.WORTEL.resolve("docs/normenkader"));
            List<Normverwijzing> verwijzingen = new Normverwijzingen(register.voorvoegsels()).inMap(wortel)
                    .inKlassen(Klassen.VAN_HET_PRODUCT).gevonden();
            List<String> schrijvers = Klassen.VAN_HET_PRODUCT.stream().filter(k -> k.isAssignableTo(JavaDelegate.class))
                    .filter(k -> k.getDirectDependenciesFromSelf().stream().anyMatch(d -> d.getTargetClass().isEquivalentTo(Berichten.class)))
                    .map(k -> Introspector.decapitalize(k.getSimpleName())).sorted().toList();
            return new Normmatrix(register, verwijzingen.stream().map(Drager::van).distinct().toList(), Redenen.lees(), schrijvers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once: classes do not change while the tests run. */
    private static final class Klassen {

        static final JavaClasses VAN_HET_PRODUCT = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("nl.schoolgang");
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
                    .append(" normen gedragen.\n\n").append(TABELKOP);
            lijst.forEach(n -> tekst.append(rij(n, getuigen)));
        }
        tekst.append("""

                ## Procedures die nog niet af zijn

                Alleen de normen van deze procedures die al ergens worden gedragen.

                """).append(TABELKOP);
        normen.values().stream().filter(n -> !PROCEDURES.contains(n.procedure()) && !dragers(n).isEmpty())
                .forEach(n -> tekst.append(rij(n, getuigen)));
        return tekst.toString();
    }

    private String rij(Norm norm, Getuigen getuigen) {
        return "| " + norm.id() + " | " + cel(norm.wat()) + " | " + cel(waar(norm)) + " | " + cel(tests(norm, getuigen)) + " |\n";
    }

    /** The lines that differ between the committed matrix and what it must be now, each with what it was; the id of the norm comes first. */
    static List<String> verschil(String vastgelegd, String nu) {
        Map<String, String> was = regels(vastgelegd);
        Map<String, String> is = regels(nu);
        Set<String> anders = new TreeSet<>(was.keySet());
        anders.addAll(is.keySet());
        return anders.stream().filter(n -> !Objects.equals(was.get(n), is.get(n)))
                .map(n -> n + ": vastgelegd is %s, maar nu is het %s".formatted(was.get(n), is.get(n))).toList();
    }

    /** Each line of a norm by its id, the other lines by their place. */
    private static Map<String, String> regels(String matrix) {
        Map<String, String> regels = new LinkedHashMap<>();
        String kop = "";
        for (String regel : matrix.split("\\R")) {
            Matcher norm = REGEL.matcher(regel);
            kop = regel.startsWith("## ") ? regel : kop;
            regels.merge(norm.find() ? norm.group(1) : "onder '" + kop + "'", regel, (een, ander) -> een + " " + ander);
        }
        return regels;
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
