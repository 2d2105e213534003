package org.qibu.bench;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.qibu.bench.matters.ArchiveOfMatters;
import org.qibu.bench.matters.MailSink;
import org.qibu.bench.matters.MattersBench;
import org.qibu.bench.matters.MattersReport;
import org.qibu.bench.matters.MeasuredProcess;
import org.qibu.bench.matters.OurMatters;
import org.qibu.bench.matters.PlainApplication;
import org.qibu.bench.matters.PlainMatterModel;
import org.qibu.bench.matters.PlainMatters;
import org.qibu.bench.matters.ServerCounters;
import org.qibu.bench.setup.BenchDatabases;
import org.qibu.bench.setup.Machine;
import org.qibu.bench.setup.StaffClient;
import org.qibu.engine.CourseElements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** {@code java -jar qibu.jar bench lists|ladder|matters|kill|load}: one measurement by its name, printed; ends with 1 where results are wrong. */
public final class Bench {

    private static final String USAGE = """
            用法 / usage: java -jar qibu.jar bench lists [--tasks=100000] [--groups=200] [--calls=12]
                          java -jar qibu.jar bench ladder [--rungs=5000] [--people=1250] [--rounds=3]
                          java -jar qibu.jar bench matters [--matters=40] [--clients=4] [--rounds=3] [--warmup=20] [--rest=11] [--finished=0] [--accounts=0]
                          java -jar qibu.jar bench kill [--rounds=20] [--writes=60]
                          java -jar qibu.jar bench load [--senders=500] [--pictures=60] [--megapixels=40] [--seconds=24]
              lists   任务列表：一页和总数，与引擎的默认部署对比 / the task list beside a plain deployment of the engine
              ladder  超期升级：与引擎的定时器对比 / due rungs of the ladder beside plain timers of the engine
              matters 整件事项从第一张表到结束：与引擎的默认部署对比，只在 Linux 上计服务器的处理器时间 / whole matters beside a plain deployment, form by form
              kill    反复断电：已答复的登记、办理、选票都在且只有一份，用自带数据库 / killed again and again: every acknowledged write is there once
              load    慢请求、大照片：别人要等多久，用自带数据库 / slow senders, large pictures: how long others wait
            数据库：SPRING_DATASOURCE_URL/USERNAME/PASSWORD 所指的服务器，不设置时用临时的自带数据库；量完即删。
            Database: the server named by SPRING_DATASOURCE_*, else an embedded one of its own; removed afterwards.""";

    /** Serves the plain deployment of {@code bench matters}, which starts it itself. */
    private static final String PLAIN = "plain";

    private Bench() {}

