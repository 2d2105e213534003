package org.qibu.engine.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.process.ProcessTest;

/**
 * A check looks where the engine reads: a query that holds an expression at any depth is refused by the engine itself as
 * well, whoever built it, while the ready-made lists with theirs go on.
 */
class QueryExpressionsTest extends ProcessTest {

    private static final String EXPRESSION = "${now()}";

    /** A query with the expression so many queries deep. */
    private TaskQuery query(int depth) {
        var top = (TaskQueryImpl) engine.getTaskService().createTaskQuery();
        var place = top;
        for (int level = 0; level < depth; level++) {
            var part = new TaskQueryImpl();
            place.addOrQuery(part);
            place = part;
        }
        place.dueAfterExpression(EXPRESSION);
        return top;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noQueryWithAnExpressionIsAnswered(int depth) {
        assertThatThrownBy(() -> as("clerk", () -> query(depth).count())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> as("admin", () -> query(depth).listPage(0, 5)))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> as("admin", () -> query(depth).singleResult()))
                .isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void noListWithAnExpressionIsKeptOrOpenedWithOne(int depth) {
        var filters = engine.getFilterService();
        assertThatThrownBy(() -> as(
                        "admin",
                        () -> filters.saveFilter(
                                filters.newTaskFilter("mine own").setQuery(query(depth)))))
                .isInstanceOf(BadUserRequestException.class);
        var shipped = filters.createFilterQuery().filterName("我的任务").singleResult();
        assertThatThrownBy(() -> as("clerk", () -> filters.list(shipped.getId(), query(depth))))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> as("clerk", () -> filters.count(shipped.getId(), query(depth))))
                .isInstanceOf(BadUserRequestException.class);
        assertThat(filters.createFilterQuery().filterName("mine own").count()).isZero();
    }

    @Test
    void theReadyMadeListsWithTheirExpressionsOpenForWhoeverReadsThem() {
        var filters = engine.getFilterService();
        var shipped = filters.createFilterQuery().list();
        assertThat(shipped).hasSizeGreaterThan(6);
        for (var list : shipped) {
            assertThatCode(() -> as("admin", () -> filters.listPage(list.getId(), 0, 5)))
                    .as(list.getName())
                    .doesNotThrowAnyException();
            assertThatCode(() -> as(
                            "admin",
                            () -> filters.count(
                                    list.getId(),
                                    engine.getTaskService().createTaskQuery().taskNameLike("%核实%"))))
                    .as(list.getName())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theAdministratorKeepsListsOfValues() {
        var filters = engine.getFilterService();
        as("admin", () -> {
            var kept = filters.saveFilter(filters.newTaskFilter("紧急的")
                    .setQuery(engine.getTaskService()
                            .createTaskQuery()
                            .or()
                            .taskAssignee("clerk")
                            .taskUnassigned()
                            .endOr()));
            assertThat(filters.list(kept.getId())).isNotNull();
            filters.deleteFilter(kept.getId());
        });
    }
}
