package org.qibu.engine.guard;

import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.qibu.engine.FormRefused;
import org.qibu.engine.identity.AsSystem;
import org.springframework.stereotype.Component;

/** Whom a task is offered to by hand: people and groups there are, and ends only what there is. */
@Component
class TaskLinkCheck {

    private final ProcessEngine engine;
    private final AsSystem asSystem;

    TaskLinkCheck(ProcessEngine engine, AsSystem asSystem) {
        this.engine = engine;
        this.asSystem = asSystem;
    }

    /** @throws FormRefused where there is no such account */
    void mustBeAccount(String userId) {
        var isThere = asSystem.call(() ->
                engine.getIdentityService().createUserQuery().userId(userId).count() > 0);
        if (!isThere) {
            throw new FormRefused("userId", "没有“" + userId + "”这个账号。");
        }
    }

    /** @throws FormRefused where there is no such group */
    void mustBeGroup(String groupId) {
        var isThere = asSystem.call(() ->
                engine.getIdentityService().createGroupQuery().groupId(groupId).count() > 0);
        if (!isThere) {
            throw new FormRefused("groupId", "没有“" + groupId + "”这个组。");
        }
    }

    /**
     * @param userId null for a group
     * @param groupId null for an account
     * @throws FormRefused where the task has no such link
     */
    void mustBeLinked(String taskId, String userId, String groupId, String type) {
        var isLinked = asSystem.call(() -> engine.getTaskService().getIdentityLinksForTask(taskId).stream()
                .anyMatch(link -> Objects.equals(link.getType(), type)
                        && Objects.equals(link.getUserId(), userId)
                        && Objects.equals(link.getGroupId(), groupId)));
        if (!isLinked) {
            throw new FormRefused(
                    userId == null ? "groupId" : "userId",
                    "这项任务没有指定给“" + (userId == null ? groupId : userId) + "”，什么也没有改动。");
        }
    }
}