    /** Whether these arguments of the jar ask for a measurement. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && "bench".equals(arguments[0]);
    }

    /**
     * Measures and ends the program.
     *
     * @param application what is measured, as its main class
     */
    public static void run(Class<?> application, String... arguments) {
        var rest = List.of(arguments).subList(1, arguments.length);
        var options = rest.isEmpty() ? rest : rest.subList(1, rest.size());
        System.exit(
                switch (rest.isEmpty() ? "" : rest.get(0)) {
                    case "lists" -> lists(application, ListsBench.Size.of(options)) ? 0 : 1;
                    case "ladder" -> ladder(application, LadderBench.Size.of(options)) ? 0 : 1;
                    case "matters" -> matters(application, MattersBench.Size.of(options)) ? 0 : 1;
                    case PLAIN -> plain(options);
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
    private static boolean ladder(Class<?> application, LadderBench.Size size) {
        beQuiet();
        try (var databases = BenchDatabases.create();
                var ours = OurInstallation.start(application, databases);
                var plain = PlainDeployment.start(databases)) {
            var result = new LadderBench(ours, plain, size).run();
            System.out.println(new LadderReport(size, Machine.described(ours.server())).of(result));
            return result.stream().allMatch(LadderBench.Line::whole);
        }
    }

    /** Whether every matter came to its end. */
    private static boolean matters(Class<?> application, MattersBench.Size size) {
        beQuiet();
        try (var databases = BenchDatabases.create();
                var counters = new ServerCounters(databases);
                var mails = new MailSink();
                var ours = MeasuredProcess.start(
                        application,
                        databases.home().resolve("ours.log"),
                        "Qibu is ready",
                        List.of(
                                "--spring.datasource.url=" + databases.url(BenchDatabases.OURS),
                                "--spring.datasource.username=" + databases.user(),
                                "--spring.datasource.password=" + databases.password(),
                                "--qibu.data=" + databases.home().resolve("files"),
                                "--qibu.demo=true",
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + mails.port()));
                var plain = MeasuredProcess.start(
                        application,
                        databases.home().resolve("plain.log"),
                        PlainApplication.READY,
                        List.of(
                                "bench",
                                PLAIN,
                                "--spring.datasource.url=" + databases.url(BenchDatabases.PLAIN),
                                "--spring.datasource.username=" + databases.user(),
                                "--spring.datasource.password=" + databases.password(),
                                "--bench.mail-port=" + mails.port()))) {
            var sides = List.of(
                    new MattersBench(
                            BenchDatabases.OURS,
                            ours,
                            new OurMatters(new StaffClient(ours.address())),
                            counters,
                            mails,
                            size),
                    new MattersBench(
                            BenchDatabases.PLAIN,
                            plain,
                            new PlainMatters(new StaffClient(plain.address())),
                            counters,
                            mails,
                            size));
            if (size.warmUp() > 0) {
                for (var side : sides) {
                    side.run(size.warmUp());
                }
            }
            var rounds = List.<List<MattersBench.Round>>of(new ArrayList<>(), new ArrayList<>());
            var sent = counters.statements(BenchDatabases.OURS);
            for (int round = 0; round < size.rounds(); round++) {
                for (int side = 0; side < sides.size(); side++) {
                    rounds.get(side).add(sides.get(side).run(size.matters()));
                }
            }
            var report = new MattersReport(size, Machine.described(counters.server()));
            System.out.println(report.of(
                    rounds.get(0),
                    rounds.get(1),
                    counters.engineBytes(BenchDatabases.OURS, CourseElements.DELIBERATION),
                    counters.engineBytes(BenchDatabases.PLAIN, PlainMatterModel.PROCESS)));
            if (size.statements() > 0) {
                System.out.println(report.statements(
                        sent,
                        counters.statements(BenchDatabases.OURS),
                        rounds.get(0).stream()
                                .mapToInt(MattersBench.Round::forms)
                                .sum()));
            }
            if (size.finished() > 0) {
                rounds.get(0).add(among(sides.get(0), databases, report, size));
            }
            return rounds.stream().flatMap(List::stream).allMatch(round -> round.ended() == size.matters());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a form costs with few matters beside it, and with many that ended long ago; the last round comes back. */
    private static MattersBench.Round among(
            MattersBench ours, BenchDatabases databases, MattersReport report, MattersBench.Size size)
            throws IOException, InterruptedException {
        try (var archive = new ArchiveOfMatters(databases)) {
            var few = archive.size();
            var alone = ours.run(size.matters());
            archive.addAccounts(size.accounts());
            var rows = archive.add(size.finished());
            var many = archive.size();
            ours.run(Math.min(size.matters(), 4));
            var among = ours.run(size.matters());
            System.out.println(report.among(few, alone, many, rows, among));
            return among;
        }
    }

    private static int plain(List<String> options) {
        try {
            PlainApplication.serve(options);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Whether others were served as they must be, whatever went on. */
    private static boolean load(LoadBench.Size size) {
        beQuiet();
        try {
            var data = Files.createTempDirectory("qibu-load");
            try {
                var lines = new LoadBench(data, size).run();
                System.out.println(SlowSenderReport.of(lines));
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
    private static boolean lists(Class<?> application, ListsBench.Size size) {
        beQuiet();
        try (var databases = BenchDatabases.create();
                var ours = OurInstallation.start(application, databases);
                var plain = PlainDeployment.start(databases)) {
            for (var side : List.of(ours, plain)) {
                new Crowd(side, size).gather();
            }
            var result = new ListsBench(ours, plain, size).run();
            System.out.println(new Report(size, ours.server()).of(result));
            return result.stream().allMatch(line -> line.answers().same());
        }
    }
}
