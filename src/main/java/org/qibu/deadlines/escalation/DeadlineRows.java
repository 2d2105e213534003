package org.qibu.deadlines.escalation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.ladder.EscalationLevel;
import org.qibu.deadlines.ladder.Rung;
import org.qibu.deadlines.time.Allowance;
import org.qibu.deadlines.time.LateTask;
import org.qibu.deadlines.time.TimeGiven;
import org.qibu.engine.TaskFacts;
import org.qibu.mail.StaffNote;
import org.qibu.transaction.WrittenTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The deadlines of all tasks, as rows that outlive their tasks. */
@Repository
public class DeadlineRows {

    /** Stands between accounts, in none of which it can be. */
    private static final String BETWEEN = "\n";

    private final JdbcClient database;
    private final Clock clock;
    private final WrittenTogether<Change> changes = new WrittenTogether<>(this::write);

    DeadlineRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static final String CHANGE = """
            update deadline d set
              assignee = case when c.holds then c.assignee else d.assignee end,
              candidate_groups = case when c.holds then string_to_array(c.groups, :between) else d.candidate_groups end,
              candidate_users = case when c.holds then string_to_array(c.users, :between) else d.candidate_users end,
              state = case when c.ended is null then d.state else 'DONE' end,
              ended_at = coalesce(c.ended::timestamptz, d.ended_at),
              next_at = case when c.ended is null then d.next_at end
            from unnest(:tasks::text[], :holds::boolean[], :assignees::text[], :heldGroups::text[], :heldUsers::text[],
              :ends::text[]) c (task_id, holds, assignee, groups, users, ended)
            where d.task_id = c.task_id
            """;

    /** The same task of the matter with the same people and the same due moment, such as after a refused delay. */
    private static final String BEFORE = """
            before as (
              select task_id, due_at, level, red from %s
              where matter_no = :matter and process_key = :process and task_key = :key and due_at = :due
                and state = 'DONE' and task_id <> :id
                and candidate_groups @> :groups::text[] and candidate_groups <@ :groups::text[]
                and candidate_users @> :users::text[] and candidate_users <@ :users::text[])
            """;

    /** The deadlines as the statement leaves them that writes what waits. */
    private static final String AS_CHANGED = """
            (select task_id, due_at, level, red, matter_no, process_key, task_key, state, candidate_groups, candidate_users
             from deadline where matter_no = :matter and task_id <> all(:tasks)
             union all
             select task_id, due_at, level, red, matter_no, process_key, task_key, state, candidate_groups, candidate_users
             from changed) as standing
            """;

    /**
     * Writes down the deadline of a new task and lets it stand where the one it takes the place of stood: nobody is told the
     * same twice. What waits to be written about other tasks is written with it.
     *
     * @return the rungs it stands on
     */
    public Set<EscalationLevel> open(TaskFacts task, TimeGiven time) {
        var waiting = merged(changes.take());
        var allowance = Optional.ofNullable(time.allowance());
        var rungs = waiting(
                        waiting,
                        of(task, time.due(), "with changed as (" + CHANGE + """
                         returning d.*), """ + BEFORE.formatted(AS_CHANGED) + """
                        , opened as (
                        insert into deadline (task_id, task_key, task_name, process_key, matter_no, community_code, assignee,
                          candidate_groups, candidate_users, urgency, created_at, counted_from, amount, unit, due_at, next_at)
                        values (:id, :key, :name, :process, :matter, :community, :assignee, :groups, :users, :urgency,
                          :created, :from, :amount, :unit, :due, :created)
                        on conflict (task_id) do nothing)
                        insert into deadline_rung (task_id, due_at, rung, at, skipped, told)
                        select :id, :due, r.rung, max(r.at), true, '{}'
                        from before join deadline_rung r using (task_id, due_at) group by r.rung
                        on conflict do nothing returning rung"""))
                .param("name", Optional.ofNullable(task.taskName()).orElse(task.taskKey()))
                .param("community", task.communityCode())
                .param("assignee", task.assignee())
                .param("urgency", time.urgency().name())
                .param("created", Timestamp.from(task.createdAt()))
                .param("from", Timestamp.from(time.countedFrom()))
                .param("amount", allowance.map(Allowance::amount).orElse(0))
                .param("unit", allowance.map(each -> each.unit().name()).orElse(null))
                .query(String.class)
                .list();
        if (!rungs.isEmpty()) {
            of(task, time.due(), "with " + BEFORE.formatted("deadline") + """
                            update deadline set level = (select max(level) from before), red = (select bool_or(red) from before)
                            where task_id = :id""").update();
        }
        return rungs.stream().flatMap(rung -> EscalationLevel.of(rung).stream()).collect(Collectors.toSet());
    }

