package org.qibu.engine.settings;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Gives groups their rights: by process definition, read off the deployed models, so that a task drawn tomorrow is seen
 * and workable for its candidates without anybody granting anything.
 */
@Component
@NamedInterface("settings")
public class Grants {

    private static final List<String> OVERSEERS =
            List.of("supervision", "subdistrict", "two-committees", "residents-committee");

    private final AuthorizationService authorizations;
    private final ModelGroups models;

    Grants(AuthorizationService authorizations, ModelGroups models) {
        this.authorizations = authorizations;
        this.models = models;
    }

    /** Brings the grants up to the deployed models and the known groups. */
    public void bringUpToDate(Set<String> groups) {
        groups.forEach(group -> grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        groups.forEach(group -> grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS));
        // a task shows whom it was offered to, by name
        groups.forEach(group -> grant(group, Resources.GROUP, ANY, Permissions.READ));
        followModels();
        grantProcessAdmins();
    }

    /** Grants the groups which the newest models name the rights to see and do what the models offer them, at once. */
    public void followModels() {
        for (var model : models.models()) {
            workers(model)
                    .forEach(group -> grant(
                            group,
                            Resources.PROCESS_DEFINITION,
                            model.getKey(),
                            Permissions.READ,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.TASK_WORK));
            models.starters(model).forEach(group -> {
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        model.getKey(),
                        Permissions.READ,
                        Permissions.CREATE_INSTANCE);
                grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            });
        }
    }

    private void grantProcessAdmins() {
        for (var application : List.of("cockpit", "tasklist", "welcome")) {
            grant("process-admin", Resources.APPLICATION, application, Permissions.ACCESS);
        }
        grant("process-admin", Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
        grant(
                "process-admin",
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE);
        grant("process-admin", Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.CREATE_INSTANCE);
        for (var resource : Resources.values()) {
            grant("camunda-admin", resource, ANY, Permissions.ALL);
        }
    }

    private Set<String> workers(ProcessDefinition model) {
        var groups = models.candidates(model);
        groups.addAll(OVERSEERS);
        return groups;
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        var grant = present != null ? present : authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        if (present != null && Arrays.stream(permissions).allMatch(grant::isPermissionGranted)) {
            return;
        }
        if (present == null) {
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        Arrays.stream(permissions).forEach(grant::addPermission);
        authorizations.saveAuthorization(grant);
    }
}
