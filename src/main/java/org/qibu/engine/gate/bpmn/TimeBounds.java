package org.qibu.engine.gate.bpmn;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/** Sane bounds for the times a model says literally, read with the engine's own readers. */
public final class TimeBounds {

    /** A hundred years: what is kept for good is kept so long. */
    private static final int LONGEST_KEPT = 36_525;

    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);
    /** What repeats as long as somebody waits must not fill their list meanwhile. */
    private static final Duration SHORTEST_ENDLESS_CYCLE = Duration.ofHours(1);

    private static final int MOST_REPETITIONS = 100;
    private static final int MOST_RETRIES = 20;
    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,3})/(P[^/]+)");
    private static final Pattern RETRIES = Pattern.compile("R\\d{1,2}/P[^/,]+|P[^/,]+(,\\s*P[^/,]+)*");
    private static final String CYCLE_WORDS = "看不懂，请写 R3/P1D 这样";

    private TimeBounds() {}

    /** What is wrong with a time-to-live, in words that follow its name. */
    public static Optional<String> timeToLive(String text) {
        if (text.isBlank()) {
            return Optional.of("没有写，请写 P3650D 这样");
        }
        try {
            var days = ParseUtil.parseHistoryTimeToLive(text);
            var isSane = days != null && days >= 0 && days <= LONGEST_KEPT;
            return isSane ? Optional.empty() : Optional.of("“" + text + "”不合适，请写 P3650D 这样");
        } catch (RuntimeException e) {
            return Optional.of("“" + text + "”看不懂，请写 P3650D 这样");
        }
    }

    /** What is wrong with the times at which a failed job is tried again. */
    static Optional<String> retries(String text) {
        if (!RETRIES.matcher(text.strip()).matches()) {
            return Optional.of("看不懂，请写 R3/PT10M 这样");
        }
        try {
            var configuration = ParseUtil.parseRetryIntervals(text);
            var isReadable = configuration != null
                    && configuration.getRetries() > 0
                    && configuration.getRetries() <= MOST_RETRIES
                    && configuration.getRetryIntervals().stream()
                            .allMatch(each -> isSane(new DurationBusinessCalendar()
                                    .resolveDuedate(each.replaceFirst("^R\\d*/", ""), now())));
            return isReadable ? Optional.empty() : Optional.of("不合适，请写 R3/PT10M 这样");
        } catch (RuntimeException e) {
            return Optional.of("看不懂，请写 R3/PT10M 这样");
        }
    }

    /** What is wrong with a moment. */
    static Optional<String> timeDate(String text) {
        return timer("timeDate", text);
    }

    /** What is wrong with the time of a timer of a kind, in words that follow the quoted time. */
    static Optional<String> timer(String kind, String text) {
        if (text.strip().matches("\\d{1,3}")) {
            return Optional.of("看不懂，请写 ${periods.days(" + text.strip() + ")}");
        }
        return switch (kind) {
            case "timeDuration" ->
                read(text, each -> new DurationBusinessCalendar().resolveDuedate(text, each), "P10D");
            case "timeCycle" -> cycle(text);
            default ->
                read(text, each -> new DueDateBusinessCalendar().resolveDuedate(text, each), "2027-03-01T18:00:00");
        };
    }

    private static Optional<String> read(String text, UnaryOperator<Date> reader, String example) {
        try {
            var due = reader.apply(now());
            return isSane(due) ? Optional.empty() : Optional.of("不合适，要在今后十年之内");
        } catch (RuntimeException e) {
            return Optional.of("看不懂，请写 " + example + " 或 ${periods.days(10)}");
        }
    }

    /**
     * A repetition is looked at before the engine reads it: its reader adds interval to interval until now, which never ends
     * for an interval of nothing and takes long for a beginning of long ago.
     */
    private static Optional<String> cycle(String text) {
        var repeated = CYCLE.matcher(text.strip());
        if (repeated.matches()) {
            return read(
                            repeated.group(2),
                            each -> new DurationBusinessCalendar().resolveDuedate(repeated.group(2), each),
                            "R3/P1D")
                    .or(() -> tooOften(
                            new DurationBusinessCalendar()
                                            .resolveDuedate(repeated.group(2), now())
                                            .getTime()
                                    - now().getTime(),
                            isEndless(repeated.group(1))))
                    .map(why -> why.contains("看不懂") ? CYCLE_WORDS : why);
        }
        if (text.strip().startsWith("R") || text.strip().split("\\s+").length < 6) {
            return Optional.of(CYCLE_WORDS);
        }
        return cron(text.strip());
    }

    private static Optional<String> cron(String text) {
        try {
            var calendar = new CycleBusinessCalendar();
            var first = calendar.resolveDuedate(text, now(), 0);
            var second = first == null ? null : calendar.resolveDuedate(text, first, 0);
            if (!isSane(first)) {
                return Optional.of("不合适，要在今后十年之内");
            }
            return second == null ? Optional.empty() : tooOften(second.getTime() - first.getTime(), true);
        } catch (RuntimeException e) {
            return Optional.of(CYCLE_WORDS);
        }
    }

    private static boolean isEndless(String times) {
        return times.isEmpty() || Integer.parseInt(times) > MOST_REPETITIONS;
    }

    private static Optional<String> tooOften(long interval, boolean isEndless) {
        var shortest = isEndless ? SHORTEST_ENDLESS_CYCLE : SHORTEST_CYCLE;
        if (interval >= shortest.toMillis() - 1_000) {
            return Optional.empty();
        }
        return Optional.of(
                isEndless ? "太密，一直重复或者超过 " + MOST_REPETITIONS + " 次的至少隔一小时，请写 R3/P1D 这样" : "太密，至少隔一分钟，请写 R3/P1D 这样");
    }

    private static boolean isSane(Date due) {
        var now = now().getTime();
        return due != null && due.getTime() >= now - 1_000 && due.getTime() <= now + LONGEST.toMillis();
    }

    private static Date now() {
        return ClockUtil.getCurrentTime();
    }
}
