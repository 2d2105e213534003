package org.qibu.bench;

import java.util.List;
import org.qibu.bench.LadderBench.Line;
import org.qibu.bench.LadderBench.Size;

/** The comparison of the ladder with plain timers as a Markdown table. */
final class LadderReport {

    private final Size size;
    private final String place;

    LadderReport(Size size, String place) {
        this.size = size;
        this.place = place;
    }

    String of(List<Line> lines) {
        var text = new StringBuilder("""

                %,d 级，%,d 位承办人 / %1$,d due rungs, %2$,d holders · %d 轮取中位数，两边轮流 / medians of %3$d rounds, in turn
                %s
                对照 / plain: Camunda 的默认部署和默认的作业执行器，每项任务一个到期的定时器，触发后在引擎的事务里直接写一行邮件 / default deployment and job executor, a due boundary timer a task that leads to one mail row written in the engine's own transaction
                两边都只写到发件箱，不含发送 / both write to an outbox; sending is not part of it

                | 级 rung | 七步 Qibu /s | 最慢–最快 slowest–fastest | 对照 plain /s | 倍 times | 邮件 mails | 各一次 each once |
                |---|---:|---:|---:|---:|---:|---|
                """.formatted(size.rungs(), size.people(), size.rounds(), place));
        lines.forEach(line -> text.append("| %s | %.0f | %.0f–%.0f | %.0f | %.1f | %,d | %s |%n"
                .formatted(
                        line.level().title(),
                        line.ours(),
                        line.slowest(),
                        line.fastest(),
                        line.plain(),
                        line.ours() / line.plain(),
                        line.mails(),
                        line.whole() ? "是 yes" : "不 NO")));
        return text.toString();
    }
}
