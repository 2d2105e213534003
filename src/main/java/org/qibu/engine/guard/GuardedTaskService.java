package org.qibu.engine.guard;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.qibu.engine.FormRefused;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.gate.expression.QueryExpressions;
import org.qibu.engine.submission.TaskFormService;

/** The engine's task service behind the door: submitted values go to our tables, only candidates work. */
class GuardedTaskService extends TaskServiceImpl {

    private final GuardCollaborators guardCollaborators;

    GuardedTaskService(GuardCollaborators guardCollaborators) {
        this.guardCollaborators = guardCollaborators;
    }

    /** Answers questions that come from outside as values say, never as expressions do. */
    @Override
    public TaskQuery createTaskQuery() {
        var query = new TaskQueryImpl(commandExecutor);
        query.addValidator(QueryExpressions.REFUSED);
        return query;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> submitted) {
        guardCollaborators.completing(taskId, submitted, routing -> {
            super.complete(taskId, routing);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> submitted, boolean deserialize) {
        return guardCollaborators.completing(
                taskId, submitted, routing -> super.completeWithVariablesInReturn(taskId, routing, deserialize));
    }

    @Override
    public void claim(String taskId, String userId) {
        guardCollaborators.holding(taskId, () -> {
            var user = guardCollaborators.tasks().user();
            if (user != null && !user.equals(userId)) {
                throw new NotYourTask("任务只能由本人认领。");
            }
            if (user != null) {
                guardCollaborators.tasks().mustBeWorkable(taskId, userId);
            }
            super.claim(taskId, userId);
        });
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        var user = guardCollaborators.tasks().user();
        if (user == null) {
            guardCollaborators.holding(taskId, () -> super.setAssignee(taskId, userId));
        } else if (userId == null) {
            guardCollaborators.holding(taskId, () -> giveBack(taskId, user));
        } else {
            guardCollaborators.links().mustBeAccount(userId);
            guardCollaborators.holding(taskId, () -> {
                guardCollaborators.tasks().mustBeWorkable(taskId, userId);
                super.setAssignee(taskId, userId);
            });
        }
    }

    /** Whoever holds a task may give it back; only an administrator takes it from somebody else. */
    private void giveBack(String taskId, String user) {
        if (guardCollaborators.tasks().isHeldBy(taskId, user)) {
            guardCollaborators.tasks().asSystem(() -> super.setAssignee(taskId, null));
        } else {
            super.setAssignee(taskId, null);
        }
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, Map.of());
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> submitted) {
        refuseUnlessSystem("任务不能转派后交回，请直接办理。");
        super.resolveTask(taskId, submitted);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        refuseUnlessSystem("任务不能转派，请由经办人员认领办理。");
        super.delegateTask(taskId, userId);
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        handleBpmnError(taskId, code, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        handleBpmnError(taskId, code, message, null);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        refuseUnlessSystem("任务不能以流程错误结束，请按表单办理。");
        super.handleBpmnError(taskId, code, message, variables);
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        handleEscalation(taskId, code, null);
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        refuseUnlessSystem("任务不能以流程升级结束，请按表单办理。");
        super.handleEscalation(taskId, code, variables);
    }

    @Override
    public void setVariable(String taskId, String name, Object value) {
        refuseVariables();
        super.setVariable(taskId, name, value);
    }

    @Override
    public void setVariableLocal(String taskId, String name, Object value) {
        refuseVariables();
        super.setVariableLocal(taskId, name, value);
    }

    @Override
    public void setVariables(String taskId, Map<String, ? extends Object> variables) {
        refuseVariables();
        super.setVariables(taskId, variables);
    }

    @Override
    public void setVariablesLocal(String taskId, Map<String, ? extends Object> variables) {
        refuseVariables();
        super.setVariablesLocal(taskId, variables);
    }

    @Override
    public void updateVariables(String taskId, Map<String, ? extends Object> changed, Collection<String> removed) {
        refuseVariables();
        super.updateVariables(taskId, changed, removed);
    }

    @Override
    public void updateVariablesLocal(String taskId, Map<String, ? extends Object> changed, Collection<String> removed) {
        refuseVariables();
        super.updateVariablesLocal(taskId, changed, removed);
    }

    @Override
    public void saveTask(Task task) {
        guardCollaborators.holding(task.getId(), () -> {
            if (guardCollaborators.tasks().user() != null) {
                guardCollaborators.tasks().mustKeepWhatIsGiven(task);
            }
            super.saveTask(task);
        });
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        if (IdentityLinkType.ASSIGNEE.equals(type)) {
            setAssignee(taskId, userId);
            return;
        }
        guardCollaborators.holding(taskId, () -> {
            if (guardCollaborators.tasks().user() != null) {
                guardCollaborators.links().mustBeAccount(userId);
            }
            super.addUserIdentityLink(taskId, userId, type);
        });
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String type) {
        guardCollaborators.holding(taskId, () -> {
            if (guardCollaborators.tasks().user() != null) {
                guardCollaborators.links().mustBeGroup(groupId);
            }
            super.addGroupIdentityLink(taskId, groupId, type);
        });
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        guardCollaborators.holding(taskId, () -> {
            if (guardCollaborators.tasks().user() != null) {
                guardCollaborators.links().mustBeLinked(taskId, userId, null, type);
            }
            super.deleteUserIdentityLink(taskId, userId, type);
        });
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String type) {
        guardCollaborators.holding(taskId, () -> {
            if (guardCollaborators.tasks().user() != null) {
                guardCollaborators.links().mustBeLinked(taskId, null, groupId, type);
            }
            super.deleteGroupIdentityLink(taskId, groupId, type);
        });
    }

    @Override
    public void setDueDate(String taskId, Date due) {
        refuseUnlessSystem(TaskFormService.TIME_IS_GIVEN);
        super.setDueDate(taskId, due);
    }

    @Override
    public void setPriority(String taskId, int priority) {
        refuseUnlessSystem(TaskFormService.TIME_IS_GIVEN);
        super.setPriority(taskId, priority);
    }

    private void refuseVariables() {
        if (guardCollaborators.tasks().user() != null) {
            throw new FormRefused("", "填写内容只能随表单提交，不能单独写入流程变量。");
        }
    }

    private void refuseUnlessSystem(String sentence) {
        if (guardCollaborators.tasks().user() != null) {
            throw new NotYourTask(sentence);
        }
    }
}
