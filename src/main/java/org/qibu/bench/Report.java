package org.qibu.bench;

import java.util.List;
import org.qibu.bench.ListsBench.Line;
import org.qibu.bench.ListsBench.Size;
import org.qibu.bench.setup.Machine;

/** The comparison as a Markdown table with what it was measured on. */
final class Report {

    private final Size size;
    private final String server;

    Report(Size size, String server) {
        this.size = size;
        this.server = server;
    }

    String of(List<Line> lines) {
        var text =
                new StringBuilder("""

                %,d 项待办，%d 个组 / %1$,d open tasks in %2$d groups · 每种 %d 次取中位数 / medians of %3$d calls, in turn
                %s
                对照 / plain: Camunda 的默认部署，历史 full，授权开启，每项任务一条授权 / default deployment, history full, authorization on, a grant per task

                | 组 groups | 问 question | 七步 Qibu ms | 对照 plain ms | 倍 times | 结果相同 same |
                |---:|---|---:|---:|---:|---|
                """.formatted(size.tasks(), size.groups(), size.calls(), Machine.described(server)));
        lines.forEach(line -> text.append("| %d | %s | %.1f | %.1f | %.1f | %s |%n"
                .formatted(
                        line.groups(),
                        line.question().title(),
                        line.ours(),
                        line.plain(),
                        line.plain() / line.ours(),
                        line.answers().same() ? "是 yes" : "不 NO")));
        lines.stream()
                .filter(line -> !line.answers().same())
                .forEach(line -> text.append("%n%d, %s%n  七步 Qibu  %s%n  对照 plain %s%n"
                        .formatted(
                                line.groups(),
                                line.question().title(),
                                line.answers().ours(),
                                line.answers().plain())));
        return text.toString();
    }
}