    private StatementSpec of(TaskFacts task, Instant due, String statement) {
        return database.sql(statement)
                .param("id", task.taskId())
                .param("matter", task.matterNo(), Types.VARCHAR)
                .param("process", task.processKey())
                .param("key", task.taskKey())
                .param("due", Timestamp.from(due))
                .param("groups", task.candidateGroups().toArray(String[]::new))
                .param("users", task.candidateUsers().toArray(String[]::new));
    }

    /**
     * What became of a task.
     *
     * @param facts whom it is with; null where that did not change
     * @param ended when it ended; null while it has not
     */
    private record Change(
            String taskId,
            @Nullable TaskFacts facts,
            @Nullable Instant ended) {

        Change and(Change later) {
            return new Change(
                    taskId, later.facts == null ? facts : later.facts, later.ended == null ? ended : later.ended);
        }
    }

    /** Keeps whom the task is with. */
    public void holders(TaskFacts task) {
        changes.add(new Change(task.taskId(), task, null));
    }

    /** The task is over; nobody is reminded any more. */
    public void end(String taskId) {
        changes.add(new Change(taskId, null, clock.instant()));
    }

    private void write(List<Change> many) {
        waiting(merged(many), database.sql(CHANGE)).update();
    }

    /** One change of each task, in the order in which their rows are locked. */
    private static List<Change> merged(List<Change> many) {
        var byTask = new TreeMap<String, Change>();
        many.forEach(change -> byTask.merge(change.taskId(), change, Change::and));
        return List.copyOf(byTask.values());
    }

    private static StatementSpec waiting(List<Change> all, StatementSpec statement) {
        return statement
                .param("between", BETWEEN)
                .param("tasks", all.stream().map(Change::taskId).toArray(String[]::new))
                .param(
                        "holds",
                        all.stream().map(change -> change.facts() != null).toArray(Boolean[]::new))
                .param("assignees", held(all, TaskFacts::assignee))
                .param("heldGroups", held(all, facts -> String.join(BETWEEN, facts.candidateGroups())))
                .param("heldUsers", held(all, facts -> String.join(BETWEEN, facts.candidateUsers())))
                .param(
                        "ends",
                        all.stream()
                                .map(change -> Objects.toString(change.ended(), null))
                                .toArray(String[]::new));
    }

    private static String[] held(List<Change> changes, Function<TaskFacts, String> part) {
        return changes.stream()
                .map(change -> change.facts() == null ? null : part.apply(change.facts()))
                .toArray(String[]::new);
    }

    /** Deadlines whose next rung may be due, locked until the commit; those another node works on are left to it. */
    List<LateTask> lockDue(Instant now, int most, Collection<String> except) {
        return database.sql("""
                        select * from deadline
                        where state = 'OPEN' and held_since is null and next_at <= :now and task_id <> all(:except)
                        order by community_code, next_at, task_id limit :most for update skip locked""")
                .param("now", Timestamp.from(now))
                .param("except", except.toArray(String[]::new))
                .param("most", most)
                .query(LateTask::read)
                .list();
    }

    /** The first moment after this at which a rung falls due. */
    public Optional<Instant> nextAfter(Instant now) {
        return database.sql("""
                        select min(next_at) as next from deadline
                        where state = 'OPEN' and held_since is null and next_at > ?""")
                .param(Timestamp.from(now))
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .single();
    }

