package org.qibu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qibu.bench.setup.BenchOptions;
import org.qibu.bench.setup.Median;
import org.qibu.deadlines.Deadlines;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has as many rungs of our ladder and as many timers of the plain engine drained, in turn and in one run, and takes the
 * medians; a first, smaller round that warms both up does not count.
 */
final class LadderBench {

    private static final int WARM_UP = 5;

    private final OurInstallation ours;
    private final Size size;
    private final LateTasks late;
    private final DueTimers timers;

    LadderBench(OurInstallation ours, PlainDeployment plain, Size size) {
        ours.rest();
        this.ours = ours;
        this.size = size;
        this.late = new LateTasks(ours, size.people());
        this.timers = new DueTimers(plain);
    }

    /**
     * How much is drained.
     *
     * @param rungs in one round
     * @param people who hold the tasks
     */
    record Size(int rungs, int people, int rounds) {

        static Size of(List<String> options) {
            return new Size(
                    BenchOptions.number(options, "rungs", 5_000),
                    BenchOptions.number(options, "people", 1_250),
                    BenchOptions.number(options, "rounds", 3));
        }
    }

    /** A rung that is measured, and how many working days ago its tasks were due. */
    enum Level {
        OVERDUE_L1("一级：承办人，抄送主任；调高优先级 / first: the holder, copy to the head; priority raised", 1),
        OVERDUE_L2("二级：主任、书记，抄送监督委员会；开出询问，记入大事记 / second: head, secretary, supervision; query opened, timeline", 5);

        private final String title;
        private final int workingDays;

        Level(String title, int workingDays) {
            this.title = title;
            this.workingDays = workingDays;
        }

        String title() {
            return title;
        }
    }

    /**
     * One line of the comparison.
     *
     * @param ours rungs a second, the median of the rounds
     * @param plain timers a second, the same
     * @param mails how many mails one round wrote
     * @param whole whether every rung was climbed and told once, and every timer left its mail, in every round
     */
    record Line(Level level, double ours, double plain, double slowest, double fastest, int mails, boolean whole) {}

    List<Line> run() {
        var some = Math.max(1, size.rungs() / WARM_UP);
        for (var level : Level.values()) {
            escalate("W" + level.ordinal() + "-", some, level);
        }
        plain(some);
        var rates = new double[Level.values().length][size.rounds()];
        var mails = new int[Level.values().length];
        var plain = new double[size.rounds()];
        var whole = true;
        for (int round = 0; round < size.rounds(); round++) {
            for (var level : Level.values()) {
                var climbed = escalate("R" + round + level.ordinal() + "-", size.rungs(), level);
                rates[level.ordinal()][round] = size.rungs() / climbed.seconds();
                mails[level.ordinal()] = climbed.mails();
                whole &= climbed.whole();
            }
            var drained = plain(size.rungs());
            plain[round] = size.rungs() / drained.seconds();
            whole &= drained.whole();
        }
        var lines = new ArrayList<Line>();
        for (var level : Level.values()) {
            var sorted = rates[level.ordinal()].clone();
            Arrays.sort(sorted);
            lines.add(new Line(
                    level,
                    Median.of(sorted),
                    Median.of(plain),
                    sorted[0],
                    sorted[sorted.length - 1],
                    mails[level.ordinal()],
                    whole));
        }
        return lines;
    }

    private record Drained(double seconds, int mails, boolean whole) {}

    private Drained plain(int many) {
        timers.gather(many, size.people());
        var seconds = timers.drain();
        say("plain", many, seconds);
        return new Drained(seconds, many, timers.isWhole(many));
    }

    private Drained escalate(String name, int many, Level level) {
        late.gather(name, many, size.people(), level.workingDays);
        var before = mails();
        var begun = System.nanoTime();
        var climbed = ours.bean(Deadlines.class).sweep();
        var seconds = (System.nanoTime() - begun) / 1e9;
        say(level.name(), climbed, seconds);
        return new Drained(seconds, mails() - before, climbed == many && isWhole(name, many, level));
    }

    private static void say(String what, int many, double seconds) {
        System.err.printf("%s: %,d in %.1f s%n", what, many, seconds);
    }

    private int mails() {
        return ours.database().queryForObject("select count(*) from outbox_mail", Integer.class);
    }

    /** Whether every task stands on the rung, and everybody who was to be told of it has it in exactly one mail. */
    private boolean isWhole(String name, int many, Level level) {
        JdbcTemplate database = ours.database();
        return database.queryForObject(
                """
                with rung as (
                  select task_id, told from deadline_rung where task_id like ? || '%' and rung = ? and not skipped),
                told as (
                  select s.task_id, s.account_id from staff_mail s join outbox_mail m using (dedup_key, address)
                  where s.task_id like ? || '%' and s.kind = ?
                  union all
                  select l.task_id, s.account_id from staff_mail_line l join staff_mail s using (token)
                    join outbox_mail m using (dedup_key, address)
                  where l.task_id like ? || '%' and l.kind = ?)
                select (select count(*) = ? and count(distinct task_id) = ? from rung)
                  and (select count(*) = count(distinct (task_id, account_id)) from told)
                  and (select count(*) from told) = (select sum(cardinality(told)) from rung)
                """, Boolean.class, name, level.name(), name, level.name(), name, level.name(), many, many);
    }
}
