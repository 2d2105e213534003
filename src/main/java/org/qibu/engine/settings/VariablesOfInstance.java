package org.qibu.engine.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads the variables of all executions of a process instance with the first of them in a command. The engine by itself asks
 * for those of each execution, and whatever completes a task wants them from the task up to the process instance.
 */
class VariablesOfInstance extends VariableInstanceManager {

    /** By process instance, then by execution, as they were before this command changed anything. */
    private final Map<String, Map<String, List<VariableInstanceEntity>>> read = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String executionId) {
        var execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId);
        if (execution == null || execution.getProcessInstanceId() == null) {
            return super.findVariableInstancesByExecutionId(executionId);
        }
        return new ArrayList<>(read.computeIfAbsent(execution.getProcessInstanceId(), this::byExecution)
                .getOrDefault(executionId, List.of()));
    }

    private Map<String, List<VariableInstanceEntity>> byExecution(String processInstanceId) {
        return findVariableInstancesByProcessInstanceId(processInstanceId).stream()
                .filter(variable -> variable.getTaskId() == null && variable.getExecutionId() != null)
                .collect(Collectors.groupingBy(VariableInstanceEntity::getExecutionId));
    }

    /** Makes the engine read so. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return VariableInstanceManager.class;
        }

        @Override
        public Session openSession() {
            return new VariablesOfInstance();
        }
    }
}
