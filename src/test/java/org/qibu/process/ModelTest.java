package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The stories of one model; at the end every element of it was walked through at least once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class ModelTest extends ProcessTest {

    /** The process id. */
    public abstract String model();

    @Test
    @Order(Integer.MAX_VALUE)
    void inTheEndEveryElementOfTheModelWasWalkedThrough() {
        var drawn = elements(FlowNode.class).stream()
                .filter(element -> !isLink(element))
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        drawn.removeAll(footprints.passed(model()));
        assertThat(drawn).as("elements of %s nobody walked through", model()).isEmpty();
    }

    /**
     * Links are walked through when the flow into or out of them is; the history holds neither. From a gateway that waits
     * the engine jumps to the event that came, which the history holds.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void inTheEndEveryFlowOfTheModelWasTaken() {
        assertThat(elements(SequenceFlow.class).stream()
                        .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                        .map(FlowElement::getId)
                        .filter(flow -> !footprints.isTaken(model(), flow)))
                .as("flows of %s nobody took", model())
                .isEmpty();
    }

    private static boolean isLink(FlowNode element) {
        return !element.getChildElementsByType(LinkEventDefinition.class).isEmpty();
    }

    private <T extends FlowElement> List<T> elements(Class<T> kind) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(model())
                .latestVersion()
                .singleResult();
        return List.copyOf(engine.getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(kind));
    }
}
