package nl.schoolgang.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads the extension properties (Modeler: "Extension properties") of an element of a model. */
public final class Modeleigenschappen {

    /** The code of a term. */
    static final String TERMIJN = "termijn";
    /** On a timer of a term: the condition under which its scope, run to its end, met the term; else it was not needed. */
    static final String GEHAALD_ALS = "gehaaldAls";
    /** The variable that holds the moment at which a task happens. */
    static final String MOMENT = "moment";
    /** The variable that holds the user name of somebody who may not do this task. */
    static final String NIET_DOOR = "nietDoor";

    private Modeleigenschappen() {
    }

    /** The value of this property on an element; empty when it is not there. */
    public static Optional<String> van(BaseElement element, String naam) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(p -> p.getCamundaProperties().stream()).filter(p -> naam.equals(p.getCamundaName()))
                .map(CamundaProperty::getCamundaValue).findFirst();
    }

    /** The same on the element as the engine parses it. */
    static Optional<String> van(Element element, String naam) {
        Element uitbreidingen = element.element("extensionElements");
        Element eigenschappen = uitbreidingen == null ? null : uitbreidingen.element("properties");
        if (eigenschappen == null) {
            return Optional.empty();
        }
        return eigenschappen.elements("property").stream().filter(p -> naam.equals(p.attribute("name")))
                .map(p -> p.attribute("value")).findFirst();
    }
}
