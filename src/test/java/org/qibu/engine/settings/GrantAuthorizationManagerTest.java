package org.qibu.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.process.ProcessTest;

/** Whoever may do something by the engine's own check may do it by the short one, and nobody else. */
class GrantAuthorizationManagerTest extends ProcessTest {

    private static final List<String> RESOURCE_IDS =
            Arrays.asList(null, "*", "deliberation", "consultation", "clerk", "granted", "for-all");

    private final List<Authorization> made = new ArrayList<>();

    @BeforeEach
    void somethingIsGrantedToOneAccountAndToEverybody() {
        grant(Authorization.AUTH_TYPE_GRANT, "watcher", Resources.TASK, "granted", TaskPermissions.TASK_WORK);
        grant(Authorization.AUTH_TYPE_GLOBAL, "*", Resources.TASK, "for-all", TaskPermissions.READ);
    }

    @AfterEach
    void takeBack() {
        made.forEach(each -> engine.getAuthorizationService().deleteAuthorization(each.getId()));
    }

    @Test
    void eachPermissionOfEachAccountIsAsTheEngineWouldSay() {
        var answers = compare();

        assertThat(answers).contains(true, false);
    }

    @Test
    void whatWasRevokedFromSomebodyStaysRevoked() {
        grant(
                Authorization.AUTH_TYPE_REVOKE,
                "clerk",
                Resources.PROCESS_DEFINITION,
                "deliberation",
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.UPDATE_TASK);

        compare();
        assertThat(ask("clerk", true, taskWork("deliberation"))).isFalse();
    }

    private List<Boolean> compare() {
        var answers = new ArrayList<Boolean>();
        for (var account : List.of("clerk", "rep", "watcher", "modeler", "admin", "supervisor", "nobody")) {
            for (var resource : Resources.values()) {
                for (var permission : permissions(resource)) {
                    for (var id : RESOURCE_IDS) {
                        answers.add(same(account, anyOf(check(resource, id, permission))));
                    }
                }
            }
            for (var id : RESOURCE_IDS) {
                answers.add(same(account, taskWork(id)));
                answers.add(same(account, both(id)));
            }
        }
        return answers;
    }

    private boolean same(String account, CompositePermissionCheck check) {
        var expected = ask(account, false, check);
        assertThat(ask(account, true, check)).as("%s %s", account, said(check)).isEqualTo(expected);
        return expected;
    }

    private boolean ask(String account, boolean isShort, CompositePermissionCheck check) {
        var groups = engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
                .map(group -> group.getId())
                .toList();
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> (isShort ? new GrantAuthorizationManager() : new AuthorizationManager())
                        .isAuthorized(account, groups, check));
    }

    private static List<Permission> permissions(Resource resource) {
        return switch ((Resources) resource) {
            case TASK -> List.of(TaskPermissions.TASK_WORK, TaskPermissions.READ, TaskPermissions.UPDATE);
            case PROCESS_DEFINITION ->
                List.of(
                        ProcessDefinitionPermissions.TASK_WORK,
                        ProcessDefinitionPermissions.UPDATE_TASK,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.READ);
            case USER -> List.of(Permissions.READ, Permissions.UPDATE);
            case APPLICATION -> List.of(Permissions.ACCESS);
            case DEPLOYMENT -> List.of(Permissions.CREATE);
            default -> List.of();
        };
    }

    /** As the engine puts it together when a task is completed. */
    private static CompositePermissionCheck taskWork(String id) {
        return anyOf(
                check(Resources.TASK, id, TaskPermissions.TASK_WORK),
                check(Resources.PROCESS_DEFINITION, id, ProcessDefinitionPermissions.TASK_WORK),
                check(Resources.TASK, id, TaskPermissions.UPDATE),
                check(Resources.PROCESS_DEFINITION, id, ProcessDefinitionPermissions.UPDATE_TASK));
    }

    private static CompositePermissionCheck both(String id) {
        var all = new CompositePermissionCheck(false);
        all.addAtomicCheck(check(Resources.TASK, id, TaskPermissions.READ));
        all.addAtomicCheck(check(Resources.PROCESS_DEFINITION, id, ProcessDefinitionPermissions.READ));
        all.getAtomicChecks().forEach(each -> each.setAuthorizationNotFoundReturnValue(0L));
        return all;
    }

    private static CompositePermissionCheck anyOf(PermissionCheck... checks) {
        var all = new CompositePermissionCheck(true);
        Arrays.asList(checks).forEach(all::addAtomicCheck);
        return all;
    }

    private static PermissionCheck check(Resource resource, String id, Permission permission) {
        var check = new PermissionCheck();
        check.setResource(resource);
        check.setResourceId(id);
        check.setPermission(permission);
        return check;
    }

    private static String said(CompositePermissionCheck check) {
        return check.getAllPermissionChecks().stream()
                .map(each -> each.getResource() + " " + each.getResourceId() + " " + each.getPermission())
                .toList()
                .toString();
    }

    private void grant(int type, String account, Resource resource, String id, Permission... permissions) {
        var authorization = engine.getAuthorizationService().createNewAuthorization(type);
        if (type != Authorization.AUTH_TYPE_GLOBAL) {
            authorization.setUserId(account);
        }
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        made.add(engine.getAuthorizationService().saveAuthorization(authorization));
    }
}
