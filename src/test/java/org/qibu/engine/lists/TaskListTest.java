package org.qibu.engine.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.access.Groups;
import org.qibu.demo.DemoAccount;
import org.qibu.demo.DemoAccounts;
import org.qibu.engine.identity.SystemWork;
import org.qibu.matter.Urgency;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.qibu.process.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each role of the demonstration sees in the task list, and what it can work on, in two communities. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskListTest extends ProcessTest {

    private static final String AISHAN = "HZ-AS";
    private static final String RESETTLEMENT = "XS-AZ";

    /** What belongs into a list, besides that the reader can work on it. */
    private static final Map<String, BiPredicate<Waiting, String>> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("可办理的任务", (waiting, account) -> true);
        LISTS.put("我的任务", (waiting, account) -> account.equals(waiting.task().getAssignee()));
        LISTS.put("待认领的任务", (waiting, account) -> waiting.task().getAssignee() == null);
        LISTS.put("已超期", (waiting, account) -> waiting.isDueWithin(Duration.ZERO));
        LISTS.put(
                "两天内到期",
                (waiting, account) -> waiting.isDueWithin(Duration.ofDays(2)) && !waiting.isDueWithin(Duration.ZERO));
        LISTS.put("特急", (waiting, account) -> waiting.urgency() == Urgency.EMERGENCY);
        LISTS.put("紧急", (waiting, account) -> waiting.urgency() == Urgency.URGENT);
        LISTS.put("一、议题征集", (waiting, account) -> waiting.isOf("issue-collection"));
        LISTS.put("二、议题确定", (waiting, account) -> waiting.isOf("agenda-setting"));
        LISTS.put("三、协商议事", (waiting, account) -> waiting.isOf("consultation"));
        LISTS.put("四、决策表决", (waiting, account) -> waiting.isOf("decision"));
        LISTS.put("五、组织实施", (waiting, account) -> waiting.isOf("implementation"));
        LISTS.put("六、反馈公开", (waiting, account) -> waiting.isOf("feedback") || waiting.isOf("public-notice"));
        LISTS.put("七、评议回看", (waiting, account) -> waiting.isOf("review"));
    }

    @Autowired
    private DemoAccounts demoAccounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TaskLists taskLists;

    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Boolean> workable = new HashMap<>();

    /** A task that waits, in a matter of this urgency. */
    private record Waiting(String community, Task task, String matterNo, Urgency urgency) {

        boolean isOf(String process) {
            return task.getProcessDefinitionId().startsWith(process + ":");
        }

        boolean isDueWithin(Duration time) {
            return task.getDueDate() != null
                    && task.getDueDate().toInstant().isBefore(Instant.now().plus(time));
        }
    }

    @BeforeAll
    void mattersWaitInTwoCommunities() {
        SystemWork.run(this::matters);
    }

    private void matters() {
        matters(AISHAN);
        matters(RESETTLEMENT);
        var recount = agreed("RES_MAJOR")
                .by("secretary", "task_partyStudy", Forms.partyStudied("SUBMIT"))
                .poll(electorate("RESIDENTS_REP_MEETING").id())
                .by("teller", "task_enterBallots", Forms.counted(10, 10))
                .by("scrutineer", "task_certifyCount", Forms.certified(false));
        waits(AISHAN, recount, "task_enterBallots");
        waits(AISHAN, decided().implement().draft().object(), "task_handleObjection");
        waits(AISHAN, published().fire("timer_surveyOver").fire("timer_returnVisitDue"), "task_returnVisit");
        waits(AISHAN, published().visit(false), "task_evaluate");
        waits(AISHAN, agreed("COM_AFFAIR"), "task_confirmConsensus");
        waits(AISHAN, raise().verify().setAgenda(), "task_recordMeeting");
    }

    /** In each of the two communities the same seven tasks wait. */
    private void matters(String community) {
        due(waits(community, raiseAs("clerk", community, Map.of()), "task_verifyIssue"), Duration.ofDays(-1));
        var refused = raiseAs("clerk", community, Map.of())
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "illegalDemand", true))
                .send("collection.recheckRequested");
        due(waits(community, refused, "task_recheckRefusal"), Duration.ofDays(1));
        var studied = raiseAs("clerk", community, Map.of()).verify().study();
        due(waits(community, studied, "task_fixAgenda"), Duration.ofDays(3));
        var dangerous = raiseAs("clerk", community, Map.of())
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "safetyRisk", true));
        due(waits(community, dangerous, "task_studyTopic"), Duration.ofHours(30));
        var large = raiseAs("clerk", community, Map.of())
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "affectedHouseholds", 60));
        due(waits(community, large, "task_studyTopic"), Duration.ofDays(-2));
        var decided = raiseAs("clerk", community, Map.of())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .plan();
        var held = waits(community, decided, "task_progress");
        as("property", () -> engine.getTaskService().claim(held.task().getId(), "property"));
        waits(
                community,
                raiseAs("clerk", community, Map.of())
                        .verify()
                        .setAgenda()
                        .agree()
                        .confirm()
                        .work(),
                "task_acceptWork");
    }

    private Waiting waits(String community, Story story, String taskKey) {
        var matter = story.matter();
        var task = new Waiting(community, story.task(taskKey), matter.matterNo(), matter.urgencyOfTasks());
        waiting.add(task);
        return task;
    }

    private void due(Waiting waits, Duration ahead) {
        var task = fresh(waits);
        task.setDueDate(Date.from(Instant.now().plus(ahead)));
        engine.getTaskService().saveTask(task);
    }

    private Task fresh(Waiting waits) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(waits.task().getId())
                .singleResult();
    }

    private Stream<Waiting> now() {
        return waiting.stream()
                .map(each -> new Waiting(each.community(), fresh(each), each.matterNo(), each.urgency()));
    }

    Stream<Arguments> everyAccountAndList() {
        return demoAccounts.list().stream()
                .map(DemoAccount::name)
                .flatMap(account -> LISTS.keySet().stream().map(list -> arguments(account, list)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyAccountAndList")
    void aListShowsExactlyWhatTheDoorLetsItsReaderDo(String account, String list) {
        var expected = now().filter(each -> LISTS.get(list).test(each, account))
                .filter(each -> mayWorkOn(each, account))
                .map(each -> each.task().getId())
                .collect(Collectors.toCollection(TreeSet::new));
        var shown = listed(account, list).stream().map(Task::getId).collect(Collectors.toCollection(TreeSet::new));
        shown.retainAll(ids());
        assertThat(shown).isEqualTo(expected);
    }

    private boolean mayWorkOn(Waiting each, String account) {
        return workable.computeIfAbsent(account + " " + each.task().getId(), key -> isWorkable(each, account));
    }

    private boolean isWorkable(Waiting each, String account) {
        return openTasks.of(each.matterNo(), account).stream()
                .anyMatch(open -> open.id().equals(each.task().getId()) && open.workable());
    }

    @Test
    void everyReadyMadeListIsTested() {
        assertThat(names("admin")).containsAll(LISTS.keySet());
        assertThat(readyMade()).hasSize(LISTS.size());
    }

    @ParameterizedTest(name = "{0} sees the lists of {1}")
    @CsvSource({
        "clerk, 一二三四五六",
        "head, 一二三四五六",
        "secretary, 二三四五六",
        "rep, 三",
        "facilitator, 三五",
        "mediator, 三",
        "expert, 二",
        "teller, 四",
        "scrutineer, 四",
        "property, 五",
        "unit, 五",
        "owners, 四五",
        "supervisor, 七",
        "watcher, 五七",
        "subdistrict, 一五",
        "inspector, 七",
        "department, 五",
        "bureau, ''",
        "archivist, 七",
        "modeler, ''"
    })
    void theListOfAStepIsSeenByThoseWhoWorkInIt(String account, String steps) {
        var seen = names(account).stream()
                .filter(name -> name.matches(".、.*"))
                .map(name -> name.substring(0, 1))
                .sorted((one, other) -> "一二三四五六七".indexOf(one) - "一二三四五六七".indexOf(other))
                .collect(Collectors.joining());
        assertThat(seen).isEqualTo(steps);
    }

    private List<String> names(String account) {
        return as(
                account,
                () -> engine.getFilterService().createFilterQuery().list().stream()
                        .map(Filter::getName)
                        .toList());
    }

    private List<Filter> readyMade() {
        return engine.getFilterService().createFilterQuery().list().stream()
                .filter(filter -> filter.getProperties().containsKey("qibu"))
                .toList();
    }

    @Test
    void whoeverLedTheWorkDoesNotFindItsAcceptanceInAnyList() {
        var matter = waiting.stream()
                .filter(each -> each.task().getTaskDefinitionKey().equals("task_acceptWork"))
                .findFirst()
                .orElseThrow();
        var unit = matters.get(matter.matterNo()).leadUnit();
        database.sql("insert into organisation_member values (?, ?, 'watcher')")
                .params(matter.community(), unit)
                .update();
        try {
            assertThat(ids("watcher", "可办理的任务")).doesNotContain(matter.task().getId());
            assertThat(ids("watcher", "五、组织实施")).doesNotContain(matter.task().getId());
            assertThat(page("watcher", "可办理的任务")).doesNotContain(matter.task().getId());
        } finally {
            database.sql("delete from organisation_member where account = 'watcher'")
                    .update();
        }
        assertThat(ids("watcher", "可办理的任务")).contains(matter.task().getId());
    }

    /** Read page by page, two tasks each. */
    private List<String> page(String account, String list) {
        return as(account, () -> {
            var read = new ArrayList<String>();
            var newest = newestFirst();
            for (int first = 0; first < engine.getFilterService().count(id(list)); first += 2) {
                engine.getFilterService()
                        .<Task, TaskQuery>listPage(id(list), newestFirst(), first, 2)
                        .forEach(task -> read.add(task.getId()));
            }
            assertThat(read)
                    .containsExactlyElementsOf(
                            engine.getFilterService().<Task, TaskQuery>list(id(list), newest).stream()
                                    .map(Task::getId)
                                    .toList());
            return read;
        });
    }

    private TaskQuery newestFirst() {
        return engine.getTaskService()
                .createTaskQuery()
                .active()
                .orderByTaskCreateTime()
                .desc()
                .orderByTaskId()
                .asc();
    }

    @Test
    void anEarlierInstallationsListsAreBroughtUpToDateAndPeoplesOwnAreLeftAlone() {
        var filters = engine.getFilterService();
        var before = readyMade().stream().map(Filter::getId).toList();
        var mine = filters.createFilterQuery().filterId(id("我的任务")).singleResult();
        mine.setName("我的任务");
        mine.setProperties(Map.of("priority", 2, "refresh", true, "color", "#1f5f8b", "variables", List.of()));
        mine.setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        filters.saveFilter(mine);
        var renamed = filters.createFilterQuery().filterId(id("已超期")).singleResult();
        renamed.setName("晚了的");
        filters.saveFilter(renamed);
        var own = filters.newTaskFilter("我的任务");
        own.setProperties(Map.of("showUndefinedVariable", false, "priority", 9));
        own.setQuery(engine.getTaskService().createTaskQuery().taskAssignee("head"));
        own = filters.saveFilter(own);
        try {
            taskLists.ensure(Groups.ids());
            assertThat(readyMade()).extracting(Filter::getId).containsExactlyInAnyOrderElementsOf(before);
            assertThat(readyMade()).extracting(Filter::getName).containsExactlyInAnyOrderElementsOf(LISTS.keySet());
            var left = filters.createFilterQuery().filterId(own.getId()).singleResult();
            assertThat(left.getProperties()).containsEntry("priority", 9);
            assertThat(left.<TaskQuery>getQuery()).hasFieldOrPropertyWithValue("assignee", "head");
        } finally {
            filters.deleteFilter(own.getId());
        }
    }

    @ParameterizedTest(name = "{0} works on {1} in 爱山 and on {2} in 安置小区")
    @CsvSource({
        "clerk, task_verifyIssue task_studyTopic task_recordMeeting task_handleObjection, task_verifyIssue task_studyTopic",
        "head, task_verifyIssue task_studyTopic task_recordMeeting task_handleObjection, task_verifyIssue task_studyTopic",
        "clerk-fy, '', ''",
        "secretary, task_fixAgenda task_confirmConsensus, task_fixAgenda",
        "rep, '', ''",
        "facilitator, task_recordMeeting, ''",
        "mediator, '', ''",
        "expert, '', ''",
        "teller, '', ''",
        "teller2, task_enterBallots, ''",
        "scrutineer, '', ''",
        "scrutineer2, '', ''",
        "property, task_progress, task_progress",
        "property2, '', ''",
        "unit, '', ''",
        "owners, '', ''",
        "supervisor, task_evaluate, ''",
        "watcher, task_acceptWork task_returnVisit, task_acceptWork",
        "subdistrict, task_recheckRefusal, task_recheckRefusal",
        "leader, task_recheckRefusal, task_recheckRefusal",
        "inspector, '', ''",
        "department, '', ''",
        "bureau, '', ''",
        "archivist, '', ''",
        "modeler, '', ''",
        "modeler2, '', ''",
        "admin, '', ''"
    })
    void everybodyFindsTheirOwnTasksInTheListOfWorkableOnes(String account, String aishan, String resettlement) {
        assertThat(workable(account, AISHAN)).isEqualTo(keys(aishan));
        assertThat(workable(account, RESETTLEMENT)).isEqualTo(keys(resettlement));
    }

    @Test
    void overseersSeeEveryTaskOfTheirCommunities() {
        for (var overseer : List.of("clerk", "head", "secretary", "supervisor", "subdistrict", "leader")) {
            assertThat(visible(overseer, AISHAN)).as(overseer).hasSize(13);
            assertThat(visible(overseer, RESETTLEMENT)).as(overseer).hasSize(7);
        }
    }

    @Test
    void theClerkOfAnotherCommunitySeesNothingOfEither() {
        assertThat(visible("clerk-fy", AISHAN)).isEmpty();
        assertThat(visible("clerk-fy", RESETTLEMENT)).isEmpty();
        var own = raiseAs("clerk-fy", "HZ-FY", Map.of());
        var task = own.task("task_verifyIssue").getId();
        assertThat(as(
                        "clerk-fy",
                        () -> engine.getTaskService()
                                .createTaskQuery()
                                .taskId(task)
                                .count()))
                .isEqualTo(1);
    }

    @Test
    void theOtherFirmSeesOnlyItsOwnCommunity() {
        assertThat(visible("property2", AISHAN)).isEmpty();
        assertThat(visible("property2", RESETTLEMENT)).containsExactly("task_progress", "task_acceptWork");
    }

    @Test
    void theOtherFirmWorksOnWhatItLeadsAndTheFirstDoesNot() {
        raiseAs("clerk", RESETTLEMENT, Map.of())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .by("clerk", "task_plan", Forms.with(Forms.planned(), "leadUnit", "property-firm-2"))
                .workableBy("task_progress", "property2")
                .by("property2", "task_progress", Forms.done())
                .waitsAt("task_acceptWork");
    }

    @Test
    void aRoleSeesTheTasksOfItsStepOnly() {
        assertThat(visible("watcher", AISHAN))
                .containsExactly("task_progress", "task_acceptWork", "task_returnVisit", "task_evaluate");
        assertThat(visible("expert", AISHAN)).containsOnly("task_fixAgenda", "task_studyTopic");
        assertThat(visible("bureau", AISHAN)).isEmpty();
        assertThat(visible("rep", AISHAN)).containsExactly("task_recordMeeting");
    }

    @Test
    void onlyStaffRecordAnIssueAndOnlyInTheirCommunities() {
        assertThatCode(() -> raiseAs("facilitator", AISHAN, Map.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> raiseAs("property", AISHAN, Map.of())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> raiseAs("clerk-fy", AISHAN, Map.of())).hasMessageContaining("不在这个社区任职");
    }

    private Set<String> workable(String account, String community) {
        return listed(account, "可办理的任务").stream()
                .filter(task -> ids(community).contains(task.getId()))
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All a list shows to an account, which its count confirms; nothing where the account does not see the list. */
    private List<Task> listed(String account, String list) {
        if (!names(account).contains(list)) {
            return List.of();
        }
        return as(account, () -> {
            List<Task> tasks = engine.getFilterService().list(id(list));
            assertThat(engine.getFilterService().count(id(list))).isEqualTo(tasks.size());
            return tasks;
        });
    }

    private Set<String> ids(String account, String list) {
        return listed(account, list).stream().map(Task::getId).collect(Collectors.toSet());
    }

    private String id(String list) {
        return readyMade().stream()
                .filter(filter -> filter.getName().equals(list))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private Set<String> ids() {
        return waiting.stream().map(each -> each.task().getId()).collect(Collectors.toSet());
    }

    private Set<String> ids(String community) {
        return waiting.stream()
                .filter(each -> each.community().equals(community))
                .map(each -> each.task().getId())
                .collect(Collectors.toSet());
    }

    /** In the order in which they came about. */
    private List<String> visible(String account, String community) {
        return as(
                account,
                () -> engine.getTaskService().createTaskQuery().orderByTaskCreateTime().asc().list().stream()
                        .filter(task -> ids(community).contains(task.getId()))
                        .map(Task::getTaskDefinitionKey)
                        .toList());
    }

    private static Set<String> keys(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
