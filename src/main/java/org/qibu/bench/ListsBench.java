package org.qibu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qibu.bench.setup.BenchOptions;
import org.qibu.bench.setup.Median;
import org.qibu.bench.setup.Side;

/** Asks both sides for the same pages and counts, in turn and in one run, and takes the median of the times. */
final class ListsBench {

    private static final int PAGE = 15;
    private static final int WARM_UP = 4;

    private final Side ours;
    private final Side plain;
    private final Size size;

    ListsBench(Side ours, Side plain, Size size) {
        this.ours = ours;
        this.plain = plain;
        this.size = size;
    }

    /** What the task list asks for. */
    enum Question {
        NEWEST("一页，最新在前 / page, newest first") {
            @Override
            Object ask(TaskQuery query) {
                return page(query.orderByTaskCreateTime().desc().orderByTaskId().asc());
            }
        },
        PRESSING("一页，最急在前 / page, most pressing first") {
            @Override
            Object ask(TaskQuery query) {
                return page(query.orderByTaskPriority()
                        .desc()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskCreateTime()
                        .desc()
                        .orderByTaskId()
                        .asc());
            }
        },
        COUNT("总数 / count") {
            @Override
            Object ask(TaskQuery query) {
                return query.count();
            }
        };

        private final String title;

        Question(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        abstract Object ask(TaskQuery query);

        private static List<String> page(TaskQuery query) {
            return query.listPage(0, PAGE).stream().map(Task::getId).toList();
        }
    }

    /**
     * One line of the comparison.
     *
     * @param groups how many groups the reader is in
     * @param ours the median in milliseconds
     * @param plain the same
     * @param answers what ours and the plain one answered
     */
    record Line(int groups, Question question, double ours, double plain, Answers answers) {}

    /** What both answered: the ids of a page, or a count. */
    record Answers(Object ours, Object plain) {

        boolean same() {
            return ours.equals(plain);
        }
    }

    List<Line> run() {
        var lines = new ArrayList<Line>();
        for (var groups : size.readers()) {
            lines.addAll(lines(groups));
        }
        return lines;
    }

    private static double[][] timesOf(Map<Question, double[][]> times, Question question) {
        return Objects.requireNonNull(times.get(question));
    }

    private List<Line> lines(int groups) {
        var reader = Crowd.name(groups);
        Map<Question, double[][]> times = new EnumMap<>(Question.class);
        Map<Question, Answers> answers = new EnumMap<>(Question.class);
        for (var question : Question.values()) {
            times.put(question, new double[2][size.calls()]);
            answers.put(
                    question, new Answers(answer(ours, reader, question::ask), answer(plain, reader, question::ask)));
        }
        warmUp(reader);
        for (int call = 0; call < size.calls(); call++) {
            for (var question : Question.values()) {
                timesOf(times, question)[0][call] = time(ours, reader, question);
                timesOf(times, question)[1][call] = time(plain, reader, question);
            }
        }
        return Arrays.stream(Question.values())
                .map(question -> new Line(
                        groups,
                        question,
                        Median.of(timesOf(times, question)[0]),
                        Median.of(timesOf(times, question)[1]),
                        Objects.requireNonNull(answers.get(question))))
                .toList();
    }

    /** Servers run for months: pages are asked for some times before the clock counts, on both sides. */
    private void warmUp(String reader) {
        for (int call = 0; call < WARM_UP * size.calls(); call++) {
            time(ours, reader, Question.NEWEST);
            time(plain, reader, Question.NEWEST);
            time(ours, reader, Question.PRESSING);
            time(plain, reader, Question.PRESSING);
        }
    }

    private static double time(Side side, String reader, Question question) {
        return answer(side, reader, query -> {
            var begun = System.nanoTime();
            question.ask(query);
            return (System.nanoTime() - begun) / 1e6;
        });
    }

    private static <T> T answer(Side side, String reader, Function<TaskQuery, T> ask) {
        var identity = side.engine().getIdentityService();
        identity.clearAuthentication();
        var groups = identity.createGroupQuery().groupMember(reader).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(reader, groups, side.communities());
        try {
            return ask.apply(side.list(reader));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** How much is measured: open tasks, groups they are spread over, calls of each kind. */
    record Size(int tasks, int groups, int calls) {

        static Size of(List<String> options) {
            return new Size(
                    BenchOptions.number(options, "tasks", 100_000),
                    BenchOptions.number(options, "groups", 200),
                    BenchOptions.number(options, "calls", 12));
        }

        /** How many groups the three readers are in. */
        int[] readers() {
            return Arrays.stream(new int[] {1, 5, 20})
                    .filter(many -> many <= groups)
                    .toArray();
        }
    }
}
