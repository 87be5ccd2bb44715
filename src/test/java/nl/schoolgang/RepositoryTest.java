package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The repository keeps its shape: what is where, how large, and that what is referred to exists. */
class RepositoryTest {

    private static final Path WORTEL = Path.of(System.getProperty("schoolgang.map", ".")).toAbsolutePath().normalize();
    private static final Set<String> MAPPEN = Set.of("src", "processes", "forms", "docs");
    private static final Set<String> BESTANDEN = Set.of("pom.xml", "README.md");
    /** Made by building, running or an editor; not in the repository. */
    private static final Set<String> VOORTBRENGSELS = Set.of("target", "data", "node_modules");
    private static final int MEESTE_REGELS = 100_000;
    private static final int MEESTE_JAVAREGELS = 300;
    /** Java files that may be longer, with the reason. */
    private static final Map<String, String> LANGER_MET_REDEN = Map.of(
            "src/test/java/nl/schoolgang/procedure/relatiefverzuim/RelatiefVerzuimHoofdwegTest.java", "de hele hoofdweg in één verhaal",
            "src/test/java/nl/schoolgang/termijn/TermijnenTest.java", "alle statussen van een termijn naast elkaar",
            "src/test/java/nl/schoolgang/werkvoorraad/SchermenTest.java", "elk scherm in elke toestand",
            "src/test/java/nl/schoolgang/melding/MeldingcontroleTest.java", "elk veld van een melding met elke fout",
            "src/test/java/nl/schoolgang/werkvoorraad/DossierschermenTest.java", "elk hoofdstuk van het dossier met elke bewerking",
            "src/test/java/nl/schoolgang/procedure/brief/BriefpostTest.java", "een brief van wachtrij tot retour, per post en per e-mail",
            "src/test/java/nl/schoolgang/procedure/relatiefverzuim/GebeurtenissenTest.java", "elke gebeurtenis met haar gevolg voor elke maatregel",
            "src/test/java/nl/schoolgang/verhaal/Verhaal.java", "de taal waarin de verhalen staan: één woordenschat");
    private static final Set<String> BINAIR = Set.of("png", "jpg", "ico", "woff", "woff2", "pdf", "icc", "ttf");
    private static final Pattern KOPPELING = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern CODEBLOK = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");

    private static final List<Path> bestanden = new ArrayList<>();

