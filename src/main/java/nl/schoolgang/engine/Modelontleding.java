package nl.schoolgang.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Adds to every model what no analyst should have to model: user tasks tell the inbox about themselves and refuse to be
 * finished past our own service; a scope with a term on it ends the term when it ends; a process closes its case. Refuses
 * scripts and class names in models. All listeners are built in: they run first and cannot be skipped.
 */
final class Modelontleding extends AbstractBpmnParseListener {

    private static final List<String> SCRIPT_ELEMENTEN = List.of("scriptTask", "script", "connector");

    private final Taakberichten taakberichten;
    private final Termijneinde termijneinde;
    private final ExecutionListener zaakeinde;

    Modelontleding(Taakberichten taakberichten, Termijneinde termijneinde, ExecutionListener zaakeinde) {
        this.taakberichten = taakberichten;
        this.termijneinde = termijneinde;
        this.zaakeinde = zaakeinde;
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definities) {
        weigerCode(root);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definitie) {
        definitie.addBuiltInListener(ExecutionListener.EVENTNAME_END, zaakeinde);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activiteit) {
        TaskDefinition taak = ((UserTaskActivityBehavior) activiteit.getActivityBehavior()).getTaskDefinition();
        taak.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taakberichten);
        taak.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, taakberichten);
        taak.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taakberichten);
        taak.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, taakberichten);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl grensgebeurtenis) {
        Optional<String> code = Modeleigenschappen.van(element, Modeleigenschappen.TERMIJN);
        if (code.isPresent() && element.element("timerEventDefinition") != null) {
            ScopeImpl aangehecht = grensgebeurtenis.getEventScope();
            aangehecht.addBuiltInListener(ExecutionListener.EVENTNAME_END, termijneinde.van(code.get(),
                    Modeleigenschappen.van(element, Modeleigenschappen.GEHAALD_ALS).map(Modelontleding::expressie).orElse(null)));
        }
    }

    private static Expression expressie(String tekst) {
        return Context.getProcessEngineConfiguration().getExpressionManager().createExpression(tekst);
    }

    private static void weigerCode(Element element) {
        if (SCRIPT_ELEMENTEN.contains(element.getTagName())) {
            throw new BpmnParseException("Scripts en connectors mogen niet in een model: gebruik een beslissingstabel of een vaste bouwsteen "
                    + "(regel " + element.getLine() + ").", element);
        }
        if ("conditionExpression".equals(element.getTagName()) && element.attribute("language") != null
                || element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "class") != null
                || "executionListener".equals(element.getTagName()) && element.attribute("class") != null
                || "taskListener".equals(element.getTagName()) && element.attribute("class") != null) {
            throw new BpmnParseException("Programmacode mag niet in een model: verwijs naar een vaste bouwsteen met een 'delegate expression' "
                    + "(regel " + element.getLine() + ").", element);
        }
        element.elements().forEach(Modelontleding::weigerCode);
    }
}
