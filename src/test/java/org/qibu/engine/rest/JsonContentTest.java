package org.qibu.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.AbstractSearchQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A check looks where the engine reads: no expression comes in through a query, however deep it is nested, however its name is
 * written, in a body or behind the question mark; and what no operation could read is refused with a sentence.
 */
class JsonContentTest {

    /** The names of all criteria that the engine would evaluate, from the class it reads queries with. */
    static List<String> expressions() {
        return Arrays.stream(TaskQueryDto.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .toList();
    }

    static Stream<Arguments> nested() {
        return expressions().stream()
                .flatMap(name -> Stream.of(
                                "{\"%s\": \"${now()}\"}",
                                "{\"orQueries\": [{\"%s\": \"${now()}\"}]}",
                                "{\"orQueries\": [{\"orQueries\": [{\"%s\": \"${now()}\"}]}]}",
                                "{\"query\": {\"%s\": \"${now()}\"}}",
                                "{\"query\": {\"orQueries\": [{\"%s\": \"${now()}\"}]}}",
                                "{\"historicProcessInstanceQuery\": {\"orQueries\": [{\"%s\": 1}]}}",
                                "{\"variables\": [{\"%s\": 1}]}",
                                "{\"a\": {\"variables\": {\"%s\": 1}}}",
                                "{\"variables\": {\"x\": {\"value\": 1}}, \"%s\": 1}")
                        .map(body -> Arguments.of(name, body.formatted(name))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("nested")
    void noExpressionComesInHoweverDeep(String name, String body) {
        assertThatThrownBy(() -> check(body))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessage("查询条件里不能写表达式（" + name + "），请直接写值。");
    }

    @Test
    void theEngineHasExpressionsToLookFor() {
        assertThat(expressions()).hasSizeGreaterThan(15).contains("dueAfterExpression", "assigneeExpression");
    }

    /** An engine that one day reads a name in another spelling is looked for here. */
    @Test
    void noQueryOfTheEngineReadsAnExpressionUnderAnotherName() {
        assertThat(Arrays.stream(AbstractSearchQueryDto.class.getMethods())
                        .filter(method -> method.isAnnotationPresent(JsonProperty.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dueAfterExpr\\u0065ssion\": \"x\"}",
                "{\"\\u0064ueAfterExpression\": \"x\"}",
                "{\"DUEAFTEREXPRESSION\": \"x\"}",
                "{\"dueAfterExpression \": \"x\"}",
                "{ \"a\": [[[{\"dueAfterExpression\": null}]]] }"
            })
    void otherWritingsOfTheNameAreTheSameName(String body) {
        assertThatThrownBy(() -> check(body)).hasMessageContaining("表达式");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void otherEncodingsAreReadAsTheEngineReadsThem(String encoding) {
        var body = "{\"orQueries\": [{\"dueAfterExpression\": \"${now()}\"}]}".getBytes(Charset.forName(encoding));
        assertThatThrownBy(() -> JsonContent.check(body)).hasMessageContaining("表达式");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"variables\": {\"publicExpression\": {\"value\": \"x\", \"type\": \"String\"}}}",
                "{\"variables\": {\"text\": {\"value\": \"${now()}\"}}, \"businessKey\": null}",
                "{\"orQueries\": [{\"assignee\": \"clerk\"}], \"sorting\": [{\"sortBy\": \"dueDate\"}]}",
                "{\"firstName\": \"𠮷野\", \"n\": 12.5}"
            })
    void whatAskersWriteIsLetThrough(String body) {
        assertThatCode(() -> check(body)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "{\"a\":}",
                "{'a': 1}",
                "{\"a\": 1} x",
                "{\"a\": 1}{}",
                "{\"a\": NaN}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": \"\\u0000\"}",
                "{\"\\u0000\": 1}",
                "{\"a\": \"\\ud800\"}",
                "/**/{}",
                "{\"a\": [\"b\", \"\\udc00\"]}"
            })
    void whatCannotBeReadIsRefusedWithASentence(String body) {
        assertThatThrownBy(() -> check(body))
                .isInstanceOf(UnreadableRequest.class)
                .hasMessageMatching("[^a-z]*(JSON|Content-Type)?[^a-z]*[。]|“[^”]*”里有无法识别的字符，请删去后再试。");
    }

    @Test
    void tenThousandLevelsAreRefusedAtOnce() {
        assertThatThrownBy(() -> check("{\"orQueries\":[".repeat(10_000) + "]}".repeat(10_000)))
                .hasMessageContaining("层次太深");
        assertThatThrownBy(() -> check("{\"n\": " + "9".repeat(10_000) + "}")).hasMessageContaining("数字太长");
        assertThatCode(() -> check("{\"a\":[".repeat(JsonContent.DEEPEST / 2) + "]}".repeat(JsonContent.DEEPEST / 2)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dueAfterExpression=${now()}",
                "assignee=x&dueAfterExpression=%24%7Bnow()%7D",
                "dueAfter%45xpression=x",
                "dueafterexpression",
                "name=%00",
                "name=%",
                "name=%zz",
                "%00=1"
            })
    void nothingOfTheKindComesInBehindTheQuestionMark(String query) {
        assertThatThrownBy(() -> QueryString.check(query)).isInstanceOf(UnreadableRequest.class);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void noExpressionComesInBehindTheQuestionMark(String name) {
        assertThatThrownBy(() -> QueryString.check("firstResult=0&" + name + "=x"))
                .hasMessageContaining(name);
    }

    @Test
    void whatTheWebAppsAskBehindTheQuestionMarkIsLetThrough() {
        assertThatCode(() -> QueryString.check(
                        "processVariables=urgency_eq_URGENT&name=%E7%81%AF+%25&sortBy=dueDate&latest&=&&a=b=c"))
                .doesNotThrowAnyException();
        assertThatCode(() -> QueryString.check(null)).doesNotThrowAnyException();
    }

    private static void check(String body) throws Exception {
        JsonContent.check(body.getBytes(StandardCharsets.UTF_8));
    }
}
