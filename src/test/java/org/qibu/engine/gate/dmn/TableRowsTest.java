package org.qibu.engine.gate.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibu.calendar.period.Period;
import org.qibu.matter.pass.PassLimit;

/** The program asks some tables for words; the gate holds that each is there, and that nobody goes below the law. */
class TableRowsTest {

    @Test
    void theListNamesEveryWordTheProgramAsksWith() {
        assertThat(TableRows.of("pass-limits"))
                .extracting(TableRows.Row::word)
                .containsExactlyElementsOf(
                        Stream.of(PassLimit.values()).map(PassLimit::word).toList());
        assertThat(TableRows.of("periods"))
                .extracting(TableRows.Row::word)
                .containsExactlyElementsOf(
                        Stream.of(Period.values()).map(Period::word).toList());
    }

    @ParameterizedTest
    @EnumSource(PassLimit.class)
    void aMistypedLimitIsRefusedByItsWord(PassLimit limit) throws IOException {
        refuses("pass-limits", "\"" + limit.word() + "\"", "\"" + limit.word() + "了\"", "没有“" + limit.word() + "”这一行");
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void aMistypedPeriodIsRefusedByItsWord(Period period) throws IOException {
        refuses("periods", "\"" + period.word() + "\"", "\"" + period.word() + "了\"", "没有“" + period.word() + "”这一行");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "periods|<text>90</text>|<text>0</text>|第 4 行“时间”的“0”没有这种结果，要是 1 到 365 之间的整数",
                "periods|<text>90</text>|<text>366</text>|第 4 行“时间”的“366”没有这种结果，要是 0 到 365 之间的整数",
                "periods|\"工作日\"|\"星期\"|的“星期”没有这种结果，只能是 天、工作日",
                "periods|<text>period</text>|<text>name</text>|列“期间”的“name”没有人提供，可用的有 period",
                "notice-period|<text>15</text>|<text>14</text>|第 2 行“公示天数（天）”的“14”没有这种结果，要是 15 到 365 之间的整数（《物业管理条例》第十四条",
                "notice-period|\"AGENDA_VILLAGERS\"|\"VILLAGERS\"|第 13 行“公示天数（天）”的“7”没有这种结果，要是 10 到 365 之间的整数（《村民委员会组织法》第二十五条",
            })
    void refusesWhatTheLawOrThePeriodForbids(String table, String right, String wrong, String words)
            throws IOException {
        refuses(table, right, wrong, words);
    }

    @Test
    void daysOnlyAreAskedForWhereTheProgramCountsDays() throws IOException {
        var text = Files.readString(Path.of("bpmn/shared/periods.dmn"));
        var row = text.indexOf("\"延长表决\"");
        var wrong = text.substring(0, row) + text.substring(row).replaceFirst("\"天\"", "\"工作日\"");
        assertThat(String.join("", TableRulesTest.refusals(wrong))).contains("的“工作日”没有这种结果，只能是 天");
    }

    /** A county without villages wrote no row for their meetings, and its last one gives time enough. */
    @Test
    void theLastRowMayKeepTheLaw() throws IOException {
        var text = Files.readString(Path.of("bpmn/shared/notice-period.dmn"));
        var row = text.lastIndexOf("<text>7</text>");
        var longer = text.substring(0, row) + "<text>10</text>" + text.substring(row + "<text>7</text>".length());
        assertThat(TableRulesTest.refusals(longer.replace("\"AGENDA_VILLAGERS\"", "\"ANOTHER\"")))
                .isEmpty();
    }

    /** What was in force when the program did not ask yet must not keep a newer program from starting. */
    @Test
    void aTableThatIsInForceIsNotAskedForMoreThanWhenItCame() throws IOException {
        var former = Files.readString(Path.of("bpmn/shared/notice-period.dmn"))
                .replace("<text>15</text>", "<text>10</text>");
        assertThat(TableRulesTest.refusals(former, false)).isNotEmpty();
        assertThat(TableRulesTest.refusals(former, true)).isEmpty();
    }

    @Test
    void aTableThatIsAskedRowByRowIsDrawnAsOne() {
        assertThat(String.join("", TableRulesTest.refusals("""
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                          <decision id="periods" name="期间" xmlns:c="http://camunda.org/schema/1.0/dmn"
                              c:historyTimeToLive="P1D">
                            <variable id="v" name="amount"/>
                            <literalExpression id="l"><text>15</text></literalExpression>
                          </decision>
                        </definitions>"""))).contains("要画成判定表，程序按行来问");
    }

    @Test
    void oneRowMayServeSeveralWords() throws IOException {
        var text = Files.readString(Path.of("bpmn/shared/notice-period.dmn"));
        var joined = text.replace("\"AGENDA_OWNERS_REGULAR\"", "\"AGENDA_OWNERS_REGULAR\",\"OTHER\"");
        assertThat(TableRulesTest.refusals(joined)).isEmpty();
    }

    private static void refuses(String table, String right, String wrong, String words) throws IOException {
        var shipped = Files.readString(Path.of("bpmn/shared/" + table + ".dmn"));
        assertThat(shipped).contains(right);
        assertThat(String.join("", TableRulesTest.refusals(shipped.replace(right, wrong))))
                .contains(words);
    }
}
