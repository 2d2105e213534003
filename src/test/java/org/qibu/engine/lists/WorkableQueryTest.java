package org.qibu.engine.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.identity.SystemWork;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The query of our own finds what the engine's finds: the same tasks, in the same order, page by page, and as many. The
 * engine's is reached by asking in addition that a task is nobody's subtask, which none is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkableQueryTest extends ProcessTest {

    private static final int TASKS = 400;
    private static final int MANY = 1_300;
    private static final List<String> COMMUNITIES = List.of("HZ-AS", "HZ-FY", "XS-AZ", "TX-HB");
    private static final List<String> GROUPS = List.of(
            "residents-committee",
            "grid-staff",
            "two-committees",
            "result-supervisors",
            "property-firm",
            "subdistrict");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Autowired
    private JdbcClient database;

    private Authorization singleTask;

    @BeforeAll
    void manyTasksOfAllKinds() {
        SystemWork.run(this::lots);
    }

    private void lots() {
        var patterns = List.of(
                raise().task("task_verifyIssue"),
                raise().by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "safetyRisk", true))
                        .task("task_studyTopic"),
                decided().plan().task("task_progress"),
                worked().draft().object().task("task_handleObjection"));
        for (int n = 0; n < TASKS; n++) {
            var pattern = patterns.get(random.nextInt(patterns.size()));
            add("lot-" + n, pattern);
        }
        // so many that a page of them is found the other way than one of few
        for (int n = 0; n < MANY; n++) {
            link("lot-" + n % TASKS, "two-committees", null);
        }
        singleTask = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        singleTask.setUserId("bureau");
        singleTask.setResource(Resources.TASK);
        singleTask.setResourceId("lot-7");
        singleTask.addPermission(Permissions.READ);
        singleTask = engine.getAuthorizationService().saveAuthorization(singleTask);
        link("lot-7", null, "bureau");
    }

    private void add(String id, Task pattern) {
        database.sql("""
                        insert into act_ru_task
                        select (jsonb_populate_record(t, cast(:changes as jsonb))).* from act_ru_task t where id_ = :pattern""")
                .param("changes", """
                        {"id_": "%s", "tenant_id_": "%s", "assignee_": %s, "priority_": %d, "suspension_state_": %d,
                         "create_time_": "%s", "due_date_": %s}""".formatted(
                        id,
                        one(COMMUNITIES),
                        random.nextInt(3) > 0 ? "null" : "\"" + one(List.of("clerk", "head", "property")) + "\"",
                        random.nextInt(3) * 20,
                        random.nextInt(9) == 0 ? 2 : 1,
                        moment(),
                        random.nextInt(4) == 0 ? "null" : "\"" + moment() + "\""))
                .param("pattern", pattern.getId())
                .update();
        for (int links = random.nextInt(4); links > 0; links--) {
            link(id, random.nextInt(4) == 0 ? null : one(GROUPS), one(List.of("clerk", "property2", "watcher")));
        }
    }

    /** A group, or else a person. */
    private void link(String task, String group, String user) {
        database.sql("insert into act_ru_identitylink (id_, rev_, type_, group_id_, user_id_, task_id_)"
                        + " values (?, 1, ?, ?, ?, ?)")
                .params(
                        "lot-link-" + random.nextLong(),
                        random.nextInt(6) == 0 ? "owner" : "candidate",
                        group,
                        group == null ? user : null,
                        task)
                .update();
    }

    private Timestamp moment() {
        return Timestamp.from(Instant.now().plus(Duration.ofHours(random.nextInt(240) - 120)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @AfterAll
    void takeThemAway() {
        SystemWork.run(() -> engine.getAuthorizationService().deleteAuthorization(singleTask.getId()));
        database.sql("delete from act_ru_identitylink where task_id_ like 'lot-%'")
                .update();
        database.sql("delete from act_ru_task where id_ like 'lot-%'").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk",
                "clerk-fy",
                "head",
                "secretary",
                "watcher",
                "property",
                "property2",
                "subdistrict",
                "bureau",
                "admin"
            })
    void bothFindTheSame(String account) {
        for (int turn = 0; turn < 25; turn++) {
            var narrowing = narrowing();
            var order = order();
            var first = random.nextInt(3) * 7;
            as(account, () -> {
                var ours = order.apply(narrowing.apply(workable(account)));
                var engines = order.apply(narrowing.apply(workable(account)))
                        .excludeSubtasks()
                        .orderByTaskId()
                        .asc();
                var described = "%s, random numbers of %d".formatted(account, seed);
                assertThat(ours.count()).as(described).isEqualTo(engines.count());
                assertThat(ids(ours.listPage(first, 15))).as(described).isEqualTo(ids(engines.listPage(first, 15)));
                assertThat(ids(ours.list())).as(described).isEqualTo(ids(engines.list()));
            });
        }
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }

    private TaskQuery workable(String account) {
        return engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssignee(account)
                .taskCandidateUser(account)
                .endOr();
    }

    /** Some of what our lists narrow by; the same every time it is applied. */
    private UnaryOperator<TaskQuery> narrowing() {
        var now = new Date();
        var all = new ArrayList<UnaryOperator<TaskQuery>>(List.of(
                TaskQuery::active,
                TaskQuery::taskAssigned,
                TaskQuery::taskUnassigned,
                query -> query.dueBefore(now),
                query -> query.dueAfter(now),
                query -> query.processVariableValueEquals("urgency", "EMERGENCY"),
                query -> query.processDefinitionKeyIn("issue-collection", "implementation"),
                query -> query.or()
                        .processDefinitionKeyIn("agenda-setting")
                        .processVariableValueEquals("noticeKind", "COMPLETION")
                        .endOr(),
                query -> query.or().dueBefore(now).taskUnassigned().endOr()));
        Collections.shuffle(all, random);
        var some = all.subList(0, random.nextInt(3));
        return query -> some.stream().reduce(query, (so, next) -> next.apply(so), (one, other) -> other);
    }

    private UnaryOperator<TaskQuery> order() {
        return one(List.<UnaryOperator<TaskQuery>>of(
                query -> query.orderByTaskCreateTime().desc(),
                query -> query.orderByTaskCreateTime().asc(),
                query -> query.orderByDueDate().asc(),
                query -> query.orderByDueDate().desc(),
                query -> query.orderByTaskPriority().desc().orderByDueDate().asc(),
                query -> query.orderByTaskAssignee().asc().orderByTaskName().desc(),
                query -> query.orderByFollowUpDate().desc()));
    }
}
