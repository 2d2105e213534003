package org.qibu.engine.gate.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A table whose every cell can be read is dead all the same where nobody understands what it answers, or it answers nothing. */
class TableUseRulesTest {

    @ParameterizedTest
    @MethodSource("shipped")
    void theTablesOfTheProgramAnswerWhatTheyAreAsked(Path table) throws IOException {
        assertThat(TableRulesTest.refusals(Files.readString(table))).isEmpty();
    }

    @Test
    void everyTableOfTheProgramIsListed() throws IOException {
        for (var table : shipped().toList()) {
            assertThat(TableUses.of(table.getFileName().toString().replace(".dmn", "")))
                    .as("%s", table)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "shared/notice-period|<text>15</text>|<text>-1</text>|第 2 行“公示天数（天）”的“-1”没有这种结果，要是 0 到 365 之间的整数",
                "shared/notice-period|<text>15</text>|<text>4000000000</text>|0 到 365",
                "shared/notice-period|<text>15</text>|<text></text>|第 2 行“公示天数（天）”是空的，要是 0 到 365 之间的整数",
                "shared/notice-period|name=\"days\"|name=\"day\"|缺少输出列 days",
                "shared/notice-period|<text>noticeKind</text>|<text>kind</text>|列“公示种类”的“kind”没有人提供，可用的有 noticeKind",
                "shared/notice-period|<text></text>|<text>\"AGREEMENT\"</text>|没有一行适用于其余情形，请在最后加一行",
                "shared/notice-period|hitPolicy=\"FIRST\"|hitPolicy=\"RULE ORDER\"|要用只取一行的命中策略",
                "shared/escalation-ladder|<text>\"OVERDUE_L4\"</text>|<text>\"OVERDUE_L9\"</text>|的“OVERDUE_L9”没有这种结果，只能是 NONE、REMIND_DUE",
                "1-issue-collection/route-track|<text>\"INSTANT\"</text>|<text>\"instant\"</text>|的“instant”没有这种结果，只能是 INSTANT、IN_DEPTH",
                "shared/deadlines|<text>\"小时\"</text>|<text>\"钟头\"</text>|的“钟头”没有这种结果，只能是 工作日、天、小时"
            })
    void refusesWhatTheProgramCannotUse(String table, String right, String wrong, String words) throws IOException {
        var shipped = Files.readString(Path.of("bpmn/" + table + ".dmn"));
        assertThat(shipped).contains(right);

        assertThat(String.join("", TableRulesTest.refusals(shipped.replace(right, wrong))))
                .contains(words);
    }

    static Stream<Path> shipped() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).toList().stream();
        }
    }
}
