package org.qibu.engine.settings;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Gives groups their rights: by process definition, read off the deployed models, so that a task drawn tomorrow is seen
 * and workable for its candidates without anybody granting anything.
 */
@Component
public class Grants {

    private static final Pattern CANDIDATES = Pattern.compile("camunda:candidateGroups=\"([^\"]+)\"");
    /** Groups an expression chooses between. */
    private static final Pattern CHOSEN =
            Pattern.compile("camunda:candidateGroups=\"[^\"]*?'([a-z-]+)', '([a-z-]+)'\\)}");

    private static final Pattern STARTERS = Pattern.compile("camunda:candidateStarterGroups=\"([^\"]+)\"");
    /** Who may lead a matter, and therefore works on tasks of its lead unit. */
    private static final List<String> LEAD_UNITS = List.of(
            "residents-committee",
            "property-firm",
            "resident-units",
            "owners-committee",
            "department",
            "social-worker");

    private static final List<String> OVERSEERS =
            List.of("supervision", "subdistrict", "two-committees", "residents-committee");

    private final AuthorizationService authorizations;
    private final RepositoryService repository;

    Grants(AuthorizationService authorizations, RepositoryService repository) {
        this.authorizations = authorizations;
        this.repository = repository;
    }

    /** Brings the grants up to the deployed models and the known groups. */
    public void bringUpToDate(Set<String> groups) {
        groups.forEach(group -> grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        groups.forEach(group -> grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS));
        for (var model :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            var text = source(model);
            workers(text)
                    .forEach(group -> grant(
                            group,
                            Resources.PROCESS_DEFINITION,
                            model.getKey(),
                            Permissions.READ,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.TASK_WORK));
            named(STARTERS, text).forEach(group -> {
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        model.getKey(),
                        Permissions.READ,
                        Permissions.CREATE_INSTANCE);
                grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            });
        }
        grantProcessAdmins();
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

    private static Set<String> workers(String model) {
        var groups = new TreeSet<>(named(CANDIDATES, model));
        CHOSEN.matcher(model).results().forEach(match -> groups.addAll(List.of(match.group(1), match.group(2))));
        if (model.contains("\"lead-unit\"")) {
            groups.addAll(LEAD_UNITS);
        }
        groups.addAll(OVERSEERS);
        groups.remove("lead-unit");
        return groups;
    }

    private static Set<String> named(Pattern pattern, String model) {
        var groups = new TreeSet<String>();
        pattern.matcher(model)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).split(",")))
                .map(String::strip)
                .filter(group -> group.matches("[a-z-]+"))
                .forEach(groups::add);
        return groups;
    }

    private String source(ProcessDefinition model) {
        try (var stream = repository.getProcessModel(model.getId())) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
