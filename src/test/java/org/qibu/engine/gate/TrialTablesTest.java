package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.FormRefused;
import org.qibu.engine.gate.dmn.TableRulesTest;

/**
 * A table somebody only tries is held to what one that is deployed is held to: work without end is cut off, and what cannot
 * be read is refused with its cell.
 */
class TrialTablesTest {

    private static final Set<String> KEYS = Set.of("duty-table");

    private final TrialTables tables = new TrialTables();

    private TrialTables.Trial read(String source) {
        return tables.read("duty.dmn", source.getBytes(StandardCharsets.UTF_8), KEYS);
    }

    private static String withCell(String cell) {
        return TableRulesTest.resource("D00-control.dmn")
                .replace("<text>\"URGENT\"</text>", "<text>" + cell + "</text>");
    }

    @Test
    void whatCanBeReadIsTried() {
        var trial = read(TableRulesTest.resource("D00-control.dmn"));

        assertThat(trial.table().apply(Map.of("urgency", "URGENT"))).containsEntry("who", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..10000000 return i) = 1",
                "some i in 1..100000000 satisfies i &lt; 0",
                "every i in 1..100000000 satisfies i &gt; 0",
                "matches(?, \"(a+)+b\")",
                "string join(for i in 1..99999999 return \"x\") = ?"
            })
    void workWithoutEndIsRefusedBeforeItBegins(String cell) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> read(withCell(cell)))
                        .isInstanceOf(FormRefused.class)
                        .hasMessageContaining("第 1 行“急不急”"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"≥3", "“URGENT”", "= URGENT", "\"URGENT"})
    void aCellNobodyCanReadIsRefusedWithItsPlace(String cell) {
        assertThatThrownBy(() -> read(withCell(cell)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("第 1 行“急不急”");
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        assertThatThrownBy(() -> read("<definitions")).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> tables.read("x.dmn", new byte[1_000_001], KEYS))
                .hasMessageContaining("超过 1 MB");
        assertThatThrownBy(() -> tables.read(
                        "duty.dmn",
                        TableRulesTest.resource("D00-control.dmn").getBytes(StandardCharsets.UTF_8),
                        Set.of("deadlines")))
                .hasMessageContaining("deadlines");
    }
}
