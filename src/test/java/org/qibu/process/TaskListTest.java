package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each role of the demonstration sees in the task list, and what it can work on, in two communities. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskListTest extends ProcessTest {

    private static final String AISHAN = "HZ-AS";
    private static final String RESETTLEMENT = "XS-AZ";

    private Map<String, List<String>> waiting;

    /** In each of the two communities the same five tasks wait. */
    @BeforeAll
    void fiveMattersWaitInEachOfTwoCommunities() {
        waiting = Map.of(AISHAN, fiveMatters(AISHAN), RESETTLEMENT, fiveMatters(RESETTLEMENT));
    }

    private List<String> fiveMatters(String community) {
        var recorded = raiseAs("clerk", community, Map.of());
        var refused = raiseAs("clerk", community, Map.of())
                .by("clerk", "task_verifyIssue", Forms.with(Forms.verified(), "illegalDemand", true))
                .send("collection.recheckRequested");
        var studied = raiseAs("clerk", community, Map.of()).verify().study();
        var decided = raiseAs("clerk", community, Map.of())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .plan();
        var worked = raiseAs("clerk", community, Map.of())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .work();
        return List.of(
                recorded.task("task_verifyIssue").getId(),
                refused.task("task_recheckRefusal").getId(),
                studied.task("task_fixAgenda").getId(),
                decided.task("task_progress").getId(),
                worked.task("task_acceptWork").getId());
    }

    @ParameterizedTest(name = "{0} works on {1} in 爱山 and on {2} in 安置小区")
    @CsvSource({
        "clerk, task_verifyIssue, task_verifyIssue",
        "head, task_verifyIssue, task_verifyIssue",
        "clerk-fy, '', ''",
        "secretary, task_fixAgenda, task_fixAgenda",
        "rep, '', ''",
        "facilitator, '', ''",
        "mediator, '', ''",
        "expert, '', ''",
        "teller, '', ''",
        "teller2, '', ''",
        "scrutineer, '', ''",
        "scrutineer2, '', ''",
        "property, task_progress, task_progress",
        "property2, '', ''",
        "unit, '', ''",
        "owners, '', ''",
        "supervisor, '', ''",
        "watcher, task_acceptWork, task_acceptWork",
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
            assertThat(visible(overseer, AISHAN)).as(overseer).hasSize(5);
            assertThat(visible(overseer, RESETTLEMENT)).as(overseer).hasSize(5);
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
        assertThat(visible("watcher", AISHAN)).containsExactly("task_progress", "task_acceptWork");
        assertThat(visible("expert", AISHAN)).containsExactly("task_fixAgenda");
        assertThat(visible("bureau", AISHAN)).isEmpty();
        assertThat(visible("rep", AISHAN)).isEmpty();
    }

    @Test
    void onlyStaffRecordAnIssueAndOnlyInTheirCommunities() {
        assertThatCode(() -> raiseAs("facilitator", AISHAN, Map.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> raiseAs("property", AISHAN, Map.of())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> raiseAs("clerk-fy", AISHAN, Map.of())).hasMessageContaining("不在这个社区任职");
    }

    private Set<String> workable(String account, String community) {
        return as(
                account,
                () -> engine.getTaskService().createTaskQuery().taskCandidateUser(account).list().stream()
                        .filter(task -> waiting.get(community).contains(task.getId()))
                        .map(Task::getTaskDefinitionKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** In the order in which they came about. */
    private List<String> visible(String account, String community) {
        return as(
                account,
                () -> engine.getTaskService().createTaskQuery().orderByTaskCreateTime().asc().list().stream()
                        .filter(task -> waiting.get(community).contains(task.getId()))
                        .map(Task::getTaskDefinitionKey)
                        .toList());
    }

    private static Set<String> keys(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
