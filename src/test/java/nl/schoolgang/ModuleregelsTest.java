package nl.schoolgang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schoolgang.kalender.Tijdzone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house and who may know whom; decided in docs/besluiten/0003-module-rules.md. */
class ModuleregelsTest {

    private static final String HUIS = "nl.schoolgang";

    private static final Set<String> ALLES = Set.of("kalender", "gemeente", "termijn", "leerling", "zaak", "dossier", "bericht", "melding",
            "brief", "engine", "herstel", "procedure", "toegang", "werkvoorraad", "bewaking", "api", "demo");

    /**
     * What each room may know of the others; {@code normen} (the annotation that refers to the law) may be known by all. {@code modellen} is
     * generated: the ids in the models.
     */
    private static final Map<String, Set<String>> MAG_KENNEN = Map.ofEntries(
            Map.entry("normen", Set.of()),
            Map.entry("modellen", Set.of()),
            Map.entry("databank", Set.of()),
            Map.entry("kalender", Set.of()),
            Map.entry("gemeente", Set.of()),
            Map.entry("termijn", Set.of("kalender", "gemeente")),
            Map.entry("leerling", Set.of("gemeente")),
            Map.entry("zaak", Set.of("gemeente")),
            Map.entry("dossier", Set.of("leerling", "gemeente")),
            Map.entry("bericht", Set.of("zaak", "dossier", "gemeente", "kalender")),
            Map.entry("melding", Set.of("leerling", "zaak", "dossier", "gemeente")),
            Map.entry("herstel", Set.of("leerling", "zaak", "dossier", "melding", "gemeente")),
            Map.entry("brief", Set.of("kalender", "gemeente", "termijn", "leerling", "zaak", "dossier", "bericht", "melding")),
            Map.entry("engine", Set.of("gemeente", "termijn", "zaak", "kalender")),
            Map.entry("procedure", zonder("werkvoorraad", "bewaking", "api", "toegang", "demo")),
            Map.entry("toegang", Set.of("gemeente", "engine")),
            Map.entry("werkvoorraad", zonder("procedure", "bewaking", "api", "demo")),
            Map.entry("bewaking", zonder("procedure", "api", "demo")),
            Map.entry("api", zonder("procedure", "demo")),
            Map.entry("demo", ALLES));

    private static final JavaClasses KLASSEN = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HUIS);

    @ParameterizedTest
    @MethodSource("kamers")
    void eenKamerKentAlleenWatZijMagKennen(String kamer) {
        Set<String> bekend = new TreeSet<>(MAG_KENNEN.get(kamer));
        bekend.addAll(List.of(kamer, "normen"));
        DescribedPredicate<JavaClass> magGekendWorden = resideOutsideOfPackage(HUIS + "..")
                .or(resideInAnyPackage(bekend.stream().map(naam -> HUIS + "." + naam + "..").toArray(String[]::new)))
                .or(type(Tijdzone.class).and(describe("niet voor databank", k -> !kamer.equals("databank"))));
        classes().that().resideInAPackage(HUIS + "." + kamer + "..").should().onlyDependOnClassesThat(magGekendWorden)
                .allowEmptyShould(true).because(kamer + " mag alleen kennen: " + bekend).check(KLASSEN);
    }

    static Set<String> kamers() {
        return new TreeSet<>(MAG_KENNEN.keySet());
    }

    @Test
    void elkeKlasseWoontInEenBekendeKamer() {
        Set<String> onbekend = KLASSEN.stream().map(JavaClass::getPackageName).filter(p -> p.startsWith(HUIS + "."))
                .map(p -> p.substring(HUIS.length() + 1).split("\\.")[0]).filter(k -> !MAG_KENNEN.containsKey(k))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(onbekend).as("kamers zonder regel in deze test").isEmpty();
    }

    @Test
    void geenKringen() {
        slices().matching(HUIS + ".(*)..").should().beFreeOfCycles().check(KLASSEN);
    }

    @Test
    void procedurenKennenElkaarNiet() {
        slices().matching(HUIS + ".procedure.(*)..").should().notDependOnEachOther().allowEmptyShould(true).check(KLASSEN);
    }

    @Test
    void niemandKentDeDemoOfDeVoordeur() {
        noClasses().that().resideOutsideOfPackage(HUIS + ".demo..").should().dependOnClassesThat().resideInAPackage(HUIS + ".demo..")
                .check(KLASSEN);
        noClasses().that().resideInAPackage(HUIS + ".*..").should().dependOnClassesThat().resideInAPackage(HUIS).check(KLASSEN);
    }

    @Test
    void alleenEngineProcedurenEnDeDelenVanCockpitKennenCamunda() {
        noClasses().that().resideOutsideOfPackages(HUIS + ".engine..", HUIS + ".procedure..", HUIS + ".bewaking.cockpit..").should().dependOnClassesThat()
                .resideInAPackage("org.camunda..").check(KLASSEN);
    }

    @Test
    void deKalenderRekentAlleen() {
        noClasses().that().resideInAPackage(HUIS + ".kalender..").should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.camunda..", "jakarta..").check(KLASSEN);
    }

    @Test
    void alleenDeEngineKentDeTabellenVanDeEngine() throws IOException {
        Pattern tabel = Pattern.compile("\\bact_(ru|hi|re|ge|id)_", Pattern.CASE_INSENSITIVE);
        Path bron = Path.of(System.getProperty("schoolgang.map", ""), "src/main/java/nl/schoolgang").toAbsolutePath();
        try (Stream<Path> bestanden = Files.walk(bron)) {
            List<Path> overtreders = bestanden.filter(p -> p.toString().endsWith(".java") && !p.startsWith(bron.resolve("engine")))
                    .filter(p -> tabel.matcher(lees(p)).find()).toList();
            assertThat(overtreders).isEmpty();
        }
    }

    @Test
    void deTijdKomtVanDeKlok() {
        DescribedPredicate<JavaMethodCall> nuZonderKlok = describe("now() zonder Clock", aanroep -> {
            MethodCallTarget doel = aanroep.getTarget();
            return doel.getOwner().getPackageName().equals("java.time") && doel.getName().equals("now")
                    && doel.getRawParameterTypes().stream().noneMatch(t -> t.isEquivalentTo(Clock.class));
        });
        noClasses().should().callMethodWhere(nuZonderKlok).because("tests en de demo verzetten de klok").check(KLASSEN);
    }

    @Test
    void goedeGewoonten() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(KLASSEN);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(KLASSEN);
    }

    private static Set<String> zonder(String... kamers) {
        return ALLES.stream().filter(k -> !Set.of(kamers).contains(k)).collect(Collectors.toUnmodifiableSet());
    }

    private static String lees(Path bestand) {
        try {
            return Files.readString(bestand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
