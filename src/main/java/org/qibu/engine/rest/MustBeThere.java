package org.qibu.engine.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.qibu.engine.identity.SystemWork;

/**
 * Answers 404 where an update or delete would touch no row, for which the engine would say 204: where a request
 * changes a thing by an id there is not, or ends a membership there is not. One that adds a membership there is
 * already gets 409. Whether whoever asks may change what is there is the engine's business.
 */
@Priority(Priorities.USER)
final class MustBeThere implements ContainerRequestFilter {

    private static final String MISSING = "没有找到“%s”，什么也没有改动，请核对后再试。";
    private static final String ALREADY = "“%s”已经在其中，不用再加入。";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The things changed by an id behind their name; whatever else is changed, the engine looks for itself. */
    private static final Map<String, BiFunction<ProcessEngine, String, Query<?, ?>>> THINGS = Map.of(
            "job",
            (engine, id) -> engine.getManagementService().createJobQuery().jobId(id),
            "job-definition",
            (engine, id) ->
                    engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(id),
            "process-instance",
            (engine, id) ->
                    engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id),
            "process-definition",
            (engine, id) ->
                    engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionId(id),
            "user",
            (engine, id) -> engine.getIdentityService().createUserQuery().userId(id),
            "group",
            (engine, id) -> engine.getIdentityService().createGroupQuery().groupId(id),
            "tenant",
            (engine, id) -> engine.getIdentityService().createTenantQuery().tenantId(id));

    /** What a membership is of: the name of the list behind a thing. */
    private static final Map<String, String> MEMBERS =
            Map.of("members", "user", "user-members", "user", "group-members", "group");

    @Override
    public void filter(ContainerRequestContext request) {
        var parts = parts(request);
        if (READING.contains(request.getMethod()) || parts.size() < 2 || !THINGS.containsKey(parts.get(0))) {
            return;
        }
        if (parts.size() == 2 && request.getMethod().equals("POST")
                || parts.get(1).equals("key")) {
            return;
        }
        var engine = EngineUtil.lookupProcessEngine(null);
        if (!isThere(engine, parts.get(0), parts.get(1))) {
            refuse(request, parts.get(1));
        } else if (parts.size() == 4 && MEMBERS.containsKey(parts.get(2))) {
            membership(request, engine, parts);
        }
    }

    /** Behind the web apps the name of the engine comes first. */
    private static List<String> parts(ContainerRequestContext request) {
        var parts = request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.size() > 2 && parts.get(0).equals("engine") ? parts.subList(2, parts.size()) : parts;
    }

    private static boolean isThere(ProcessEngine engine, String kind, String id) {
        return asTheProduct(engine, THINGS.get(kind).apply(engine, id));
    }

    private static void membership(ContainerRequestContext request, ProcessEngine engine, List<String> parts) {
        var member = parts.get(3);
        var isMember = isMember(engine, parts.get(2), parts.get(1), member);
        if (!isThere(engine, MEMBERS.get(parts.get(2)), member) || !isMember && isEnding(request)) {
            refuse(request, member);
        } else if (isMember && !isEnding(request)) {
            refuse(request, Response.Status.CONFLICT, ALREADY.formatted(member));
        }
    }

    private static boolean isEnding(ContainerRequestContext request) {
        return request.getMethod().equals("DELETE");
    }

    private static boolean isMember(ProcessEngine engine, String list, String of, String member) {
        var identities = engine.getIdentityService();
        var found = switch (list) {
            case "members" -> identities.createUserQuery().userId(member).memberOfGroup(of);
            case "user-members" -> identities.createUserQuery().userId(member).memberOfTenant(of);
            default -> identities.createGroupQuery().groupId(member).memberOfTenant(of);
        };
        return asTheProduct(engine, found);
    }

    private static boolean asTheProduct(ProcessEngine engine, Query<?, ?> query) {
        var identities = engine.getIdentityService();
        var who = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return SystemWork.call(query::count) > 0;
        } finally {
            identities.setAuthentication(who);
        }
    }

    private static void refuse(ContainerRequestContext request, String id) {
        refuse(request, Response.Status.NOT_FOUND, MISSING.formatted(id));
    }

    private static void refuse(ContainerRequestContext request, Response.Status status, String sentence) {
        request.abortWith(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(RefusalBody.of("RequestRefused", sentence, List.of()))
                .build());
    }
}
