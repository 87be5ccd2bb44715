package nl.schoolgang.normen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every reference to a norm leads to a register, and the registers are sound. */
class NormverwijzingenTest {

    private static final Path WORTEL = Path.of(System.getProperty("schoolgang.map", "."));
    private static final Set<String> PROCEDURES = Set.of("absoluut-verzuim", "administratie", "bezwaar", "doorverwijzing", "dossier",
            "halt-verwijzing", "inschrijvingscontrole", "jaarverslag", "last-onder-dwangsom", "meldcode", "melding-arbeidsinspectie",
            "melding-inspectie", "melding-rvdk", "melding-veilig-thuis", "organisatie", "overstap-vmbo-mbo", "preventie", "privacy",
            "proces-verbaal", "regionaal-overleg", "relatief-verzuim", "schoolbeoordeling", "schriftelijke-waarschuwing", "svb-melding",
            "uitschrijving-verwijdering", "uitstroom", "verhuizing", "verlof-meer-dan-10-dagen", "verlof-tot-10-dagen",
            "vervangende-leerplicht", "verzuim-18-plus", "vroege-inschrijving", "vrijstelling-artikel-15", "vrijstelling-artikel-5",
            "vrijstelling-defensie", "vsv-jikp", "ziekteverzuim");
    private static final Set<String> SOORTEN =
            Set.of("plicht", "bevoegdheid", "verbod", "criterium", "termijn", "gegeven", "richtlijn", "definitie");
    private static final Set<String> ROLLEN = Set.of("leerplichtambtenaar", "boa", "administratief-medewerker", "coordinator", "college",
            "directeur", "ouders", "jongere", "ketenpartner", "deskundige", "systeem");
    private static final Set<String> VELDEN = Set.of("id", "bron", "wet", "soort", "procedure", "raakt", "rol", "wanneer", "handeling",
            "ontvanger", "termijn", "vastleggen", "model");

    private static Normregister register;

    @BeforeAll
    static void leesRegister() throws IOException {
        register = Normregister.lees(WORTEL.resolve("docs/normenkader"));
    }

    @Test
    @DisplayName("elk nummer in modellen, tabellen, formulieren, brieven en Java staat in een register")
    void alleVerwijzingenBestaan() throws IOException {
        Normverwijzingen verwijzingen = new Normverwijzingen(register.voorvoegsels()).inMap(WORTEL)
                .inKlassen(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("nl.schoolgang"));
        assertThat(onbekend(verwijzingen)).as("verwijzingen naar normen die in docs/normenkader niet staan").isEmpty();
    }

    @Test
    @DisplayName("een onbekend nummer wordt overal gevonden en genoemd met bestand en onderdeel")
    void onbekendeVerwijzingenWordenGevonden() throws IOException {
        Normverwijzingen verwijzingen = new Normverwijzingen(register.voorvoegsels())
                .inMap(WORTEL.resolve("src/test/resources/normen/fout"))
                .inKlassen(new ClassFileImporter().importClasses(VoorbeeldMetFouteNorm.class));
        String klasse = VoorbeeldMetFouteNorm.class.getName();
        assertThat(onbekend(verwijzingen)).containsExactlyInAnyOrder(
                "processes/voorbeeld/voorbeeld.bpmn, element \"melding-vastleggen\": onbekende norm BUN-06.99-01",
                "processes/voorbeeld/voorbeeld.bpmn, element \"zonder-nummer\": onbekende norm (niets ingevuld)",
                "processes/voorbeeld/voorbeeld.dmn, element \"regel-luxe\": onbekende norm NOP-9.9",
                "processes/voorbeeld/voorbeeld.dmn, element \"regel-rest\": onbekende norm UTR-04.01-01",
                "processes/voorbeeld/brieven/voorbeeld.html, de kop van de brief: onbekende norm BUN-06.98-01",
                "forms/voorbeeld/voorbeeld.form, veld \"verslag\": onbekende norm BUN-6",
                "forms/voorbeeld/voorbeeld.form, veld \"uitleg\": onbekende norm NOP-3.1.02-99",
                klasse + ", de klasse: onbekende norm BUN-00.99-01",
                klasse + ", veld VELD: onbekende norm BUN-00.99-02",
                klasse + ", methode methode: onbekende norm BUN-00.99-03");
        assertThat(verwijzingen.gevonden()).as("ook de goede nummers zijn gelezen").extracting(Normverwijzing::id)
                .contains("BUN-06.01-01", "NOP-3.1.02-01");
    }

    @Test
    @DisplayName("de registers zijn volledig en elk nummer komt één keer voor")
    void registersZijnVolledig() {
        assertThat(register.normen("noordoostpolder.yaml")).hasSize(371);
        assertThat(register.normen("bunnik.yaml")).hasSize(796);
        assertThat(register.alle()).extracting(norm -> norm.get("id")).doesNotHaveDuplicates();
        assertThat(register.voorvoegsels()).containsExactlyInAnyOrder("BUN", "NOP");
    }

    @Test
    @DisplayName("elke norm heeft alle velden, met bekende procedures, soorten en rollen")
    void normenZijnWelgevormd() {
        assertThat(register.alle()).allSatisfy(norm -> {
            String id = (String) norm.get("id");
            assertThat(norm.keySet()).as(id).isEqualTo(VELDEN);
            assertThat(norm.get("procedure")).as(id).isIn(PROCEDURES);
            assertThat(PROCEDURES).as(id).containsAll(teksten(norm.get("raakt")));
            assertThat(norm.get("soort")).as(id).isIn(SOORTEN);
            assertThat(norm.get("rol")).as(id).isIn(ROLLEN);
            assertThat((String) norm.get("handeling")).as(id).isNotBlank();
            if (norm.get("termijn") instanceof Map<?, ?> termijn) {
                assertThat(termijn.keySet().stream().map(String.class::cast)).as(id)
                        .containsExactlyInAnyOrder("aantal", "eenheid", "soort", "vanaf");
            }
        });
    }

    private static List<String> onbekend(Normverwijzingen verwijzingen) {
        Set<String> bekend = register.ids();
        return verwijzingen.gevonden().stream().filter(v -> !bekend.contains(v.id())).map(Normverwijzing::alsOnbekend).toList();
    }

    private static List<String> teksten(Object waarde) {
        return ((List<?>) waarde).stream().map(String.class::cast).toList();
    }
}
