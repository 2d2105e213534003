package org.qibu.engine.lists;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * The question behind every ready-made list: what somebody holds or is offered. A query asks it by saying "assigned to
 * this user, or unassigned with this user among its candidates"; whatever else it says narrows the answer.
 *
 * @param user whose tasks are asked for
 * @param groups the user's groups
 * @param question the part of the query that asks
 */
record Workable(String user, Collection<String> groups, TaskQueryImpl question) {

    /** Fields of a query that do not restrict which tasks are meant. */
    private static final Set<String> NO_CRITERIA = Set.of(
            "queries",
            "isOrQueryActive",
            "cachedCandidateGroups",
            "cachedUserGroups",
            "initializeFormKeys",
            "withCommentAttachmentInfo");

    private static final Set<String> QUESTION = Set.of("assignee", "candidateUser");

    private static final List<Field> CRITERIA = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !NO_CRITERIA.contains(field.getName()))
            .toList();

    static {
        CRITERIA.forEach(field -> field.setAccessible(true));
    }

    /** The question in this query; empty where it asks something else. */
    static Optional<Workable> in(TaskQueryImpl query) {
        return question(query)
                .map(part -> new Workable(
                        part.getAssignee(),
                        Optional.ofNullable(part.getCandidateGroups()).orElse(List.of()),
                        part));
    }

    static Optional<TaskQueryImpl> question(TaskQueryImpl query) {
        return query.getQueries().stream()
                .filter(TaskQueryImpl::isOrQueryActive)
                .filter(part -> part.getAssignee() != null
                        && part.getAssignee().equals(part.getCandidateUser())
                        && criteria(part).equals(QUESTION))
                .findFirst();
    }

    /** The names of the criteria this part of a query sets, as the engine's class calls them. */
    static Set<String> criteria(TaskQueryImpl part) {
        var unset = new TaskQueryImpl();
        return CRITERIA.stream()
                .filter(field -> !Objects.equals(value(field, part), value(field, unset)))
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    private static Object value(Field field, TaskQueryImpl query) {
        try {
            return field.get(query);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
