package org.qibu.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.Execution;
import org.junit.jupiter.api.Test;
import org.qibu.process.ProcessTest;

/** Whichever execution is asked first, each has the variables the engine would find for it alone. */
class VariablesOfInstanceTest extends ProcessTest {

    @Test
    void eachExecutionOfAMatterHasItsOwnVariables() {
        var story = raise(Map.of()).verify().setAgenda();
        var executions = engine.getRuntimeService().createExecutionQuery().list().stream()
                .map(Execution::getId)
                .toList();
        var root = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(story.no())
                .processDefinitionKey("deliberation")
                .singleResult()
                .getId();

        var expected = found(executions, context -> new VariableInstanceManager());

        assertThat(found(executions, CommandContext::getVariableInstanceManager))
                .isEqualTo(expected);
        assertThat(expected.get(root)).isNotEmpty();
        assertThat(expected.values()).anyMatch(List::isEmpty);
    }

    @Test
    void theEngineAsksThisWay() {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            assertThat(context.getVariableInstanceManager()).isInstanceOf(VariablesOfInstance.class);
            return null;
        });
    }

    /** The ids of the variables of each execution, which the command has read before. */
    private Map<String, List<String>> found(
            List<String> executions, Function<CommandContext, VariableInstanceManager> manager) {
        return configuration().getCommandExecutorTxRequired().execute(context -> {
            var asked = manager.apply(context);
            var found = new TreeMap<String, List<String>>();
            for (var id : executions) {
                context.getExecutionManager().findExecutionById(id);
                found.put(
                        id,
                        asked.findVariableInstancesByExecutionId(id).stream()
                                .map(VariableInstanceEntity::getId)
                                .sorted()
                                .toList());
            }
            return found;
        });
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
