package org.qibu.engine.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.qibu.engine.lists.ReadableTasks.Rights;

/** Which queries are answered by a statement of our own, and which are left to the engine. */
class QuickQueryTest {

    private static final List<String> GROUPS = List.of("grid-staff");

    private static TaskQuery workable() {
        return new TaskQueryImpl()
                .or()
                .taskAssignee("clerk")
                .taskCandidateUser("clerk")
                .endOr();
    }

    private static Optional<QuickQuery> quick(TaskQuery query) {
        var whole = (TaskQueryImpl) query;
        var readable = mock(ReadableTasks.class);
        when(readable.of(any())).thenReturn(Rights.ALL);
        var asked = Workable.question(whole).map(part -> new Workable("clerk", GROUPS, part));
        return asked.flatMap(question -> QuickQuery.of(whole, question, readable, Set.of()));
    }

    @Test
    void everythingOurListsSayIsAnsweredByOurOwn() {
        assertThat(quick(workable())).isPresent();
        assertThat(quick(workable().active().orderByTaskCreateTime().desc())).isPresent();
        assertThat(quick(workable().taskAssigned())).isPresent();
        assertThat(quick(workable().taskUnassigned())).isPresent();
        assertThat(quick(workable().dueAfter(new Date()).dueBefore(new Date()))).isPresent();
        assertThat(quick(workable().processVariableValueEquals("urgency", "URGENT")))
                .isPresent();
        assertThat(quick(workable().processDefinitionKeyIn("review", "special-inspection")))
                .isPresent();
        assertThat(quick(workable()
                        .or()
                        .processDefinitionKeyIn("feedback")
                        .processVariableValueEquals("noticeKind", "COMPLETION")
                        .endOr()))
                .isPresent();
    }

    @Test
    void whatElseSomebodySearchesForIsLeftToTheEngine() {
        assertThat(quick(workable().taskNameLike("%核实%"))).isEmpty();
        assertThat(quick(workable().excludeSubtasks())).isEmpty();
        assertThat(quick(workable().processVariableValueLike("urgency", "U%"))).isEmpty();
        assertThat(quick(workable().taskVariableValueEquals("urgency", "URGENT")))
                .isEmpty();
        assertThat(quick(workable().or().taskOwner("clerk").taskName("x").endOr()))
                .isEmpty();
        assertThat(quick(workable().matchVariableValuesIgnoreCase().processVariableValueEquals("urgency", "urgent")))
                .isEmpty();
    }

    @Test
    void anotherQuestionIsNotOurs() {
        assertThat(Workable.question((TaskQueryImpl) new TaskQueryImpl().taskAssignee("clerk")))
                .isEmpty();
        assertThat(Workable.question((TaskQueryImpl) new TaskQueryImpl()
                        .or()
                        .taskAssignee("clerk")
                        .taskCandidateUser("head")
                        .endOr()))
                .isEmpty();
        assertThat(Workable.question((TaskQueryImpl) new TaskQueryImpl()
                        .or()
                        .taskAssignee("clerk")
                        .taskCandidateUser("clerk")
                        .taskOwner("clerk")
                        .endOr()))
                .isEmpty();
    }
}
