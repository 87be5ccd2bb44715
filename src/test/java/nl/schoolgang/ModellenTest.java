package nl.schoolgang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conventions of every model, table and form, read from the files as an analyst saves them. No engine runs here. */
class ModellenTest {

    private static final Path WORTEL = Path.of(System.getProperty("schoolgang.map", "."));
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ROL = Pattern.compile("\\$\\{(termijnen\\.wie|beleid\\.rol)\\(execution,'[a-z0-9.-]+'\\)}|[a-z-]+");
    private static final Pattern TERMIJN = Pattern.compile("\\$\\{termijnen\\.vervalmoment(Tot)?\\(execution,'([a-z0-9.-]+)',[a-zA-Z,]+\\)}");
    private static final Pattern VARIABELE_IN_TEKST = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Set<String> ROLLEN = Set.of("leerplichtambtenaar", "rmc-consulent", "boa", "administratief-medewerker",
            "coordinator", "college");
    private static final Set<String> ONDERDELEN = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio", "select",
            "checklist", "text", "group", "separator");
    private static final Set<String> BESLISSINGEN = Set.of("number", "datetime", "checkbox", "radio", "select", "checklist");

    @TestFactory
    @DisplayName("elk model")
    Stream<DynamicTest> modellen() {
        return bestanden("processes", ".bpmn").stream()
                .map(pad -> DynamicTest.dynamicTest(WORTEL.relativize(pad).toString(), () -> toetsModel(pad)));
    }

    @TestFactory
    @DisplayName("elke tabel")
    Stream<DynamicTest> tabellen() {
        return bestanden("processes", ".dmn").stream()
                .map(pad -> DynamicTest.dynamicTest(WORTEL.relativize(pad).toString(), () -> toetsTabel(pad)));
    }

    @TestFactory
    @DisplayName("elk formulier")
    Stream<DynamicTest> formulieren() {
        return bestanden("forms", ".form").stream()
                .map(pad -> DynamicTest.dynamicTest(WORTEL.relativize(pad).toString(), () -> toetsFormulier(pad)));
    }

    @Test
    @DisplayName("elk formulier hoort bij een taak en staat in de map van die procedure")
    void elkFormulierWordtGebruikt() {
        Set<String> gevraagd = modelbestanden().entrySet().stream()
                .flatMap(m -> m.getValue().getModelElementsByType(UserTask.class).stream()
                        .map(t -> m.getKey().getParent().getFileName() + "/" + t.getCamundaFormRef() + ".form"))
                .collect(Collectors.toSet());
        Set<String> aanwezig = bestanden("forms", ".form").stream()
                .map(p -> p.getParent().getFileName() + "/" + p.getFileName()).collect(Collectors.toSet());
        assertThat(aanwezig).containsExactlyInAnyOrderElementsOf(gevraagd);
    }

    @Test
    @DisplayName("elke gekozen maatregel heeft een eigen proces")
    void elkeMaatregelHeeftEenProces() {
        JsonNode keuze = velden(formulier(WORTEL.resolve("forms/relatief-verzuim/vervolg-kiezen.form"))).stream()
                .filter(v -> v.path("key").asText().equals("maatregelen")).findFirst().orElseThrow();
        List<String> maatregelen = new ArrayList<>();
        keuze.path("values").forEach(v -> maatregelen.add(v.path("value").asText()));
        assertThat(processen()).containsAll(maatregelen);
    }

    private static void toetsModel(Path pad) {
        BpmnModelInstance model = Bpmn.readModelFromFile(pad.toFile());
        Bpmn.validateModel(model);
        List<String> fouten = new ArrayList<>();
        Process proces = model.getModelElementsByType(Process.class).iterator().next();
        String map = pad.getParent().getFileName().toString();
        eis(fouten, proces.getId().equals(map) && pad.getFileName().toString().equals(map + ".bpmn"),
                "map, bestand en proces heten niet hetzelfde: " + proces.getId());
        eis(fouten, proces.isExecutable(), "het proces is niet uitvoerbaar");
        eis(fouten, "P1825D".equals(proces.getCamundaHistoryTimeToLiveString()), "historyTimeToLive is niet P1825D");
        eis(fouten, heeftUitleg(proces), "het proces heeft geen documentatie");
        model.getModelElementsByType(FlowNode.class).forEach(e -> eis(fouten, KEBAB.matcher(e.getId()).matches(),
                e.getId() + ": id is niet in kleine letters met streepjes"));
        model.getModelElementsByType(SequenceFlow.class).forEach(e -> eis(fouten, KEBAB.matcher(e.getId()).matches(),
                e.getId() + ": id is niet in kleine letters met streepjes"));
        model.getModelElementsByType(UserTask.class).forEach(t -> toetsTaak(fouten, map, t));
        model.getModelElementsByType(ServiceTask.class).forEach(t -> eis(fouten,
                t.getCamundaDelegateExpression() != null && t.getCamundaClass() == null, t.getId() + ": geen delegate expression"));
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(g -> g.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .forEach(g -> toetsTermijn(fouten, g));
        model.getModelElementsByType(BusinessRuleTask.class).forEach(t -> eis(fouten, tabelIds().contains(t.getCamundaDecisionRef()),
                t.getId() + ": de tabel " + t.getCamundaDecisionRef() + " bestaat niet"));
        model.getModelElementsByType(CallActivity.class).forEach(t -> eis(fouten, processen().contains(t.getCalledElement()),
                t.getId() + ": het proces " + t.getCalledElement() + " bestaat niet"));
        toetsTekening(fouten, model);
        assertThat(fouten).isEmpty();
    }

    private static void toetsTaak(List<String> fouten, String map, UserTask taak) {
        String id = taak.getId();
        eis(fouten, heeftUitleg(taak), id + ": geen documentatie voor de ambtenaar");
        eis(fouten, eigenschap(taak, "norm") != null, id + ": geen norm");
        String rol = String.valueOf(taak.getCamundaCandidateGroups());
        eis(fouten, ROL.matcher(rol).matches() && (rol.startsWith("$") || ROLLEN.contains(rol)), id + ": onbekende rol " + rol);
        eis(fouten, "deployment".equals(taak.getCamundaFormRefBinding()), id + ": formulier niet gebonden aan 'deployment'");
        Path formulier = WORTEL.resolve("forms").resolve(map).resolve(taak.getCamundaFormRef() + ".form");
        eis(fouten, Files.exists(formulier), id + ": " + WORTEL.relativize(formulier) + " bestaat niet");
        String datum = taak.getCamundaDueDate();
        String termijn = eigenschap(taak, "termijn");
        eis(fouten, (datum == null) == (termijn == null), id + ": een einddatum en een termijn horen bij elkaar");
        eis(fouten, datum == null || termijn.equals(code(datum)), id + ": einddatum " + datum + " past niet bij termijn " + termijn);
    }

    private static void toetsTermijn(List<String> fouten, BoundaryEvent grens) {
        String datum = grens.getEventDefinitions().stream().filter(TimerEventDefinition.class::isInstance).map(TimerEventDefinition.class::cast)
                .map(t -> t.getTimeDate() == null ? "" : t.getTimeDate().getTextContent()).findFirst().orElseThrow();
        String termijn = eigenschap(grens, "termijn");
        eis(fouten, termijn != null && termijn.equals(code(datum)), grens.getId() + ": timer " + datum + " past niet bij termijn " + termijn);
    }

    private static void toetsTekening(List<String> fouten, BpmnModelInstance model) {
        Set<String> getekend = new HashSet<>();
        model.getModelElementsByType(BpmnShape.class).forEach(s -> getekend.add(s.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class).forEach(s -> getekend.add(s.getBpmnElement().getId()));
        Stream.concat(model.getModelElementsByType(FlowNode.class).stream(), model.getModelElementsByType(SequenceFlow.class).stream())
                .map(BaseElement::getId).forEach(id -> eis(fouten, getekend.contains(id), id + ": niet getekend"));
    }

    private static void toetsTabel(Path pad) {
        var model = Dmn.readModelFromFile(pad.toFile());
        Dmn.validateModel(model);
        List<String> fouten = new ArrayList<>();
        for (Decision beslissing : model.getModelElementsByType(Decision.class)) {
            eis(fouten, KEBAB.matcher(beslissing.getId()).matches(), beslissing.getId() + ": id is niet in kleine letters met streepjes");
            eis(fouten, pad.getFileName().toString().equals(beslissing.getId() + ".dmn"), "bestand en tabel heten niet hetzelfde");
            DecisionTable tabel = (DecisionTable) beslissing.getExpression();
            tabel.getInputs().forEach(i -> eis(fouten, i.getInputExpression().getTypeRef() != null, i.getLabel() + ": geen type"));
            for (Rule regel : tabel.getRules()) {
                String waarom = regel.getDescription() == null ? "" : regel.getDescription().getTextContent();
                eis(fouten, !waarom.isBlank(), regel.getId() + ": geen toelichting met norm of reden");
            }
        }
        assertThat(fouten).isEmpty();
    }

    private static void toetsFormulier(Path pad) {
        List<String> fouten = new ArrayList<>();
        JsonNode formulier = formulier(pad);
        eis(fouten, pad.getFileName().toString().equals(formulier.path("id").asText() + ".form"), "bestand en formulier heten niet hetzelfde");
        eis(fouten, formulier.path("schemaVersion").asInt() == 16, "schemaVersion is niet 16");
        Map<String, Integer> sleutels = new HashMap<>();
        for (JsonNode veld : velden(formulier)) {
            String naam = veld.path("key").asText(veld.path("id").asText());
            String soort = veld.path("type").asText();
            String opslag = veld.path("properties").path("opslag").asText("dossier");
            eis(fouten, ONDERDELEN.contains(soort), naam + ": soort " + soort + " wordt niet ondersteund");
            eis(fouten, opslag.equals("dossier") || opslag.equals("beslissing") && BESLISSINGEN.contains(soort),
                    naam + ": opslag " + opslag + " mag niet bij soort " + soort);
            if (veld.has("key")) {
                eis(fouten, sleutels.merge(naam, 1, Integer::sum) == 1, naam + ": sleutel komt vaker voor");
            }
            Matcher plek = VARIABELE_IN_TEKST.matcher(veld.path("text").asText());
            while (plek.find()) {
                eis(fouten, plek.group(1).matches("[a-zA-Z]+"), naam + ": alleen een variabele mag tussen {{ }}");
            }
        }
        assertThat(fouten).isEmpty();
    }

    private static String code(String uitdrukking) {
        Matcher termijn = TERMIJN.matcher(uitdrukking);
        return termijn.matches() ? termijn.group(2) : null;
    }

    private static boolean heeftUitleg(BaseElement element) {
        return element.getDocumentations().stream().anyMatch(d -> !d.getTextContent().isBlank());
    }

    private static String eigenschap(BaseElement element, String naam) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(e -> e.getCamundaProperties().stream()).filter(e -> naam.equals(e.getCamundaName()))
                .map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
    }

    private static void eis(List<String> fouten, boolean goed, String anders) {
        if (!goed) {
            fouten.add(anders);
        }
    }

    private static Map<Path, BpmnModelInstance> modelbestanden() {
        return bestanden("processes", ".bpmn").stream().collect(Collectors.toMap(p -> p, p -> Bpmn.readModelFromFile(p.toFile())));
    }

    private static Set<String> processen() {
        return bestanden("processes", ".bpmn").stream().map(p -> p.getParent().getFileName().toString()).collect(Collectors.toSet());
    }

    private static Set<String> tabelIds() {
        return bestanden("processes", ".dmn").stream().map(p -> p.getFileName().toString().replace(".dmn", "")).collect(Collectors.toSet());
    }

    private static JsonNode formulier(Path pad) {
        try {
            return new ObjectMapper().readTree(pad.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> velden(JsonNode ouder) {
        List<JsonNode> velden = new ArrayList<>();
        ouder.path("components").forEach(c -> {
            velden.add(c);
            velden.addAll(velden(c));
        });
        return velden;
    }

    private static List<Path> bestanden(String map, String einde) {
        try (Stream<Path> paden = Files.walk(WORTEL.resolve(map))) {
            return paden.filter(p -> p.toString().endsWith(einde)).filter(p -> !p.toString().contains(".camunda")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