    @BeforeAll
    static void leesBestanden() throws IOException {
        Files.walkFileTree(WORTEL, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path map, BasicFileAttributes kenmerken) {
                String naam = map.getFileName().toString();
                boolean overslaan = VOORTBRENGSELS.contains(naam) || naam.equals(".git") || naam.equals(".idea") || naam.equals(".vscode");
                return overslaan ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path bestand, BasicFileAttributes kenmerken) {
                bestanden.add(bestand);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    @DisplayName("op het hoogste niveau staat alleen wat daar hoort")
    void bovensteNiveau() throws IOException {
        try (Stream<Path> inhoud = Files.list(WORTEL)) {
            List<String> vreemd = inhoud.filter(p -> !p.getFileName().toString().startsWith("."))
                    .filter(p -> !VOORTBRENGSELS.contains(p.getFileName().toString()))
                    .filter(p -> !(Files.isDirectory(p) ? MAPPEN : BESTANDEN).contains(p.getFileName().toString()))
                    .map(p -> p.getFileName().toString()).filter(naam -> !naam.endsWith(".iml")).toList();
            assertThat(vreemd).as("mappen en bestanden die niet op het hoogste niveau horen").isEmpty();
        }
        assertThat(MAPPEN).allSatisfy(map -> assertThat(WORTEL.resolve(map)).isDirectory());
        assertThat(BESTANDEN).allSatisfy(bestand -> assertThat(WORTEL.resolve(bestand)).isRegularFile());
    }

    @Test
    @DisplayName("geen bestand is langer dan honderdduizend regels")
    void bestandenZijnTeOverzien() throws IOException {
        for (Path bestand : bestanden) {
            if (!BINAIR.contains(extensie(bestand))) {
                assertThat(regels(bestand)).as(relatief(bestand)).isLessThanOrEqualTo(MEESTE_REGELS);
            }
        }
    }

    @Test
    @DisplayName("een Java-bestand heeft hoogstens driehonderd regels, of een reden")
    void javaIsKort() throws IOException {
        List<String> teLang = new ArrayList<>();
        for (Path bestand : bestanden) {
            if (extensie(bestand).equals("java") && regels(bestand) > MEESTE_JAVAREGELS && !LANGER_MET_REDEN.containsKey(relatief(bestand))) {
                teLang.add(relatief(bestand));
            }
        }
        assertThat(teLang).as("Java-bestanden van meer dan driehonderd regels zonder reden in LANGER_MET_REDEN").isEmpty();
        assertThat(LANGER_MET_REDEN.keySet()).allSatisfy(pad -> assertThat(WORTEL.resolve(pad)).isRegularFile());
    }

    @Test
    @DisplayName("elke kamer zegt in package-info.java waarvoor hij is")
    void elkeKamerHeeftEenUitleg() throws IOException {
        try (Stream<Path> kamers = Files.list(WORTEL.resolve("src/main/java/nl/schoolgang"))) {
            List<String> zonder = kamers.filter(Files::isDirectory).filter(k -> !Files.isRegularFile(k.resolve("package-info.java")))
                    .map(RepositoryTest::relatief).toList();
            assertThat(zonder).as("kamers zonder package-info.java").isEmpty();
        }
    }

    @Test
    @DisplayName("elke koppeling en elk plaatje in README en docs bestaat")
    void koppelingenBestaan() throws IOException {
        List<String> dood = new ArrayList<>();
        for (Path bestand : bestanden) {
            if (extensie(bestand).equals("md")) {
                String tekst = CODEBLOK.matcher(Files.readString(bestand)).replaceAll("");
                Matcher koppeling = KOPPELING.matcher(tekst);
                while (koppeling.find()) {
                    String doel = koppeling.group(1);
                    if (!bestaat(bestand, doel)) {
                        dood.add(relatief(bestand) + " -> " + doel);
                    }
                }
            }
        }
        assertThat(dood).as("koppelingen die nergens heen leiden").isEmpty();
    }

    @Test
    @DisplayName("elk besluit staat in de lijst van besluiten")
    void besluitenStaanInDeLijst() throws IOException {
        String lijst = Files.readString(WORTEL.resolve("docs/besluiten/README.md"));
        try (Stream<Path> besluiten = Files.list(WORTEL.resolve("docs/besluiten"))) {
            assertThat(besluiten.map(b -> b.getFileName().toString()).filter(naam -> naam.matches("\\d{4}-.*\\.md")))
                    .isNotEmpty().allSatisfy(naam -> assertThat(lijst).contains("(" + naam + ")"));
        }
    }

    @Test
    @DisplayName("geen sleutel staat twee keer in een bestand met teksten")
    void geenDubbeleSleutels() throws IOException {
        List<String> dubbel = new ArrayList<>();
        for (Path bestand : bestanden) {
            if (extensie(bestand).equals("properties")) {
                Set<String> sleutels = new HashSet<>();
                Files.readAllLines(bestand, StandardCharsets.UTF_8).stream().map(String::strip)
                        .filter(regel -> !regel.isEmpty() && !regel.startsWith("#") && !regel.startsWith("!") && regel.contains("="))
                        .map(regel -> regel.substring(0, regel.indexOf('=')).strip())
                        .filter(sleutel -> !sleutels.add(sleutel))
                        .forEach(sleutel -> dubbel.add(relatief(bestand) + ": " + sleutel));
            }
        }
        assertThat(dubbel).as("sleutels die dubbel voorkomen").isEmpty();
    }

    private static boolean bestaat(Path bestand, String doel) {
        if (doel.matches("[a-z][a-z0-9+.-]*:.*")) {
            return true;
        }
        String pad = doel.replaceFirst("#.*", "");
        return pad.isEmpty() || !doel.startsWith("/") && Files.exists(bestand.resolveSibling(pad));
    }

    private static long regels(Path bestand) throws IOException {
        long regels = 0;
        for (byte teken : Files.readAllBytes(bestand)) {
            regels += teken == '\n' ? 1 : 0;
        }
        return regels;
    }

    private static String extensie(Path bestand) {
        String naam = bestand.getFileName().toString();
        return naam.substring(naam.lastIndexOf('.') + 1);
    }

    private static String relatief(Path pad) {
        return WORTEL.relativize(pad).toString().replace('\\', '/');
    }
}
