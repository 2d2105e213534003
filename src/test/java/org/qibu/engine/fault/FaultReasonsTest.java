package org.qibu.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.engine.TaskUnavailable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * A process that cannot go on is told from a person who was refused, a race somebody lost and a database that is away: only
 * the first is somebody's to mend, and only it is told to the process administrators.
 */
class FaultReasonsTest {

    static Stream<Throwable> notOfTheModel() {
        return Stream.of(
                TaskUnavailable.gone(),
                new AuthorizationException("no"),
                new SuspendedEntityInteractionException("suspended"),
                new OptimisticLockingException("older"),
                new CannotAcquireLockException("waited"),
                new DataAccessResourceFailureException("gone"),
                new CannotCreateTransactionException("no connection"),
                new RuntimeException(new SQLException("terminating connection", "57P01")));
    }

    @ParameterizedTest
    @MethodSource("notOfTheModel")
    void aRefusalARaceAndAnOutageAreNotTheModels(Throwable thrown) {
        assertThat(FaultReasons.isOfModel(thrown)).isFalse();
        assertThat(FaultReasons.isOfModel(new ProcessEngineException("wrapped", thrown)))
                .isFalse();
    }

    static Stream<Throwable> ofTheModel() {
        return Stream.of(
                new ProcessEngineException("No outgoing sequence flow of the exclusive gateway could be selected"),
                new ProcessEngineException("table", new DmnEngineException("cannot evaluate")),
                new NotFoundException("no deployed process definition"),
                new NullPointerException("of an expression"),
                new IllegalStateException(new ArithmeticException("/ by zero")));
    }

    @ParameterizedTest
    @MethodSource("ofTheModel")
    void whatFailsByItselfIs(Throwable thrown) {
        assertThat(FaultReasons.isOfModel(thrown)).isTrue();
        assertThat(FaultReasons.inWords(thrown)).matches("(?s)\\p{IsHan}+：.+").doesNotContain("\n");
    }

    @Test
    void theReasonIsTheInnermostOneAndShort() {
        assertThat(FaultReasons.inWords(
                        new ProcessEngineException("outer", new DmnEngineException("第 1 行“受影响户数”\n 看不懂"))))
                .isEqualTo("判定表不能计算：第 1 行“受影响户数” 看不懂");
        assertThat(FaultReasons.inWords(new ProcessEngineException("x".repeat(5_000))))
                .hasSizeLessThan(410)
                .endsWith("…");
        assertThat(FaultReasons.ofJob(null)).isEqualTo("到时要做的事没有做成：没有说明");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ENGINE-02024 Expression '${round}' didn't resolve to type 'Collection'.|表达式“${round}”算出来不是一组值",
                "Unknown property used in expression: ${noSuch}. Cause: Cannot resolve identifier 'noSuch'|表达式“${noSuch}”用到的 noSuch 没有值",
                "ENGINE-02004 No outgoing sequence flow for the element with id 'gateway_x' could be selected for continuing the process.|网关 gateway_x 的出线条件都不成立",
                "no processes deployed with key 'duty': processDefinition is null|没有流程“duty”",
                "no decision definition deployed with key 'duty-table': decisionDefinition is null|没有判定表“duty-table”",
                "not allowed in a decision table: count(x)|判定表里不允许“count(x)”",
                "ENGINE-99999 Something else|引擎的说明是“Something else”"
            })
    void speaksChineseAndKeepsTheWordsOfTheModel(String said, String words) {
        assertThat(FaultReasons.inWords(new ProcessEngineException(said)))
                .startsWith("流程不能继续：")
                .contains(words)
                .doesNotContain("ENGINE-");
        assertThat(FaultReasons.ofJob(said)).startsWith("到时要做的事没有做成：").contains(words);
    }
}
