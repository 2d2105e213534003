package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The stories of one model; at the end every element of it was walked through at least once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ModelTest extends ProcessTest {

    /** The process id. */
    abstract String model();

    @Test
    @Order(Integer.MAX_VALUE)
    void inTheEndEveryElementOfTheModelWasWalkedThrough() {
        var drawn = elements().stream()
                .filter(element -> !isThrownLink(element))
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        drawn.removeAll(walked());
        assertThat(drawn).as("elements of %s nobody walked through", model()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyThrownLinkIsCaughtInTheSameModel() {
        var caught = elements().stream()
                .filter(element -> !isThrownLink(element))
                .flatMap(element -> links(element).stream())
                .collect(Collectors.toSet());
        assertThat(elements().stream().filter(ModelTest::isThrownLink))
                .allSatisfy(link -> assertThat(caught).containsAll(links(link)));
    }

    /** The engine goes from the flow before a thrown link straight to where it is caught; it leaves no trace of its own. */
    private static boolean isThrownLink(FlowElement element) {
        return element instanceof IntermediateThrowEvent && !links(element).isEmpty();
    }

    private static List<String> links(FlowElement element) {
        return element.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .toList();
    }

    private List<FlowNode> elements() {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(model())
                .latestVersion()
                .singleResult();
        return List.copyOf(engine.getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(FlowNode.class));
    }

    private Set<String> walked() {
        var instances =
                engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(model());
        return instances.list().stream()
                .map(HistoricProcessInstance::getId)
                .flatMap(
                        id -> engine
                                .getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(id)
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }
}
