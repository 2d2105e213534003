package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.dmn.TableEngine;
import org.qibu.engine.gate.dmn.TableRulesTest;

/**
 * Work whose length somebody outside chooses has an end: an expression of a table that repeats, calls itself, matches
 * patterns or makes huge values is refused where it is deployed, tried and evaluated alike.
 */
class SafeFeelTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final SafeFeel FEEL = new SafeFeel();

    private final SafeFeel feel = FEEL;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..10000000 return i)",
                "count(for i in 1..10000, j in 1..10000 return i * j) > 3",
                "some i in 1..100000000 satisfies i < 0",
                "every i in 1..100000000 satisfies i > 0",
                "{f: function(n) f(n + 1), r: f(1)}.r",
                "function(x) x",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+\")",
                "replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|aa)+\", \"b\")",
                "split(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|aa)+$\")",
                "9999999999 ** 9999999999",
                "number(\"1E999999999\") + 1",
                "round up(1, 999999999)",
                "floor(1.5, 999999999)",
                "string join([\"a\"], \"b\")",
                "[1, 2, 3][item > 1]",
                "flatten([[1]])",
                "{a: \"x\", b: a + a, c: b + b}.c",
                "get value({a: 1}, \"a\")",
                "sort([3, 1], function(x, y) x < y)",
                "now()",
                "today()",
                "x.class",
                "1 instance of number"
            })
    void isNeitherReadNorEvaluated(String expression) {
        assertTimeoutPreemptively(SOON, () -> {
            assertThat(feel.expression(expression).isAllowed()).isFalse();
            assertThat(feel.test(expression).isAllowed()).isFalse();
            assertThatThrownBy(() -> feel.evaluateSimpleExpression(expression, Variables.emptyVariableContext()))
                    .isInstanceOf(FeelException.class);
            assertThatThrownBy(() -> feel.evaluateSimpleUnaryTests(expression, "x", Variables.emptyVariableContext()))
                    .isInstanceOf(FeelException.class);
        });
    }

    @Test
    void isCutOffInATableThatCameIntoTheDatabaseSomeOtherWay() {
        var engine = TableEngine.forTrials();
        var old = TableRulesTest.resource("K06-feel-loop.dmn").getBytes(StandardCharsets.UTF_8);
        var decision = engine.parseDecisions(new ByteArrayInputStream(old)).get(0);

        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> engine.evaluateDecision(decision, Map.of()))
                        .hasStackTraceContaining("not allowed in a decision table"));
    }

    @Test
    void isNamedAtTheGate() {
        assertThat(TableRulesTest.refusals(TableRulesTest.resource("K06-feel-loop.dmn")))
                .containsExactly("表达式的“count(for i in 1..10000000 return i)”不允许 for ，判定表只用比较、四则运算和少数函数。");
    }

    @Test
    void endsForATextThatIsDoubledFromTableToTable() {
        var variables =
                Variables.createVariables().putValue("x", "a".repeat(3_000)).asVariableContext();

        assertThatThrownBy(() -> feel.evaluateSimpleExpression("x + x", variables))
                .isInstanceOf(FeelException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "abs(", "not(", "if true then ", "-", "1+", "\"", "{a:"})
    void endsForAnExpressionOfAnyDepth(String part) {
        assertTimeoutPreemptively(SOON, () -> {
            for (var times : List.of(5, 10, 100, 10_000)) {
                feel.expression(part.repeat(times) + "1");
                feel.test(part.repeat(times) + "1");
            }
        });
    }

    /** Whatever is taken is evaluated, with values and without. */
    @Property(tries = 500)
    void evaluatesWhateverItTakes(@ForAll("conditions") String condition) {
        var read = FEEL.test(condition);
        if (read.isAllowed()) {
            for (var value : new Object[] {null, "A", "", 3, -1.5, true}) {
                var facts = Variables.createVariables().putValue("cellInput", value);
                FEEL.evaluateSimpleUnaryTests(condition, "cellInput", facts.asVariableContext());
            }
        }
    }

    @Provide
    Arbitrary<String> conditions() {
        var atoms = Arbitraries.of(
                "\"A\"",
                "\"\"",
                "3",
                "-1.5",
                "true",
                "null",
                "?",
                "x",
                "社区",
                "≥3",
                "[1..3]",
                "]1..3[",
                "date(\"2027-01-01\")",
                "duration(\"P1D\")",
                "contains(?, \"A\")",
                "string length(?)",
                "for i in 1..3 return i",
                "“甲”",
                "1/0");
        var signs = Arbitraries.of(
                " ", " = ", " != ", " < ", ", ", " and ", " or ", " + ", " * ", " in ", "..", ")", " then ");
        var start = Arbitraries.of("", "", "not(", "<", ">= ", "(", "= ", "if ", "-");
        return Combinators.combine(start, atoms, signs, atoms, Arbitraries.of("", "", ")", "]", " else 1"))
                .as((before, one, sign, other, after) -> before + one + sign + other + after);
    }
}
