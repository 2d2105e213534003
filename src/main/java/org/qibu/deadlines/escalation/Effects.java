package org.qibu.deadlines.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qibu.calendar.Calendars;
import org.qibu.community.Organisation;
import org.qibu.community.Organisations;
import org.qibu.deadlines.ladder.Effect;
import org.qibu.deadlines.query.SupervisionQueries;
import org.qibu.deadlines.query.SupervisionQueries.Late;
import org.qibu.deadlines.time.LateTask;
import org.qibu.engine.CourseElements;
import org.qibu.engine.process.Programmes;
import org.qibu.engine.tasks.OpenTaskUpdates;
import org.qibu.matter.Matter;
import org.qibu.matter.Timeline;
import org.qibu.matter.Timeline.Line;
import org.springframework.stereotype.Component;

/** What rungs bring about besides mail. */
@Component
public class Effects {

    public static final int RAISE = 20;

    private static final Set<String> FIRMS = Set.of("property-firm");

    private final OpenTaskUpdates tasks;
    private final SupervisionQueries supervisionQueries;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Timeline timeline;

    Effects(
            OpenTaskUpdates tasks,
            SupervisionQueries supervisionQueries,
            Programmes programmes,
            Organisations organisations,
            Timeline timeline) {
        this.tasks = tasks;
        this.supervisionQueries = supervisionQueries;
        this.programmes = programmes;
        this.organisations = organisations;
        this.timeline = timeline;
    }

    /** Lifts tasks in the task list. */
    void raise(Collection<String> taskIds) {
        if (!taskIds.isEmpty()) {
            tasks.adjustPriority(taskIds, RAISE);
        }
    }

    /** What happens to matters in one batch, written down together at its end. */
    record PendingEffects(List<Line> lines, List<Late> asked) {

        PendingEffects() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** What happens to the matter of a task that climbed. */
    void on(Escalation climb, Matter matter, Optional<String> firm, PendingEffects pendingEffects) {
        var task = climb.task();
        var reached = climb.climbedTo();
        var effects = climb.effects();
        if (reached.level().number() > 1) {
            pendingEffects
                    .lines()
                    .add(Line.of(matter, "overdue." + reached.level(), task.taskName(), Calendars.dayOf(task.dueAt())));
        }
        if (effects.contains(Effect.QUERY)) {
            pendingEffects.asked().add(new Late(task, matter));
        }
        if (effects.contains(Effect.INSPECTION) && !CourseElements.SPECIAL_INSPECTION.equals(task.processKey())) {
            inspect(matter, task, pendingEffects);
        }
        firm.ifPresent(name -> pendingEffects.lines().add(Line.of(matter, "overdue.summons", name, task.taskName())));
    }

    private void inspect(Matter matter, LateTask task, PendingEffects pendingEffects) {
        if (programmes.startOnce(CourseElements.SPECIAL_INSPECTION, matter.matterNo(), matter.communityCode())) {
            pendingEffects.lines().add(Line.of(matter, "overdue.inspection", task.taskName()));
        }
    }

    /** Writes down what befell. */
    void keep(PendingEffects pendingEffects, Instant now) {
        timeline.note(pendingEffects.lines());
        supervisionQueries.open(pendingEffects.asked(), now);
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
