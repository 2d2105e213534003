package org.qibu.bench.matters;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibu.bench.matters.ServerCounters.Counts;
import org.qibu.bench.setup.BenchOptions;

/**
 * Takes whole matters of one side through its REST interface from the first form to the end, with several clients at once,
 * and counts what it costs until the last mail is out. Where all wait for the clock, days pass uncounted.
 */
public final class MattersBench {

    private static final int MOST_DAYS = 90;
    private static final int MOST_LOOKS = 100;

    private final String database;
    private final MeasuredProcess process;
    private final MeasuredMatters measuredMatters;
    private final ServerCounters counters;
    private final MailSink mails;
    private final Size size;

    public MattersBench(
            String database,
            MeasuredProcess process,
            MeasuredMatters measuredMatters,
            ServerCounters counters,
            MailSink mails,
            Size size) {
        this.database = database;
        this.process = process;
        this.measuredMatters = measuredMatters;
        this.counters = counters;
        this.mails = mails;
        this.size = size;
    }

    /**
     * How much is done.
     *
     * @param matters on each side in one round
     * @param clients at once
     * @param rounds that count
     * @param warmUp matters on each side before them, so that both programs are compiled as they are in an installation
     * @param statements how many of our statements to list, those sent most often first; none with 0
     * @param rest seconds without work or mails before the server is asked what it counted; with fewer than it may keep
     *     counts to itself, some are missed
     * @param finished matters to fill our database with before one more round of our side, the round before it being the one it
     *     is compared with; none with 0
     * @param accounts to add with them
     */
    public record Size(
            int matters,
            int clients,
            int rounds,
            int warmUp,
            int statements,
            Duration rest,
            int finished,
            int accounts) {

        public static Size of(List<String> options) {
            return new Size(
                    BenchOptions.number(options, "matters", 40),
                    BenchOptions.number(options, "clients", 4),
                    BenchOptions.number(options, "rounds", 3),
                    BenchOptions.number(options, "warmup", 20),
                    BenchOptions.number(options, "statements", 0),
                    Duration.ofSeconds(BenchOptions.number(options, "rest", (int) ServerCounters.LAG.toSeconds())),
                    BenchOptions.number(options, "finished", 0),
                    BenchOptions.number(options, "accounts", 0));
        }
    }

    /**
     * What one round took.
     *
     * @param forms submitted
     * @param seconds the clients were at work
     * @param waited seconds from the last form to the last mail
     * @param counts of the database server
     * @param processor time of the side's own process
     * @param mails sent
     * @param days seconds that letting a day pass took, for each
     * @param ended matters that came to their end
     */
    public record Round(
            int forms,
            double seconds,
            double waited,
            Counts counts,
            Duration processor,
            int mails,
            List<Double> days,
            int ended) {

        double rate() {
            return forms / seconds;
        }
    }

    private static final class Matter {

        private final int index;
        private @Nullable String number;
        private int step;

        private Matter(int index) {
            this.index = index;
        }

        private String number() {
            return Objects.requireNonNull(number, "not raised yet");
        }
    }

    public Round run(int many) throws IOException, InterruptedException {
        var all = IntStream.range(0, many).mapToObj(Matter::new).toList();
        var sum = new Round(0, 0, 0, Counts.none(), Duration.ZERO, 0, new ArrayList<>(), 0);
        mails.awaitQuiet(size.rest());
        sum = plus(sum, all);
        while (all.stream().anyMatch(matter -> matter.step < measuredMatters.steps())) {
            passDays(all, sum.days());
            mails.awaitQuiet(size.rest());
            sum = plus(sum, all);
        }
        return new Round(
                sum.forms,
                sum.seconds,
                sum.waited,
                sum.counts,
                sum.processor,
                sum.mails,
                sum.days,
                counters.ended(
                        database, all.stream().map(matter -> matter.number).toList()));
    }

    /** Adds what it costs to bring all as far as they come without waiting. */
    private Round plus(Round sum, List<Matter> all) throws InterruptedException {
        var mailsBefore = mails.mails();
        var before = counters.of(database);
        var processorBefore = process.processorTime();
        var begun = System.nanoTime();
        var forms = work(all);
        var done = System.nanoTime();
        mails.awaitQuiet(size.rest());
        return new Round(
                sum.forms + forms,
                sum.seconds + (done - begun) / 1e9,
                sum.waited + Math.max(0, mails.lastAt() - done) / 1e9,
                sum.counts.plus(counters.of(database).minus(before)),
                sum.processor.plus(process.processorTime().minus(processorBefore)),
                sum.mails + mails.mails() - mailsBefore,
                sum.days,
                0);
    }

    private int work(List<Matter> all) throws InterruptedException {
        var forms = new AtomicInteger();
        var next = new AtomicInteger();
        var clients = Executors.newFixedThreadPool(size.clients());
        try {
            Callable<Void> client = () -> {
                for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                    forms.addAndGet(goOn(all.get(i)));
                }
                return null;
            };
            for (var result : clients.invokeAll(IntStream.range(0, size.clients())
                    .mapToObj(number -> client)
                    .toList())) {
                result.get();
            }
            return forms.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    /** From where it stands to the next form it has to wait for; returns how many forms that were. */
    private int goOn(Matter matter) throws IOException {
        var forms = 0;
        if (matter.number == null) {
            matter.number = measuredMatters.raise(matter.index);
            forms++;
        }
        var waited = forms == 0;
        while (matter.step < measuredMatters.steps() && (waited || !measuredMatters.waitsBefore(matter.step))) {
            submit(matter);
            waited = false;
            matter.step++;
            forms++;
        }
        return forms;
    }

    /** A task may come a moment after the form before it, when its engine goes on in another transaction. */
    private void submit(Matter matter) throws IOException {
        for (int look = 0; !measuredMatters.submit(matter.number(), matter.step); look++) {
            if (look == MOST_LOOKS) {
                throw new IllegalStateException(matter.number + " does not reach form " + matter.step);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void passDays(List<Matter> all, List<Double> days) throws IOException {
        for (var matter : all) {
            for (int day = 0; !measuredMatters.isOpen(matter.number(), matter.step); day++) {
                if (day == MOST_DAYS) {
                    throw new IllegalStateException(matter.number + " waits too long for form " + matter.step);
                }
                var begun = System.nanoTime();
                measuredMatters.passDay();
                days.add((System.nanoTime() - begun) / 1e9);
            }
        }
    }
}
