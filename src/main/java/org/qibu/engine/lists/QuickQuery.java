package org.qibu.engine.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * A query of ours as the database answers it fast: what the user holds and what is offered are questions without a
 * common row, each with an index of its own (V79, V92), and no row is multiplied by a join. The same tasks as the
 * engine's own query, in the same order; equal ones by their ids, so that pages do not overlap.
 *
 * <p>For a page of what is offered to groups there are two ways, and the statement itself takes one: few tasks are looked
 * up one by one and sorted; among many the index of the order is walked until the page is full.
 */
final class QuickQuery {

    /** The most values put into a statement; a query with more goes the engine's own way. */
    private static final int MOST_VALUES = 3_000;
    /** Up to so many offers are looked up one by one. */
    private static final int FEW = 1_000;

    private static final String OFFERS = "with offers as materialized (select l.task_id_ from act_ru_identitylink l"
            + " where l.type_ = 'candidate' and %s limit " + (FEW + 1) + ") ";
    private static final String ARE_FEW = "(select count(*) from offers) <= " + FEW;

    private static final Set<String> SORTABLE = Set.of(
            "ID_",
            "NAME_",
            "DESCRIPTION_",
            "PRIORITY_",
            "ASSIGNEE_",
            "CREATE_TIME_",
            "DUE_DATE_",
            "FOLLOW_UP_DATE_",
            "PROC_INST_ID_",
            "EXECUTION_ID_",
            "TENANT_ID_");
    /** Where nobody chose: the most pressing first, then what is due first, then the newest. */
    private static final String PRESSING = "priority_ desc, due_date_ asc, create_time_ desc, id_";

    private final Sql sql = new Sql();
    private final TaskQueryImpl query;
    private final Workable asked;
    private final String groups;
    private final String narrowed;

    private QuickQuery(TaskQueryImpl query, Workable asked, ReadableTasks readable, Set<String> excluded) {
        this.query = query;
        this.asked = asked;
        this.groups = sql.in("l.group_id_", asked.groups());
        var conditions = narrowed(new ListCriteria(sql));
        rights(readable.of(query.getAuthCheck())).ifPresent(conditions::add);
        communities().ifPresent(conditions::add);
        if (!excluded.isEmpty()) {
            conditions.add("not " + sql.in("t.id_", excluded));
        }
        this.narrowed = conditions.stream().map(" and "::concat).collect(Collectors.joining());
    }

    /** The query, where it says nothing that only the engine's own can say; its checks have to be configured. */
    static Optional<QuickQuery> of(TaskQueryImpl query, Workable asked, ReadableTasks readable, Set<String> excluded) {
        var check = query.getAuthCheck();
        var plain = query.getQueries().stream()
                        .filter(part -> part != asked.question())
                        .allMatch(ListCriteria::canSay)
                && query.getOrderingProperties().stream()
                        .allMatch(order -> order.getRelation() == null
                                && SORTABLE.contains(order.getQueryProperty().getName()))
                && !check.isRevokeAuthorizationCheckEnabled()
                && (check.getPermissionChecks() == null
                        || check.getPermissionChecks().getCompositeChecks().isEmpty());
        if (!plain) {
            return Optional.empty();
        }
        return Optional.of(new QuickQuery(query, asked, readable, excluded))
                .filter(quick -> quick.sql.size() <= MOST_VALUES);
    }

    private List<String> narrowed(ListCriteria listCriteria) {
        var conditions = new ArrayList<String>();
        query.getQueries().stream()
                .filter(part -> part != asked.question())
                .forEach(part -> listCriteria.of(part).ifPresent(conditions::add));
        return conditions;
    }

    /** Held; offered to a group; offered to the person only. An "or" of them would hide each from its index. */
    private Stream<String> ways(String... toGroups) {
        var user = sql.value(asked.user());
        var byName = "t.assignee_ is null and " + offered("l.user_id_ = " + user) + " and not " + offered(groups);
        return Stream.of(Stream.of("t.assignee_ = " + user), Stream.of(toGroups), Stream.of(byName))
                .flatMap(each -> each)
                .map(way -> "from act_ru_task t where " + way + narrowed);
    }

    private static String offered(String candidate) {
        return "exists (select 1 from act_ru_identitylink l"
                + " where l.task_id_ = t.id_ and l.type_ = 'candidate' and " + candidate + ")";
    }

    private Optional<String> rights(ReadableTasks.Rights rights) {
        if (rights.everything()) {
            return Optional.empty();
        }
        var either = new ArrayList<>(List.of(sql.in("t.proc_def_id_", rights.definitions())));
        if (!rights.tasks().isEmpty()) {
            either.add(sql.in("t.id_", rights.tasks()));
        }
        if (query.getAuthCheck().isUseLeftJoin()) {
            either.add("t.case_execution_id_ is not null");
        }
        return Optional.of("(" + String.join(" or ", either) + ")");
    }

    private Optional<String> communities() {
        var check = query.getTenantCheck();
        if (!check.isTenantCheckEnabled()) {
            return Optional.empty();
        }
        var own = check.getAuthTenantIds();
        return Optional.of(
                own == null || own.isEmpty()
                        ? "t.tenant_id_ is null"
                        : "(t.tenant_id_ is null or " + sql.in("t.tenant_id_", own) + ")");
    }

    /** How many tasks there are. */
    Map<String, Object> count() {
        return sql.statement(ways("t.assignee_ is null and " + offered(groups))
                .map(way -> "(select count(*) " + way + ")")
                .collect(Collectors.joining(" + ", "select ", "")));
    }

    /** The page the query asks for: the best of each way, then the best of all. */
    Map<String, Object> page() {
        var order = order();
        var last = sql.value((long) query.getFirstResult() + query.getMaxResults());
        var few = "t.assignee_ is null and " + ARE_FEW + " and t.id_ in (select task_id_ from offers)";
        var many = "t.assignee_ is null and not " + ARE_FEW + " and " + offered(groups);
        return sql.statement(OFFERS.formatted(groups)
                + ways(few, many)
                        .map(way -> "(select t.* " + way + order + " limit " + last + ")")
                        .collect(Collectors.joining(" union all ", "select * from (", ") best" + order))
                + " limit " + sql.value(query.getMaxResults()) + " offset " + sql.value(query.getFirstResult()));
    }

    private String order() {
        if (query.getOrderingProperties().isEmpty()) {
            return " order by " + PRESSING;
        }
        return query.getOrderingProperties().stream()
                .map(order -> order.getQueryProperty().getName().toLowerCase(Locale.ROOT)
                        + (order.getDirection() == Direction.DESCENDING ? " desc" : " asc"))
                .collect(Collectors.joining(", ", " order by ", ", id_"));
    }
}
