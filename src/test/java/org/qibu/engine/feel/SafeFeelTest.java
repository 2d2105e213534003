package org.qibu.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** An expression gives what it gave before for the same values only, however often and in which order it is asked. */
class SafeFeelTest {

    private final SafeFeel feel = new SafeFeel();

    @Test
    void aConditionFollowsTheValueOfItsColumn() {
        for (int round = 0; round < 3; round++) {
            assertThat(test("> 5", Map.of("households", 6L))).isTrue();
            assertThat(test("> 5", Map.of("households", 5L))).isFalse();
            assertThat(test("> 5", Map.of("households", 5.5))).isTrue();
            assertThat(test("\"URGENT\"", Map.of("households", "URGENT"))).isTrue();
            assertThat(test("\"URGENT\"", Map.of("households", "NORMAL"))).isFalse();
        }
    }

    @Test
    void aConditionFollowsTheOtherVariablesItNames() {
        for (int round = 0; round < 3; round++) {
            assertThat(test("> limit", Map.of("households", 6, "limit", 5))).isTrue();
            assertThat(test("> limit", Map.of("households", 6, "limit", 7))).isFalse();
        }
    }

    @Test
    void nothingAndANullAreTwoThings() {
        for (int round = 0; round < 3; round++) {
            assertThat(value("is defined(urgency)", Map.of())).isEqualTo(false);
            assertThat(value("is defined(urgency)", Map.of("urgency", "URGENT")))
                    .isEqualTo(true);
            assertThat(value("if urgency = null then \"none\" else urgency", nothing("urgency")))
                    .isEqualTo("none");
            assertThat(value("if urgency = null then \"none\" else urgency", Map.of("urgency", "URGENT")))
                    .isEqualTo("URGENT");
        }
    }

    @Test
    void listsThatChangeAreAskedEachTime() {
        var list = Arrays.asList("a", "b");
        assertThat(value("count(names)", Map.of("names", list))).isEqualTo(2L);
        assertThat(value("list contains(names, \"b\")", Map.of("names", list))).isEqualTo(true);
        list.set(1, "c");
        assertThat(value("list contains(names, \"b\")", Map.of("names", list))).isEqualTo(false);
        assertThat(value("count(names)", Map.of("names", List.of()))).isEqualTo(0L);
    }

    @Test
    void whatMustNotStandInATableIsRefusedEveryTime() {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> value("now()", Map.of())).isInstanceOf(FeelException.class);
            assertThatThrownBy(() -> test("> now()", Map.of("households", 1))).isInstanceOf(FeelException.class);
        }
    }

    private boolean test(String text, Map<String, Object> variables) {
        return feel.evaluateSimpleUnaryTests(text, "households", context(variables));
    }

    private Object value(String text, Map<String, Object> variables) {
        return feel.evaluateSimpleExpression(text, context(variables));
    }

    private static VariableContext context(Map<String, Object> variables) {
        return Variables.fromMap(variables).asVariableContext();
    }

    private static Map<String, Object> nothing(String name) {
        var variables = new HashMap<String, Object>();
        variables.put(name, null);
        return variables;
    }
}
