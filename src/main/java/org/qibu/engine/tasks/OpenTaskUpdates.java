package org.qibu.engine.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.identity.AsSystem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks by the hundred: whether they may be touched, and their time and weight changed at once. Written without raising
 * the engine's revision, so that nobody who is completing one of them is turned back.
 */
@Component
public class OpenTaskUpdates {

    private static final String[] TABLES = {"act_ru_task", "act_hi_taskinst"};

    private final TaskService tasks;
    private final AsSystem asSystem;
    private final JdbcClient database;
    private final JdbcTemplate statements;

    OpenTaskUpdates(TaskService tasks, AsSystem asSystem, JdbcClient database, JdbcTemplate statements) {
        this.tasks = tasks;
        this.asSystem = asSystem;
        this.database = database;
        this.statements = statements;
    }

    /** A task with the values in sight of it. */
    public record Known(TaskFacts task, Map<String, Object> routing) {}

    /** The tasks of these that are open, not suspended and in nobody's hands this moment; they stay so until the commit. */
    public Set<String> lock(Collection<String> taskIds) {
        return new HashSet<>(database.sql("""
                        select id_ from act_ru_task where id_ = any(?) and suspension_state_ = 1
                        order by id_ for update skip locked""")
                .param(taskIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Waits until nobody is working on any of these tasks, and holds them until the commit: before anything that belongs to
     * them is held, since whoever completes one holds the task first.
     */
    public void await(Collection<String> taskIds) {
        database.sql("select id_ from act_ru_task where id_ = any(?) order by id_ for update")
                .param(taskIds.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The tasks that are suspended, with their matter or alone. */
    public Set<String> suspended() {
        return new HashSet<>(database.sql("select id_ from act_ru_task where suspension_state_ = 2")
                .query(String.class)
                .list());
    }

    /** Tasks whose id stands in no row of this table of ours, which calls it {@code task_id}. */
    public List<Known> missingIn(String table, int most) {
        return database
                .sql("select id_ from act_ru_task where not exists (select 1 from %s where task_id = id_) limit ?"
                        .formatted(table))
                .param(most)
                .query(String.class)
                .list()
                .stream()
                .map(this::known)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Known> known(String taskId) {
        return asSystem.call(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .map(task -> new Known(facts(task), tasks.getVariables(taskId))));
    }

    private TaskFacts facts(Task task) {
        var links = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        return new TaskFacts(
                task.getId(),
                Objects.requireNonNullElse(task.getTaskDefinitionKey(), ""),
                task.getName(),
                processKey(task),
                matterNo(task),
                task.getTenantId(),
                task.getAssignee(),
                of(links, IdentityLink::getGroupId),
                of(links, IdentityLink::getUserId),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                task.getPriority(),
                task.getCreateTime().toInstant());
    }

    private static String processKey(Task task) {
        return task.getProcessDefinitionId() == null
                ? ""
                : task.getProcessDefinitionId().split(":")[0];
    }

    private String matterNo(Task task) {
        return database.sql("""
                        select r.business_key_ from act_ru_execution e
                        join act_ru_execution r on r.id_ = e.proc_inst_id_ where e.id_ = ?""")
                .param(task.getExecutionId())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static List<String> of(List<IdentityLink> links, Function<IdentityLink, String> part) {
        return links.stream().map(part).filter(Objects::nonNull).distinct().toList();
    }

    /** Adds to the priority of tasks, or takes from it; it stays between 0 and 100. */
    public void adjustPriority(Collection<String> taskIds, int more) {
        for (var table : TABLES) {
            database.sql("update %s set priority_ = greatest(0, least(100, priority_ + :more)) where id_ = any(:ids)"
                            .formatted(table))
                    .param("more", more)
                    .param("ids", taskIds.toArray(String[]::new))
                    .update();
        }
    }

    /** Gives tasks other due moments. */
    public void setDueDates(Map<String, Instant> moments) {
        var rows = new ArrayList<Object[]>();
        moments.forEach((task, due) -> rows.add(new Object[] {Timestamp.from(due), task}));
        for (var table : TABLES) {
            statements.batchUpdate("update %s set due_date_ = ? where id_ = ?".formatted(table), rows);
        }
    }
}
