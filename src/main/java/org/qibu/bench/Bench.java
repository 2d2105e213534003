package org.qibu.bench;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** {@code java -jar qibu.jar bench lists|ladder|kill|load}: one measurement by its name, printed; ends with 1 where results are wrong. */
public final class Bench {

    private static final String USAGE = """
            用法 / usage: java -jar qibu.jar bench lists [--tasks=100000] [--groups=200] [--calls=12]
                          java -jar qibu.jar bench ladder [--rungs=5000] [--people=1250] [--rounds=3]
                          java -jar qibu.jar bench kill [--rounds=20] [--writes=60]
                          java -jar qibu.jar bench load [--senders=500] [--pictures=60] [--megapixels=40] [--seconds=24]
              lists   任务列表：一页和总数，与引擎的默认部署对比 / the task list beside a plain deployment of the engine
              ladder  超期升级：与引擎的定时器对比 / due rungs of the ladder beside plain timers of the engine
              kill    反复断电：已答复的登记、办理、选票都在且只有一份，用自带数据库 / killed again and again: every acknowledged write is there once
              load    慢请求、大照片：别人要等多久，用自带数据库 / slow senders, large pictures: how long others wait
            数据库：SPRING_DATASOURCE_URL/USERNAME/PASSWORD 所指的服务器，不设置时用临时的自带数据库；量完即删。
            Database: the server named by SPRING_DATASOURCE_*, else an embedded one of its own; removed afterwards.""";

    private Bench() {}

    /** Whether these arguments of the jar ask for a measurement. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && "bench".equals(arguments[0]);
    }

    /** Measures and ends the program. */
    public static void run(String... arguments) {
        var rest = List.of(arguments).subList(1, arguments.length);
        var options = rest.isEmpty() ? rest : rest.subList(1, rest.size());
        System.exit(
                switch (rest.isEmpty() ? "" : rest.get(0)) {
                    case "lists" -> lists(Size.of(options)) ? 0 : 1;
                    case "ladder" -> ladder(LadderBench.Size.of(options)) ? 0 : 1;
                    case "load" -> load(LoadBench.Size.of(options)) ? 0 : 1;
                    case "kill" -> kill(KillBench.Size.of(options)) ? 0 : 1;
                    default -> {
                        System.out.println(USAGE);
                        yield 2;
                    }
                });
    }

    private static void beQuiet() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    /** Whether every rung and every timer was done once. */
    private static boolean ladder(LadderBench.Size size) {
        beQuiet();
        try (var databases = BenchDatabases.create();
                var ours = OurInstallation.start(databases);
                var plain = PlainDeployment.start(databases)) {
            var result = new LadderBench(ours, plain, size).run();
            System.out.println(new LadderReport(size, Machine.described(ours.server())).of(result));
            return result.stream().allMatch(LadderBench.Line::whole);
        }
    }

    /** Whether others were served as they must be, whatever went on. */
    private static boolean load(LoadBench.Size size) {
        beQuiet();
        try {
            var data = Files.createTempDirectory("qibu-load");
            try {
                var lines = new LoadBench(data, size).run();
                System.out.println(LoadReport.of(lines));
                return lines.stream().allMatch(LoadBench.Line::held);
            } finally {
                FileSystemUtils.deleteRecursively(data);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether after every kill each acknowledged write was there once. */
    private static boolean kill(KillBench.Size size) {
        beQuiet();
        try {
            var data = Files.createTempDirectory("qibu-kill");
            try {
                var rounds = new KillBench(data, size).run();
                System.out.println(KillReport.of(rounds));
                return rounds.size() == size.rounds() && rounds.stream().allMatch(KillBench.Round::whole);
            } finally {
                FileSystemUtils.deleteRecursively(data);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether both sides answered alike. */
    private static boolean lists(Size size) {
        beQuiet();
        try (var databases = BenchDatabases.create();
                var ours = OurInstallation.start(databases);
                var plain = PlainDeployment.start(databases)) {
            for (var side : List.of(ours, plain)) {
                new Crowd(side, size).gather();
            }
            var result = new ListsBench(ours, plain, size).run();
            System.out.println(new Report(size, ours.server()).of(result));
            return result.stream().allMatch(line -> line.answers().same());
        }
    }

    /** A number among the options. */
    static int option(List<String> options, String name, int usual) {
        var prefix = "--" + name + "=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> Integer.parseInt(option.substring(prefix.length())))
                .findFirst()
                .orElse(usual);
    }

    /** How much is measured: open tasks, groups they are spread over, calls of each kind. */
    record Size(int tasks, int groups, int calls) {

        static Size of(List<String> options) {
            return new Size(
                    option(options, "tasks", 100_000), option(options, "groups", 200), option(options, "calls", 12));
        }

        /** How many groups the three readers are in. */
        int[] readers() {
            return Arrays.stream(new int[] {1, 5, 20})
                    .filter(many -> many <= groups)
                    .toArray();
        }
    }
}
