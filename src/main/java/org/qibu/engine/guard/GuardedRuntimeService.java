package org.qibu.engine.guard;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationAsyncBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;
import org.qibu.engine.FormRefused;

/**
 * The engine's runtime service behind the door: a matter starts with its form, and values come in with forms only.
 * Our own rooms, which run without an authenticated user of the engine, pass.
 */
class GuardedRuntimeService extends RuntimeServiceImpl {

    private final GuardCollaborators guardCollaborators;

    GuardedRuntimeService(GuardCollaborators guardCollaborators) {
        this.guardCollaborators = guardCollaborators;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String definitionId) {
        refuseStart();
        return super.createProcessInstanceById(definitionId);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String key) {
        refuseStart();
        return super.createProcessInstanceByKey(key);
    }

    @Override
    public ProcessInstance startProcessInstanceByMessage(String message, String key, Map<String, Object> variables) {
        refuseStart();
        return super.startProcessInstanceByMessage(message, key, variables);
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String message) {
        refuseMessage();
        return super.createMessageCorrelation(message);
    }

    @Override
    public MessageCorrelationAsyncBuilder createMessageCorrelationAsync(String message) {
        refuseMessage();
        return super.createMessageCorrelationAsync(message);
    }

    @Override
    public void messageEventReceived(String message, String executionId) {
        refuseMessage();
        super.messageEventReceived(message, executionId);
    }

    @Override
    public void messageEventReceived(String message, String executionId, Map<String, Object> variables) {
        refuseMessage();
        super.messageEventReceived(message, executionId, variables);
    }

    @Override
    public SignalEventReceivedBuilder createSignalEvent(String signal) {
        refuseMessage();
        return super.createSignalEvent(signal);
    }

    @Override
    public ConditionEvaluationBuilder createConditionEvaluation() {
        refuseMessage();
        return super.createConditionEvaluation();
    }

    @Override
    public void signal(String executionId) {
        refuseMessage();
        super.signal(executionId);
    }

    @Override
    public void signal(String executionId, Map<String, Object> variables) {
        refuseMessage();
        super.signal(executionId, variables);
    }

    @Override
    public void signal(String executionId, String name, Object data, Map<String, Object> variables) {
        refuseMessage();
        super.signal(executionId, name, data, variables);
    }

    @Override
    public void setVariable(String executionId, String name, Object value) {
        refuseVariables();
        super.setVariable(executionId, name, value);
    }

    @Override
    public void setVariableLocal(String executionId, String name, Object value) {
        refuseVariables();
        super.setVariableLocal(executionId, name, value);
    }

    @Override
    public void setVariables(String executionId, Map<String, ? extends Object> variables) {
        refuseVariables();
        super.setVariables(executionId, variables);
    }

    @Override
    public void setVariablesLocal(String executionId, Map<String, ? extends Object> variables) {
        refuseVariables();
        super.setVariablesLocal(executionId, variables);
    }

    @Override
    public void updateVariables(String executionId, Map<String, ? extends Object> changed, Collection<String> removed) {
        refuseVariables();
        super.updateVariables(executionId, changed, removed);
    }

    @Override
    public void updateVariablesLocal(
            String executionId, Map<String, ? extends Object> changed, Collection<String> removed) {
        refuseVariables();
        super.updateVariablesLocal(executionId, changed, removed);
    }

    private void refuseStart() {
        refuse("事项要从“登记议题”表单开始，请使用 submit-form。");
    }

    private void refuseMessage() {
        refuse("流程消息由事项页面和公众入口发出，不能直接发送。");
    }

    private void refuseVariables() {
        refuse("填写内容只能随表单提交，不能单独写入流程变量。");
    }

    private void refuse(String sentence) {
        if (guardCollaborators.tasks().user() != null) {
            throw new FormRefused("", sentence);
        }
    }
}