    /** The rungs a task stood on for the due moment it has now, by task. */
    public Map<String, Set<EscalationLevel>> rungs(Collection<LateTask> tasks) {
        var found = new HashMap<String, Set<EscalationLevel>>();
        database.sql("""
                        select r.task_id, r.rung from deadline_rung r join deadline d using (task_id, due_at)
                        where r.task_id = any(?)""").param(ids(tasks)).query(row -> {
            var levels = found.computeIfAbsent(row.getString("task_id"), id -> EnumSet.noneOf(EscalationLevel.class));
            EscalationLevel.of(row.getString("rung")).ifPresent(levels::add);
        });
        return found;
    }

    /** Keeps what came of looking at tasks, and whom the notes tell of it. */
    void keep(List<Escalation> steps, List<StaffNote> told, Instant now) {
        var accounts = told.stream()
                .collect(Collectors.groupingBy(
                        StaffNote::taskId, Collectors.mapping(StaffNote::accountId, Collectors.joining(BETWEEN))));
        stoodOn(steps.stream().flatMap(step -> rungs(step, accounts)).toList(), now);
        database.sql("""
                        update deadline d set level = greatest(d.level, s.level), red = d.red or s.red, next_at = s.next_at::timestamptz
                        from unnest(:tasks::text[], :levels::int[], :reds::boolean[], :nexts::text[])
                          s (task_id, level, red, next_at)
                        where d.task_id = s.task_id""")
                .param("tasks", steps.stream().map(step -> step.task().taskId()).toArray(String[]::new))
                .param(
                        "levels",
                        steps.stream()
                                .map(step -> step.reached() == null
                                        ? 0
                                        : step.reached().level().number())
                                .toArray(Integer[]::new))
                .param(
                        "reds",
                        steps.stream()
                                .map(step -> step.effects().contains(Effect.RED))
                                .toArray(Boolean[]::new))
                .param(
                        "nexts",
                        steps.stream()
                                .map(step -> Objects.toString(step.next(), null))
                                .toArray(String[]::new))
                .update();
    }

    /** A rung a task stands on now, or passed over on its way there; the accounts that were told, as they are stored. */
    private record Stood(LateTask task, Rung rung, String told, boolean skipped) {}

    private static Stream<Stood> rungs(Escalation step, Map<String, String> told) {
        var skipped = step.skipped().stream().map(rung -> new Stood(step.task(), rung, "", true));
        var reached = Stream.ofNullable(step.reached())
                .map(rung -> new Stood(
                        step.task(), rung, told.getOrDefault(step.task().taskId(), ""), false));
        return Stream.concat(skipped, reached);
    }

    private void stoodOn(List<Stood> rungs, Instant now) {
        database.sql("""
                        insert into deadline_rung (task_id, due_at, rung, at, skipped, told)
                        select task_id, due_at::timestamptz, rung, :now::timestamptz, skipped, string_to_array(told, :between)
                        from unnest(:tasks::text[], :dues::text[], :rungs::text[], :skipped::boolean[], :told::text[])
                          stood (task_id, due_at, rung, skipped, told)""")
                .param("now", Timestamp.from(now))
                .param("between", BETWEEN)
                .param("tasks", texts(rungs, stood -> stood.task().taskId()))
                .param("dues", texts(rungs, stood -> stood.task().dueAt().toString()))
                .param("rungs", texts(rungs, stood -> stood.rung().level().name()))
                .param("skipped", rungs.stream().map(Stood::skipped).toArray(Boolean[]::new))
                .param("told", texts(rungs, Stood::told))
                .update();
    }

    private static String[] texts(List<Stood> rungs, Function<Stood, String> text) {
        return rungs.stream().map(text).toArray(String[]::new);
    }

    /** The open deadlines of these communities whose clock runs. */
    public List<LateTask> running(Collection<String> communities) {
        return database.sql("""
                        select * from deadline
                        where state = 'OPEN' and held_since is null and community_code = any(?) order by due_at, task_id""")
                .param(communities.toArray(String[]::new))
                .query(LateTask::read)
                .list();
    }

    /** The tasks with an open deadline. */
    public List<String> open() {
        return database.sql("select task_id from deadline where state = 'OPEN'")
                .query(String.class)
                .list();
    }

    /** The matters of which a deadline is open. */
    public Set<String> mattersOfOpen() {
        return Set.copyOf(
                database.sql("select distinct matter_no from deadline where state = 'OPEN' and matter_no is not null")
                        .query(String.class)
                        .list());
    }

