package nl.schoolgang.dekking;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.schoolgang.dekking.Meting.Soort;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * How much of one process or one table the tests reached.
 *
 * @param soort     {@code proces} or {@code tabel}
 * @param sleutel   key of the process or the decision
 * @param onderdelen how many flow nodes or rules there are
 * @param gemist    the ids of those that no test reached, in the order of the model
 */
record Bereik(String soort, String sleutel, int onderdelen, List<String> gemist) {

    /** Of every process and table of this procedure. */
    static List<Bereik> van(Proceduremap procedure, Meetronde ronde) {
        Stream<Bereik> processen = procedure.processen().stream().flatMap(m -> m.getModelElementsByType(Process.class).stream())
                .filter(Process::isExecutable)
                .map(p -> regel("proces", Soort.STAP, p.getId(), stappen(p).map(FlowNode::getId).toList(), ronde));
        Stream<Bereik> tabellen = procedure.tabellen().stream().flatMap(m -> m.getModelElementsByType(Decision.class).stream())
                .map(d -> regel("tabel", Soort.REGEL, d.getId(), regels(d), ronde));
        return Stream.concat(processen, tabellen).toList();
    }

    private static Bereik regel(String soort, Soort meting, String sleutel, List<String> onderdelen, Meetronde ronde) {
        return new Bereik(soort, sleutel, onderdelen.size(),
                onderdelen.stream().filter(id -> !ronde.bereikt(new Meting(meting, sleutel, id))).toList());
    }

    /** All flow nodes, also those inside subprocesses; a link that jumps elsewhere is drawn, never entered. */
    static Stream<FlowNode> stappen(Process proces) {
        return stappen(proces.getFlowElements().stream());
    }

    private static Stream<FlowNode> stappen(Stream<FlowElement> elementen) {
        return elementen.filter(FlowNode.class::isInstance).map(FlowNode.class::cast).filter(n -> !isSprong(n))
                .flatMap(n -> n instanceof SubProcess s ? Stream.concat(Stream.of(n), stappen(s.getFlowElements().stream())) : Stream.of(n));
    }

    private static boolean isSprong(FlowNode stap) {
        return stap instanceof IntermediateThrowEvent worp && worp.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }

    private static List<String> regels(Decision beslissing) {
        return beslissing.getModelInstance().getModelElementsByType(Rule.class).stream()
                .filter(r -> beslissing.equals(r.getParentElement().getParentElement()))
                .map(Rule::getId).toList();
    }

    double procent() {
        return onderdelen == 0 ? 0 : 100.0 * (onderdelen - gemist.size()) / onderdelen;
    }

    String alsTekst() {
        return String.format(Locale.ROOT, "%-7s %-32s %4d van %4d %6.1f%%%s", soort, sleutel, onderdelen - gemist.size(), onderdelen, procent(),
                gemist.isEmpty() ? "" : "  niet bereikt: " + String.join(", ", gemist));
    }
}
