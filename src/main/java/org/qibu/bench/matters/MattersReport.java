package org.qibu.bench.matters;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.qibu.bench.matters.MattersBench.Round;
import org.qibu.bench.matters.MattersBench.Size;
import org.qibu.bench.setup.Median;

/** What whole matters cost on both sides as Markdown tables. */
public final class MattersReport {

    private static final int KIB = 1024;
    private static final int STATEMENT = 240;

    private final Size size;
    private final String place;

    public MattersReport(Size size, String place) {
        this.size = size;
        this.place = place;
    }

    /**
     * @param ours rounds of ours
     * @param plain rounds of the plain deployment
     * @param ourBytes what our engine keeps of an ended matter, by table
     */
    public String of(List<Round> ours, List<Round> plain, Map<String, Long> ourBytes, Map<String, Long> plainBytes) {
        return """

                每轮 %d 件事项，%d 个客户端，%d 轮，两边轮流，之前各 %d 件预热 / %1$d matters in a round, %2$d clients, %3$d rounds, both in turn after %4$d to warm up
                %s
                对照 / plain: Camunda 和 Spring Boot 的默认部署，历史 full，不查授权，REST 不登录；九项任务各带定时器和委托，每项先认领 / default deployment, history full, no authorization checks, REST without login; nine tasks with timer and delegate, each claimed first
                每张表的平均；语句是发到数据库的全部语句，含开始和提交、发邮件和巡查 / averages for a form; statements are all that were sent to the database, with begin and commit, mail sending and sweeps

                | | 表 forms | 每秒 /s | 最慢–最快 slowest–fastest | 语句 statements | 其中起止 begin/commit | 事务 transactions | 日志 WAL KiB | 程序 JVM ms | 数据库 server ms | 邮件 mails | 都办完 all ended |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|
                %s
                %s

                七步每秒是对照的 / forms per second, ours × plain: %.2f（各轮 in rounds %s） · 处理器 processor time, ours / plain: %.2f
                最后一张表之后多久邮件发完 / last mail after the last form: %.1f s, %.1f s
                时钟拨一天，%d 件未结 / a day forward with %d open matters: %s

                结束的事项在引擎里留下的行 / engine rows of an ended matter, KiB without indexes: 七步 Qibu %.1f（%s） · 对照 plain %.1f（%s）
                """.formatted(
                        size.matters(),
                        size.clients(),
                        size.rounds(),
                        size.warmUp(),
                        place,
                        line("七步 Qibu", ours),
                        line("对照 plain", plain),
                        median(ours, Round::rate) / median(plain, Round::rate),
                        ratios(ours, plain),
                        processor(ours) / processor(plain),
                        median(ours, Round::waited),
                        median(plain, Round::waited),
                        size.matters(),
                        size.matters(),
                        days(ours),
                        kib(ourBytes),
                        tables(ourBytes),
                        kib(plainBytes),
                        tables(plainBytes));
    }

    /**
     * What a form of ours costs with little beside it and with much.
     *
     * @param few matters and accounts there were in the first round, as one text
     * @param many the same in the second
     * @param rows that were copied between them
     */
    public String among(String few, Round alone, String many, long rows, Round among) {
        return """

                库里的事项、账号从 %s 到 %s（抄入 %,d 行）/ matters and accounts in the database, before and after copying in rows

                | 事项 matters / 账号 accounts | 表 forms | 每秒 /s | 最慢–最快 slowest–fastest | 语句 statements | 其中起止 begin/commit | 事务 transactions | 日志 WAL KiB | 程序 JVM ms | 数据库 server ms | 邮件 mails | 都办完 all ended |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|
                %s
                %s

                时钟拨一天 / a day forward: %s · %s
                """.formatted(
                        few,
                        many,
                        rows,
                        line(few, List.of(alone)),
                        line(many, List.of(among)),
                        days(List.of(alone)),
                        days(List.of(among)));
    }

    /**
     * The statements sent most often, for whoever looks for what costs.
     *
     * @param forms submitted between both counts
     * @return how often for one form, then its first words; one a line
     */
    public String statements(Map<String, Long> before, Map<String, Long> after, int forms) {
        return after.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(size.statements())
                .map(entry -> "%7.2f  %s".formatted((double) entry.getValue() / forms, shortened(entry.getKey())))
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String statement) {
        var line = statement.replaceAll("\\s+", " ");
        return line.length() > STATEMENT ? line.substring(0, STATEMENT) : line;
    }

    private String line(String name, List<Round> rounds) {
        var rates = rounds.stream().mapToDouble(Round::rate).summaryStatistics();
        return "| %s | %,d | %.1f | %.1f–%.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %s |"
                .formatted(
                        name,
                        sum(rounds, Round::forms),
                        median(rounds, Round::rate),
                        rates.getMin(),
                        rates.getMax(),
                        each(rounds, round -> round.counts().statements()),
                        each(rounds, round -> round.counts().bounds()),
                        each(rounds, round -> round.counts().transactions()),
                        each(rounds, round -> round.counts().wal()) / KIB,
                        each(rounds, round -> round.processor().toMillis()),
                        each(rounds, round -> round.counts().processor().toMillis()),
                        each(rounds, Round::mails),
                        rounds.stream().allMatch(round -> round.ended() == size.matters()) ? "是 yes" : "不 NO");
    }

    private static String ratios(List<Round> ours, List<Round> plain) {
        return ours.stream()
                .map(round -> "%.2f"
                        .formatted(round.rate() / plain.get(ours.indexOf(round)).rate()))
                .collect(Collectors.joining(" "));
    }

    private static double processor(List<Round> rounds) {
        return each(
                rounds,
                round -> round.processor().plus(round.counts().processor()).toMillis());
    }

    private static String days(List<Round> rounds) {
        var days = rounds.stream()
                .flatMap(round -> round.days().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return days.length == 0
                ? "–"
                : "一半在 half within %.2f s，最长 longest %.2f s，%d 天 days"
                        .formatted(days[days.length / 2], days[days.length - 1], days.length);
    }

    private static double kib(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum() / (double) KIB;
    }

    private static String tables(Map<String, Long> bytes) {
        return bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(6)
                .map(table -> "%s %.1f".formatted(table.getKey(), table.getValue() / (double) KIB))
                .collect(Collectors.joining(", "));
    }

    private static double each(List<Round> rounds, ToLongFunction<Round> what) {
        return sum(rounds, what) / (double) sum(rounds, Round::forms);
    }

    private static long sum(List<Round> rounds, ToLongFunction<Round> what) {
        return rounds.stream().mapToLong(what).sum();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> what) {
        return Median.of(rounds.stream().mapToDouble(what).toArray());
    }
}
