package org.qibu.bench.matters;

import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

/**
 * A matter as a plain deployment models it: seven stages, each a user task of a group with a due date, a timer beside it
 * that leads to an escalation, and a delegate after it that writes a mail; the decision sends it back once, which makes nine
 * tasks.
 */
public final class PlainMatterModel {

    public static final String PROCESS = "bench-matter";

    private static final List<String> STAGES =
            List.of("collecting", "scheduling", "consulting", "deciding", "implementing", "reporting", "reviewing");

    private PlainMatterModel() {}

    /** The stages in the order their tasks come. */
    static List<String> course() {
        return List.of(
                "collecting",
                "scheduling",
                "consulting",
                "deciding",
                "consulting",
                "deciding",
                "implementing",
                "reporting",
                "reviewing");
    }

    static BpmnModelInstance create() {
        AbstractFlowNodeBuilder<?, ?> way = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(180)
                .startEvent("start");
        for (var stage : STAGES) {
            way = way.userTask("task_" + stage)
                    .camundaCandidateGroups(group(stage))
                    .camundaDueDate("${dateTime().plusDays(5).toDate()}")
                    .serviceTask("service_" + stage)
                    .camundaDelegateExpression("${stageDone}");
            if (stage.equals("deciding")) {
                way = way.exclusiveGateway("gateway_plain")
                        .condition("back", "${!agreed}")
                        .connectTo("task_consulting")
                        .moveToNode("gateway_plain")
                        .condition("on", "${agreed}");
            }
        }
        way.endEvent("end");
        for (var stage : STAGES) {
            way = way.moveToActivity("task_" + stage)
                    .boundaryEvent("event_late_" + stage)
                    .cancelActivity(false)
                    .timerWithDuration("P3D")
                    .serviceTask("service_late_" + stage)
                    .camundaDelegateExpression("${stageLate}")
                    .endEvent("end_late_" + stage);
        }
        return way.done();
    }

    static String group(String stage) {
        return "group-" + stage;
    }
}
