package nl.schoolgang.dekking;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.DomElement;

/** One model of a process as it stands in the repository, with what its page and the matrix ask of it. */
final class Model {

    private static final Pattern TERMIJNCODE = Pattern.compile("termijnen\\.\\w+\\([^)]*?'([a-z0-9-]+\\.[a-z0-9.-]+)'");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> NIET_VAN_BINNEN = Set.of("extensionElements", "multiInstanceLoopCharacteristics");

    private final Path bestand;
    private final BpmnModelInstance model;

    Model(Path bestand) {
        this.bestand = bestand;
        this.model = Bpmn.readModelFromFile(bestand.toFile());
    }

    Path bestand() {
        return bestand;
    }

    /** The process that runs. */
    Process proces() {
        return model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(bestand + " heeft geen uitvoerbaar proces"));
    }

    List<FlowNode> stappen() {
        return Bereik.stappen(proces()).toList();
    }

    <T extends FlowNode> List<T> stappen(Class<T> soort) {
        return stappen().stream().filter(soort::isInstance).map(soort::cast).toList();
    }

    Optional<FlowNode> stap(String id) {
        return stappen().stream().filter(s -> s.getId().equals(id)).findFirst();
    }

    static String documentatie(BaseElement element) {
        return element.getDocumentations().stream().map(d -> d.getTextContent().strip()).collect(Collectors.joining(" "));
    }

    /** The values of an extension property of this name, split at commas. */
    static List<String> eigenschap(BaseElement element, String naam) {
        if (element.getExtensionElements() == null) {
            return List.of();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(p -> p.getCamundaProperties().stream()).filter(p -> naam.equals(p.getCamundaName()))
                .flatMap(p -> Stream.of(p.getCamundaValue().split("[,\\s]+"))).toList();
    }

    /** The codes of the terms that this element names, in its properties, its attributes or its timer. */
    static Set<String> termijnen(BaseElement element) {
        Set<String> codes = new LinkedHashSet<>(eigenschap(element, "termijn"));
        uitdrukkingen(element.getDomElement()).forEach(u -> {
            Matcher code = TERMIJNCODE.matcher(u);
            while (code.find()) {
                codes.add(code.group(1));
            }
        });
        return codes;
    }

    /** Whether the engine calls the bean of this name when it enters, leaves or evaluates this step. */
    static boolean roeptAan(FlowNode stap, String bean) {
        Pattern aanroep = Pattern.compile("[#$]\\{[^}]*(?<![\\w'.])" + bean + "\\b(?!')");
        return uitdrukkingen(stap.getDomElement()).anyMatch(u -> aanroep.matcher(u).find());
    }

    private static Stream<String> uitdrukkingen(DomElement element) {
        Stream<String> eigen = Stream.of("dueDate", "candidateGroups", "delegateExpression", "expression", "taskListener", "followUpDate")
                .map(a -> element.getAttribute(CAMUNDA, a)).filter(Objects::nonNull);
        // The steps inside a subprocess speak for themselves.
        Collection<DomElement> onder = element.getChildElements().stream()
                .filter(k -> !element.getLocalName().equals("subProcess") || NIET_VAN_BINNEN.contains(k.getLocalName())).toList();
        String tekst = element.getChildElements().isEmpty() ? element.getTextContent() : "";
        return Stream.concat(Stream.concat(eigen, Stream.of(tekst)), onder.stream().flatMap(Model::uitdrukkingen));
    }
}
