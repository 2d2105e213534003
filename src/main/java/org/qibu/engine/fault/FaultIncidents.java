package org.qibu.engine.fault;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/**
 * Shows a place that cannot go on as an incident of the engine too, so that Cockpit marks it in the drawing. Its sentence
 * names no reason: the engine keeps its history for ten years, and a reason may hold what somebody entered.
 */
@Component
class FaultIncidents {

    /** What Cockpit calls the kind of incident. */
    static final String TYPE = "processFault";

    private static final String SENTENCE = "流程定义有误，办不下去；原因和处理办法见“流程运行”页（/staff/processes）。";

    private final ProcessEngine engine;

    FaultIncidents(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Raises one at an execution, once for each place. */
    void raise(String executionId, String place) {
        if (at(place).isEmpty()) {
            engine.getRuntimeService().createIncident(TYPE, executionId, place, SENTENCE);
        }
    }

    /** The place goes on. */
    void resolve(String place) {
        resolve(at(place));
    }

    /** The place is left in the running command of whoever works on it, who needs no right to end an incident. */
    void left(String place) {
        Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfigurationAndIncidentType(place, TYPE)
                .stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .forEach(incident -> ((IncidentEntity) incident).resolve());
    }

    /** Those of an instance that was moved to another version. */
    void resolveOf(String processInstanceId) {
        resolve(engine.getRuntimeService()
                .createIncidentQuery()
                .incidentType(TYPE)
                .processInstanceId(processInstanceId)
                .list());
    }

    private List<Incident> at(String place) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .incidentType(TYPE)
                .configuration(place)
                .list();
    }

    /** Those that only pass an incident on to the calling process end with their cause. */
    private void resolve(List<Incident> incidents) {
        incidents.stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .forEach(incident -> engine.getRuntimeService().resolveIncident(incident.getId()));
    }
}
