package org.qibu.engine.gate.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelRefused.Finding;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.xml.sax.SAXException;

/**
 * A decision table that is taken can be evaluated: each cell is read at the gate as it will be in a matter, and where it
 * cannot be, one sentence names row, column, what stands there, and what to write instead.
 */
public class TableRulesTest {

    private static final SafeFeel FEEL = new SafeFeel();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "D26a-equals-sign-cell.dmn|第 1 行“急不急”的“= URGENT”看不懂，请写成 \"URGENT\"。",
                "D26b-unclosed-quote.dmn|第 1 行“急不急”的“\"URGENT”看不懂，请写成 \"URGENT\"。",
                "D26c-chinese-quotes.dmn|第 1 行“急不急”的“URGENT”看不懂，请用英文引号。",
                "D26d-output-chinese-text.dmn|第 1 行“谁”的“社区工作人员”看不懂，请写成 \"社区工作人员\"。",
                "D26g-chinese-comparison.dmn|第 1 行“急不急”的“≥3”看不懂，请写成 >=3。",
                "X20-route-track-le.dmn|第 1 行“受影响户数”的“≤ 5”看不懂，请写成 <= 5。",
                "X22-deadlines-chinese-quotes.dmn|第 1 行“流程”的“issue-collection”看不懂，请用英文引号。"
            })
    void namesTheCellAndWhatToWrite(String file, String sentence) {
        assertThat(refusals(resource(file))).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D00-control.dmn", "D27a-feel-uri-2018.dmn"})
    void takesWhatTheEngineEvaluates(String file) {
        assertThat(refusals(resource(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void takesTheTablesOfTheProduct(Path table) throws IOException {
        assertThat(refusals(Files.readString(table))).isEmpty();
    }

    static Stream<Path> ours() throws IOException {
        return Files.walk(Path.of("bpmn")).filter(file -> file.toString().endsWith(".dmn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/FEEL/20140401",
                "http://www.omg.org/spec/DMN/20180521/FEEL/",
                "https://www.omg.org/spec/DMN/20191111/FEEL/",
                "https://www.omg.org/spec/DMN/20211108/FEEL/",
                "https://www.omg.org/spec/DMN/20230324/FEEL/",
                "feel",
                "FEEL"
            })
    void takesFeelByEachNameTheEngineKnows(String language) {
        var table = resource("D00-control.dmn")
                .replace("<inputEntry id=\"U_1\">", "<inputEntry id=\"U_1\" expressionLanguage=\"" + language + "\">");

        assertThat(refusals(table)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "string|URGENT|\"URGENT\"",
                "string|'URGENT'|\"URGENT\"",
                "string|＝URGENT|\"URGENT\"",
                "string|!= \"A\"|not(\"A\")",
                "string|<> A|not(\"A\")",
                "string|≠A|not(\"A\")",
                "string|A、B|\"A\",\"B\"",
                "string|\"A\"，\"B\"|\"A\",\"B\"",
                "string|\"A\" or \"B\"|\"A\",\"B\"",
                "string|3|\"3\"",
                "string|true|\"true\"",
                "string|特急|\"特急\"",
                "integer|\"3\"|3",
                "integer|３|3",
                "integer|＞３|>3",
                "integer|≤ 5|<= 5",
                "integer|=< 5|<= 5",
                "integer|=5|5",
                "integer|==5|5",
                "integer|!=5|not(5)",
                "integer|3..6|[3..6]",
                "integer|3-6|[3..6]",
                "integer|3～6|[3..6]",
                "integer|3到6|[3..6]",
                "integer|【3..6】|[3..6]",
                "integer|> 3 and < 5|]3..5[",
                "integer|>= 3 且 <= 5|[3..5]",
                "integer|大于3|> 3",
                "integer|不超过 5户|<= 5",
                "integer|3户以上|>= 3",
                "integer|5户|5",
                "boolean|是|true",
                "boolean|否|false",
                "boolean|TRUE|true",
                "boolean|\"true\"|true"
            })
    void knowsWhatWasMeant(String type, String cell, String meant) {
        assertThat(refusals(table(type, cell, "\"a\"")))
                .singleElement()
                .asString()
                .endsWith("请写成 " + meant + "。")
                .startsWith("第 1 行“急不急”的“");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "string|\"A\",\"B\"",
                "string|not(\"A\")",
                "string|starts with(?, \"A\") and ? != \"AB\"",
                "string|-",
                "string|null",
                "integer|< 3",
                "integer|[3..6]",
                "integer|]3..6[",
                "integer|1,2,3",
                "integer|? > 3 and ? < 6",
                "integer|urgency",
                "boolean|true",
                "boolean|not(true)",
                "date|< date and time(\"2027-01-01T00:00:00\")",
                "|\"A\"",
                "|> 3"
            })
    void takesWhatCanBeEvaluated(String type, String cell) {
        assertThat(refusals(table(type == null ? "" : type, cell, "\"a\""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "date|< date and time(\"2027-02-30T00:00:00\")",
                "date|[date and time(\"2027-01-01T00:00:00\")..date and time(\"2027-13-01T00:00:00\")]",
                "|time(\"25:00:00\")",
                "|> duration(\"P1X\")",
                "|date(\"2027-02-30\")",
                "|? > date(2027, 2, 30)",
                "|@\"2027-02-30\"",
                "integer|< 1/0",
                "integer|> 3 * (2/0)",
                "integer|urgency > 1/0",
                "integer|[6..3]",
                "integer|(6.5..-3)"
            })
    void refusesAConditionThatComesToNothing(String type, String cell) {
        assertThat(refusals(table(type == null ? "" : type, cell, "\"a\"")))
                .singleElement()
                .asString()
                .startsWith("第 1 行“急不急”的“");
    }

    @Test
    void refusesATypeNobodyKnowsAndADecisionWithoutAnId() {
        var table = resource("D00-control.dmn");

        assertThat(refusals(table.replace("typeRef=\"string\"><text>urgency", "typeRef=\"strnig\"><text>urgency")))
                .singleElement()
                .asString()
                .startsWith("列“急不急”的类型“strnig”不认识，请选 string");
        for (var change : List.of(
                " name=\"值班表\"| |decision 没有写 name",
                "<rule id=\"R_1\"|<rule|rule 没有写 id",
                " name=\"DRD\"| |definitions 没有写 name",
                "id=\"duty-table\"|id=\"1 duty\"|里的编号“1 duty”要以字母开头",
                "name=\"值班表\"|name=\"" + "长".repeat(201) + "\"|的名称太长，最多 200 个字")) {
            var parts = change.split("\\|");
            assertThat(table).contains(parts[0]);
            assertThat(String.join("", refusals(table.replace(parts[0], parts[1]))))
                    .contains(parts[2]);
        }
        assertThat(refusals(table.replace("<decision id=\"duty-table\"", "<decision")))
                .anySatisfy(said -> assertThat(said).contains("没有编号（id）"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${urgency}", "urgency =", "急不急？"})
    void tellsWhatToWriteWhereAColumnCannotBeAsked(String question) {
        assertThat(refusals(
                        resource("D00-control.dmn").replace("<text>urgency</text>", "<text>" + question + "</text>")))
                .singleElement()
                .asString()
                .startsWith("列“急不急”的“")
                .contains("请写变量名，如 urgency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\"..",
                ">",
                "\"a\" + 1 > 2 then",
                "< \"\"\"",
                "}",
                "a b c d = ",
                "contains(?)",
                "foo(?)",
                "?.name = 1",
                "? = other",
                "is(?)",
                "${x}",
                "\"a\" and \"b\""
            })
    void refusesWhatNobodyCanRead(String cell) {
        assertThat(refusals(table("string", cell, "\"a\"")))
                .singleElement()
                .asString()
                .startsWith("第 1 行“急不急”的“");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "string|1|“1”是数字，这里要文字，请写成 \"1\"。",
                "string|社区，工作|请写成 \"社区",
                "integer|\"3\"|“\"3\"”是文字，这里要数字，请写成 3。",
                "integer|三|看不懂，数字列请写",
                "boolean|是|请写成 true。",
                "string|\"a\" + 1|要",
                "integer|1/0|算不出结果",
                "string|? + \"a\"|问号只能用在条件列",
                "string|“甲”|“甲”看不懂，请用英文引号。"
            })
    void refusesAResultThatIsNoneOrOfAnotherKind(String type, String result, String words) {
        var table = resource("D00-control.dmn")
                .replace("name=\"who\" typeRef=\"string\"", "name=\"who\" typeRef=\"" + type + "\"")
                .replace("\"b\"", "null")
                .replace("<text>\"a\"</text>", "<text>" + escaped(result) + "</text>");

        assertThat(refusals(table))
                .singleElement()
                .asString()
                .startsWith("第 1 行“谁”的“")
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "hitPolicy=\"FIRST\"|hitPolicy=\"PRIORITY\"|不能用命中策略 PRIORITY",
                "hitPolicy=\"FIRST\"|hitPolicy=\"OUTPUT ORDER\"|不能用命中策略 OUTPUT ORDER",
                "hitPolicy=\"FIRST\"|hitPolicy=\"UNIQUE\"|第 1 行和第 2 行会同时成立",
                "hitPolicy=\"FIRST\"|hitPolicy=\"ANY\"|第 1 行和第 2 行会同时成立",
                "hitPolicy=\"FIRST\"|hitPolicy=\"COLLECT\" aggregation=\"SUM\"|只能用于一列数字",
                "<text>urgency</text>|<text></text>|列“急不急”没有写取哪个变量",
                "<text>urgency</text>|<text>urg ency</text>|列“急不急”的“urg ency”看不懂",
                "<text>urgency</text>|<text>count(for i in 1..10000000 return i)</text>|不允许 for",
                "camunda:historyTimeToLive=\"P180D\"|camunda:historyTimeToLive=\"\"|历史保留时间",
                "camunda:historyTimeToLive=\"P180D\"|camunda:historyTimeToLive=\"很久\"|“很久”看不懂",
                "<inputEntry id=\"U_1\">|<inputEntry id=\"U_1\" expressionLanguage=\"groovy\">|只能用 FEEL，不能用 groovy",
                "<decisionTable |<informationRequirement id=\"q\"><requiredDecision href=\"#nowhere\"/></informationRequirement><decisionTable |没有的“nowhere”",
                "<decisionTable |<informationRequirement id=\"q\"><requiredDecision href=\"#duty-table\"/></informationRequirement><decisionTable |绕了一圈又引用自己",
                "<decisionTable |<decisionTable onclick=\"\" |",
                "id=\"R_2\"|id=\"R_1\"|编号 R_1 用了两次",
                "https://www.omg.org/spec/DMN/20191111/MODEL/|https://www.omg.org/spec/DMN/2035/MODEL/|另存为 DMN 1.3"
            })
    void refusesATableThatWouldFailWhenItIsAsked(String right, String wrong, String words) {
        var changed = resource("D00-control.dmn").replaceFirst(java.util.regex.Pattern.quote(right), wrong);

        assertThat(String.join("", refusals(changed))).contains(words == null ? "" : words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "integer|> 1,000|的“> 1,000”会读成几个数，请写成 > 1000。",
                "integer|10,050|的“10,050”会读成几个数，请写成 10050。",
                "date|> date(\"2027-01-01\")|请写 date and time(\"2027-01-01T00:00:00\") 这样",
                "string|matches(?, \"a+\")|可用的有 contains、starts with、min、max 等。"
            })
    void refusesWhatCanBeReadAndMeansSomethingElse(String type, String cell, String words) {
        assertThat(String.join("", refusals(table(type, cell, "\"a\"")))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"integer|100,200", "integer|1,2,3", "date|> date and time(\"2027-02-28T00:00:00\")"})
    void takesWhatLooksAlikeAndIsMeant(String type, String cell) {
        assertThat(refusals(table(type, cell, "\"a\""))).isEmpty();
    }

    @Test
    void refusesATableOfAnotherProduct() {
        var cloud = resource("D00-control.dmn")
                .replace(
                        "id=\"Definitions_1\"",
                        "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Cloud\" id=\"Definitions_1\"");

        assertThat(refusals(cloud)).containsExactly("这是 Camunda 8 的判定表，请在 Modeler 里另建 Camunda 7 的判定表。");
    }

    @Test
    void saysTheSameFaultOfManyRowsOnce() {
        var many = resource("X22-deadlines-chinese-quotes.dmn").replace(">\"implementation\"<", ">“implementation”<");

        assertThat(refusals(many)).hasSizeLessThan(5);
    }

    @Test
    void refusesATypeForWhatOnlyPassesAValueOn() {
        var table = resource("D00-control.dmn");
        var literal = table.replaceFirst(
                "(?s)<decisionTable.*</decisionTable>",
                "<variable id=\"V_1\" name=\"times\" typeRef=\"TYPE\"/>"
                        + "<literalExpression id=\"L_1\"><text>TEXT</text></literalExpression>");

        assertThat(refusals(literal.replace("TYPE", "integer").replace("TEXT", "urgency")))
                .singleElement()
                .asString()
                .contains("的表达式“urgency”只是转交一个值，不一定是 integer");
        assertThat(refusals(literal.replace("TYPE", "string").replace("TEXT", "urgency")))
                .isEmpty();
        assertThat(refusals(literal.replace(" typeRef=\"TYPE\"", "").replace("TEXT", "urgency")))
                .isEmpty();
        assertThat(refusals(literal.replace("TYPE", "integer").replace("TEXT", "1 + 2")))
                .isEmpty();
    }

    private static String table(String type, String cell, String result) {
        return resource("D00-control.dmn")
                .replace(
                        "id=\"IE_1\" typeRef=\"string\"",
                        type.isEmpty() ? "id=\"IE_1\"" : "id=\"IE_1\" typeRef=\"" + type + "\"")
                .replace("<text>\"URGENT\"</text>", "<text>" + escaped(cell) + "</text>")
                .replace("<text>\"a\"</text>", "<text>" + escaped(result) + "</text>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    public static String resource(String name) {
        try (var stream = TableRulesTest.class.getResourceAsStream("/engine/gate/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> refusals(String table) {
        return refusals(table, false);
    }

    static List<String> refusals(String table, boolean isStanding) {
        var findings = new Findings();
        assertThatCode(() -> new TableRules(FEEL, findings).check("t.dmn", read(table), isStanding))
                .doesNotThrowAnyException();
        return findings.grouped().stream().map(Finding::sentence).toList();
    }

    private static org.w3c.dom.Document read(String table) throws SAXException {
        return SafeXml.read(table.getBytes(StandardCharsets.UTF_8));
    }
}
