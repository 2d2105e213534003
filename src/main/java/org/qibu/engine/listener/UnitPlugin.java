package org.qibu.engine.listener;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.qibu.engine.spi.LeadUnits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives every task of a unit group the listener that narrows its candidates; a task stays no scope of its own. */
@Component
@Order(0)
class UnitPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<LeadUnits> units;

    UnitPlugin(ObjectProvider<LeadUnits> units) {
        this.units = units;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ParseListeners.onUserTasks(configuration, this::narrow);
    }

    void narrow(TaskDefinition task) {
        var all = task.getCandidateGroupIdExpressions();
        var narrowed = List.copyOf(all).stream()
                .filter(group -> UnitCandidates.GROUPS.contains(group.getExpressionText()))
                .toList();
        if (!narrowed.isEmpty()) {
            narrowed.forEach(all::remove);
            var names =
                    narrowed.stream().map(group -> group.getExpressionText()).collect(Collectors.toSet());
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, new UnitCandidates(names, units));
        }
    }
}
