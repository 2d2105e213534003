package org.qibu.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.form.StartFormChoices;
import org.qibu.engine.submission.FormVariables;
import org.qibu.engine.submission.StartFormService;
import org.qibu.engine.submission.StartRequests;

/** The engine's form service behind the door: forms are checked, kept by us and filled from our tables. */
class GuardedFormService extends FormServiceImpl {

    private final GuardCollaborators guardCollaborators;
    private final FormVariables variables = new FormVariables();

    GuardedFormService(GuardCollaborators guardCollaborators) {
        this.guardCollaborators = guardCollaborators;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> submitted) {
        guardCollaborators.completing(taskId, submitted, routing -> {
            super.submitTaskForm(taskId, routing);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> submitted, boolean deserialize) {
        return guardCollaborators.completing(
                taskId, submitted, routing -> super.submitTaskFormWithVariablesInReturn(taskId, routing, deserialize));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> submitted) {
        submitTaskForm(taskId, new LinkedHashMap<>(submitted));
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, Map<String, Object> submitted) {
        return start(definitionId, submitted);
    }

    /** A business key from outside is ignored: the matter's number is ours to give. */
    @Override
    public ProcessInstance submitStartForm(String definitionId, String ignored, Map<String, Object> submitted) {
        return start(definitionId, submitted);
    }

    @Override
    public ProcessInstance submitStartFormData(String definitionId, Map<String, String> submitted) {
        return start(definitionId, new LinkedHashMap<>(submitted));
    }

    @Override
    public ProcessInstance submitStartFormData(String definitionId, String ignored, Map<String, String> submitted) {
        return start(definitionId, new LinkedHashMap<>(submitted));
    }

    /** @param sent null where the request names no values, which is a form left empty */
    private ProcessInstance start(String definitionId, Map<String, Object> sent) {
        var submitted = sent == null ? Map.<String, Object>of() : sent;
        var user = guardCollaborators.tasks().user();
        var starter = user == null ? StartRequests.NOBODY : user;
        var key = guardCollaborators.requests().key(starter);
        var content = StartRequests.contentOf(definitionId, submitted);
        return guardCollaborators.starting(definitionId, submitted, () -> {
            if (key.isPresent() && !guardCollaborators.requests().claimKey(starter, key.get(), content)) {
                return startedBefore(guardCollaborators.requests().matterNo(starter, key.get()));
            }
            var started = open(definitionId, user, submitted);
            key.ifPresent(first -> guardCollaborators.requests().started(starter, first, started.getBusinessKey()));
            return started;
        });
    }

    private ProcessInstance open(String definitionId, String user, Map<String, Object> submitted) {
        var started = guardCollaborators.starts().open(definitionId, user, submitted);
        return StartFormService.inCommunity(
                started.communityCode(),
                () -> super.submitStartForm(definitionId, started.matterNo(), started.routing()));
    }

    /** The same answer as before, also where the matter is over by now. */
    private ProcessInstance startedBefore(String matterNo) {
        return guardCollaborators
                .starts()
                .started(matterNo)
                .orElseThrow(() -> TaskUnavailable.builtOn("这件议题已经登记，事项编号是 " + matterNo + "，不用再提交。"));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        super.getTaskFormData(taskId);
        return guardCollaborators.showing(
                taskId, () -> variables.of(guardCollaborators.tasks().prefill(taskId), names));
    }

    @Override
    public VariableMap getStartFormVariables(String definitionId) {
        return getStartFormVariables(definitionId, null, true);
    }

    @Override
    public VariableMap getStartFormVariables(String definitionId, Collection<String> names, boolean deserialize) {
        super.getStartFormData(definitionId);
        return variables.of(
                guardCollaborators
                        .starts()
                        .prefill(definitionId, guardCollaborators.tasks().user()),
                names);
    }

    /** With the choices of whoever opens it. */
    @Override
    public InputStream getDeployedStartForm(String definitionId) {
        try (var form = super.getDeployedStartForm(definitionId)) {
            var user = guardCollaborators.tasks().user();
            var source = form.readAllBytes();
            return new ByteArrayInputStream(
                    user == null
                            ? source
                            : StartFormChoices.fill(
                                    source, guardCollaborators.starts().prefill(definitionId, user)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