    /** All open deadlines, locked until the commit. */
    public List<LateTask> lockOpen() {
        return database.sql("select * from deadline where state = 'OPEN' order by task_id for update")
                .query(LateTask::read)
                .list();
    }

    /** The open deadlines of tasks that were suspended just now, or go on just now. */
    public List<LateTask> lockTurned(Collection<String> suspended) {
        return database.sql("""
                        select * from deadline
                        where state = 'OPEN' and (held_since is null) = (task_id = any(?))
                        order by task_id for update skip locked""")
                .param(suspended.toArray(String[]::new))
                .query(LateTask::read)
                .list();
    }

    /** Stops the clock of a task. */
    public void hold(LateTask task, Instant now) {
        database.sql("update deadline set held_since = ? where task_id = ?")
                .params(Timestamp.from(now), task.taskId())
                .update();
    }

    /** Resumes the stopped clock of a task with a due moment of its own. */
    public void release(LateTask task, Instant due, Instant now) {
        carryRungs(task, due);
        database.sql("""
                        update deadline set held_since = null, due_at = :due, unit = null, next_at = :now
                        where task_id = :task""")
                .param("due", Timestamp.from(due))
                .param("now", Timestamp.from(now))
                .param("task", task.taskId())
                .update();
    }

    private void carryRungs(LateTask task, Instant due) {
        database.sql("update deadline_rung set due_at = ? where task_id = ? and due_at = ?")
                .params(Timestamp.from(due), task.taskId(), Timestamp.from(task.dueAt()))
                .update();
    }

    /** The open deadlines whose matter is of another urgency by now. */
    public List<LateTask> lockOfOtherUrgency() {
        return database.sql("""
                        select d.* from deadline d join matter m using (matter_no)
                        where d.state = 'OPEN' and m.urgency is not null and m.urgency <> d.urgency
                        order by d.task_id for update of d skip locked""").query(LateTask::read).list();
    }

    /** Gives a task another time; of the rungs it stood on these stay climbed, the others may be climbed again. */
    public void move(LateTask task, TimeGiven time, Collection<String> kept, Instant now) {
        database.sql("""
                        update deadline_rung set due_at = :due
                        where task_id = :task and due_at = :before and rung = any(:kept)""")
                .param("due", Timestamp.from(time.due()))
                .param("task", task.taskId())
                .param("before", Timestamp.from(task.dueAt()))
                .param("kept", kept.toArray(String[]::new))
                .update();
        var allowance = Optional.ofNullable(time.allowance());
        database.sql("""
                        update deadline set urgency = :urgency, amount = :amount, unit = :unit, due_at = :due, next_at = :now,
                          level = (select coalesce(max(right(rung, 1)::int), 0) from deadline_rung
                            where task_id = :task and due_at = :due and rung like 'OVERDUE%'),
                          red = red and exists (select 1 from deadline_rung
                            where task_id = :task and due_at = :due and rung in ('OVERDUE_L3', 'OVERDUE_L4'))
                        where task_id = :task""")
                .param("urgency", time.urgency().name())
                .param("amount", allowance.map(Allowance::amount).orElse(0))
                .param("unit", allowance.map(each -> each.unit().name()).orElse(null))
                .param("due", Timestamp.from(time.due()))
                .param("now", Timestamp.from(now))
                .param("task", task.taskId())
                .update();
    }

    /** Has every open deadline looked at in the next sweep. */
    public void lookAgain(Instant now) {
        database.sql("update deadline set next_at = ? where state = 'OPEN'")
                .param(Timestamp.from(now))
                .update();
    }

    /** The task the next lot begins with. */
    public Optional<String> firstDue(Instant now, Collection<String> except) {
        return database.sql("""
                        select task_id from deadline
                        where state = 'OPEN' and held_since is null and next_at <= ? and task_id <> all(?)
                        order by community_code, next_at, task_id limit 1""")
                .params(Timestamp.from(now), except.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    private static String[] ids(Collection<LateTask> tasks) {
        return tasks.stream().map(LateTask::taskId).toArray(String[]::new);
    }
}
