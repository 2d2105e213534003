package org.qibu.bench;

import ch.qos.logback.classic.Level;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code java -jar qibu.jar bench lists}: one measurement by its name, printed; ends with 1 where results differ. */
public final class Bench {

    private static final String USAGE = """
            用法 / usage: java -jar qibu.jar bench lists [--tasks=100000] [--groups=200] [--calls=12]
              lists   任务列表：一页和总数，与引擎的默认部署对比 / the task list beside a plain deployment of the engine
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
        if (rest.isEmpty() || !"lists".equals(rest.get(0))) {
            System.out.println(USAGE);
            System.exit(2);
        }
        System.exit(lists(Size.of(rest.subList(1, rest.size()))) ? 0 : 1);
    }

    /** Whether both sides answered alike. */
    private static boolean lists(Size size) {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
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

    /** How much is measured: open tasks, groups they are spread over, calls of each kind. */
    record Size(int tasks, int groups, int calls) {

        static Size of(List<String> options) {
            return new Size(
                    option(options, "tasks", 100_000), option(options, "groups", 200), option(options, "calls", 12));
        }

        private static int option(List<String> options, String name, int usual) {
            var prefix = "--" + name + "=";
            return options.stream()
                    .filter(option -> option.startsWith(prefix))
                    .map(option -> Integer.parseInt(option.substring(prefix.length())))
                    .findFirst()
                    .orElse(usual);
        }

        /** How many groups the three readers are in. */
        int[] readers() {
            return Arrays.stream(new int[] {1, 5, 20})
                    .filter(many -> many <= groups)
                    .toArray();
        }
    }
}
