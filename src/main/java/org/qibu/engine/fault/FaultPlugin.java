package org.qibu.engine.fault;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.qibu.engine.fault.ProcessFaults.Met;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records a job that failed for good like every other place that cannot go on. */
@Component
class FaultPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ProcessFaults> faults;

    FaultPlugin(ObjectProvider<ProcessFaults> faults) {
        this.faults = faults;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var handlers = configuration.getCustomIncidentHandlers() == null
                ? new ArrayList<org.camunda.bpm.engine.impl.incident.IncidentHandler>()
                : new ArrayList<>(configuration.getCustomIncidentHandlers());
        handlers.add(new FailedJobs(faults));
        configuration.setCustomIncidentHandlers(List.copyOf(handlers));
    }

    /** Beside the engine's own incident. */
    private static final class FailedJobs extends DefaultIncidentHandler {

        private final ObjectProvider<ProcessFaults> faults;

        FailedJobs(ObjectProvider<ProcessFaults> faults) {
            super(Incident.FAILED_JOB_HANDLER_TYPE);
            this.faults = faults;
        }

        @Override
        public Incident handleIncident(IncidentContext context, String message) {
            var incident = super.handleIncident(context, message);
            if (context.getProcessDefinitionId() != null) {
                faults.getObject().note(met(context, message));
            }
            return incident;
        }

        private static Met met(IncidentContext context, String message) {
            var commands = Context.getCommandContext();
            var model = commands.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(context.getProcessDefinitionId());
            var execution = context.getExecutionId() == null
                    ? null
                    : commands.getExecutionManager().findExecutionById(context.getExecutionId());
            var activity = context.getActivityId() == null ? null : model.findActivity(context.getActivityId());
            var name = activity == null || activity.getProperty("name") == null
                    ? ""
                    : String.valueOf(activity.getProperty("name"));
            return new Met(
                    execution == null ? null : execution.getProcessBusinessKey(),
                    execution == null ? null : execution.getTenantId(),
                    context.getConfiguration(),
                    name,
                    model.getKey(),
                    model.getVersion(),
                    FaultReasons.ofJob(message));
        }

        @Override
        public void resolveIncident(IncidentContext context) {
            super.resolveIncident(context);
            faults.getObject().solved(context.getConfiguration());
        }

        @Override
        public void deleteIncident(IncidentContext context) {
            super.deleteIncident(context);
            faults.getObject().solved(context.getConfiguration());
        }
    }
}
