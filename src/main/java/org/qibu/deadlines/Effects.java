package org.qibu.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qibu.calendar.Calendars;
import org.qibu.community.Organisation;
import org.qibu.community.Organisations;
import org.qibu.deadlines.Queries.Late;
import org.qibu.engine.CourseElements;
import org.qibu.engine.Programmes;
import org.qibu.engine.TaskBook;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.qibu.matter.Timeline.Line;
import org.springframework.stereotype.Component;

/** What rungs bring about besides mail. */
@Component
class Effects {

    static final int RAISE = 20;

    private static final Set<String> FIRMS = Set.of("property-firm");

    private final TaskBook tasks;
    private final Queries queries;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Timeline timeline;

    Effects(TaskBook tasks, Queries queries, Programmes programmes, Organisations organisations, Timeline timeline) {
        this.tasks = tasks;
        this.queries = queries;
        this.programmes = programmes;
        this.organisations = organisations;
        this.timeline = timeline;
    }

    /** Lifts tasks in the task list. */
    void raise(Collection<String> taskIds) {
        if (!taskIds.isEmpty()) {
            tasks.weigh(taskIds, RAISE);
        }
    }

    /** What befalls matters in one lot, written down together at its end. */
    record Befallen(List<Line> lines, List<Late> asked) {

        Befallen() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** What befalls the matter of a task that climbed. */
    void on(LateTask task, Matter matter, Rung reached, Set<Effect> effects, Optional<String> firm, Befallen befallen) {
        if (reached.level() > 1) {
            befallen.lines()
                    .add(Line.of(matter, "overdue." + reached.kind(), task.taskName(), Calendars.dayOf(task.dueAt())));
        }
        if (effects.contains(Effect.QUERY)) {
            befallen.asked().add(new Late(task, matter));
        }
        if (effects.contains(Effect.INSPECTION) && !CourseElements.SPECIAL_INSPECTION.equals(task.processKey())) {
            inspect(matter, task, befallen);
        }
        firm.ifPresent(name -> befallen.lines().add(Line.of(matter, "overdue.summons", name, task.taskName())));
    }

    private void inspect(Matter matter, LateTask task, Befallen befallen) {
        if (programmes.startOnce(CourseElements.SPECIAL_INSPECTION, matter.matterNo(), matter.communityCode())) {
            befallen.lines().add(Line.of(matter, "overdue.inspection", task.taskName()));
        }
    }

    /** Writes down what befell. */
    void keep(Befallen befallen, Instant now) {
        timeline.note(befallen.lines());
        queries.open(befallen.asked(), now);
    }

    /** The firm that holds the task, or leads a matter whose lead unit holds it. */
    Optional<String> firm(LateTask task, Matter matter) {
        var accounts = new ArrayList<>(task.users());
        Optional.ofNullable(task.assignee()).ifPresent(accounts::add);
        return firms(matter).stream()
                .filter(firm -> organisations.members(firm.communityCode(), firm.code()).stream()
                        .anyMatch(accounts::contains))
                .map(Organisation::name)
                .findFirst();
    }

    private List<Organisation> firms(Matter matter) {
        return organisations.of(matter.communityCode()).stream()
                .filter(unit -> FIRMS.contains(unit.groupId()))
                .toList();
    }
}
