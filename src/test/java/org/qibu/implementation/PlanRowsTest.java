package org.qibu.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibu.engine.FormRefused;
import org.qibu.matter.action.NewAction;

class PlanRowsTest {

    private static Map<String, Object> row(long no, String start, String due) {
        var row = new HashMap<String, Object>(Map.of("no", no, "text", "装照明", "ownerId", "property", "dueOn", due));
        if (start != null) {
            row.put("startOn", start);
        }
        return row;
    }

    private static List<NewAction> read(List<Map<String, Object>> rows) {
        var faults = new FormRefused.Collector();
        var actions = new PlanRows(faults).read(rows);
        faults.refuseIfAny();
        return actions;
    }

    @Test
    void readsWhatIsPlanned() {
        var row = row(1, "2026-11-23", "2026-11-23");
        row.put("budget", new BigDecimal("6000.5"));

        assertThat(read(List.of(row, row(2, null, "2026-12-01"))))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.budget()).isEqualByComparingTo("6000.5");
                            assertThat(first.jointKind()).isNull();
                        },
                        second -> assertThat(second.startOn()).isNull());
    }

    @Test
    void refusesTheSameNumberTwiceAndAnEndBeforeTheStart() {
        assertThatThrownBy(() -> read(List.of(row(1, null, "2026-12-01"), row(1, null, "2026-12-02"))))
                .hasMessageContaining("第 2 行的序号重复");
        assertThatThrownBy(() -> read(List.of(row(0, null, "2026-12-01")))).hasMessageContaining("不是正整数");
        assertThatThrownBy(() -> read(List.of(row(5_000_000_000L, null, "2026-12-01"))))
                .hasMessageContaining("不是正整数");
        assertThatThrownBy(() -> read(List.of(row(1, "2026-12-02", "2026-12-01"))))
                .hasMessageContaining("早于开始日期");
    }
}
