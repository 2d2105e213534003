package org.qibu.deadlines.time;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.deadlines.time.Allowance.Unit;
import org.qibu.engine.CourseElements;
import org.qibu.engine.FormRefused;
import org.qibu.engine.TaskFacts;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.gate.TrialTables;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Matters;
import org.qibu.matter.Step;
import org.qibu.matter.Urgency;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordIssueFields;
import org.qibu.matter.form.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks up in {@code deadlines.dmn} how much time a task has, and from when it is counted. */
@Component
public class TimeTable {

    private static final Logger log = LoggerFactory.getLogger(TimeTable.class);
    private static final String TABLE = CourseElements.TABLE_DEADLINES;
    private static final Allowance USUAL = new Allowance(5, Unit.WORKING_DAYS);

    private final DecisionTables tables;
    private final TrialTables trials;
    private final Calendars calendars;
    private final Matters matters;
    private final Records records;
    private final PlannedActions actions;
    private final ProcessFaultService faults;
    private final DeadlineFacts facts;
    private final Clock clock;
    private volatile Read last = new Read("", asked -> Map.of());

    /** From when a task's time is counted, by its word in the table. */
    enum Reference {
        TASK("交办"),
        MEETING("会议"),
        ACTION("行动期限");

        private final String word;

        Reference(String word) {
            this.word = word;
        }

        /** What a row of the table says, in words or, in the former shape, by code; TASK for anything else. */
        static Reference of(Map<String, Object> row) {
            var said = row.get("countedFrom");
            return Stream.of(values())
                    .filter(each -> each.word.equals(said) || each.name().equals(said))
                    .findFirst()
                    .orElse(TASK);
        }
    }

    private record Read(String version, Function<Map<String, Object>, Map<String, Object>> table) {}

    TimeTable(
            DecisionTables tables,
            TrialTables trials,
            Calendars calendars,
            Matters matters,
            Records records,
            PlannedActions actions,
            ProcessFaultService faults,
            DeadlineFacts facts,
            Clock clock) {
        this.tables = tables;
        this.trials = trials;
        this.calendars = calendars;
        this.matters = matters;
        this.records = records;
        this.actions = actions;
        this.faults = faults;
        this.facts = facts;
        this.clock = clock;
    }

    /** The time of a new task; the moment its model gave wins. */
    public TimeGiven of(TaskFacts task, Map<String, Object> routing) {
        var matter = Optional.ofNullable(task.matterNo()).flatMap(matters::find);
        var urgency = urgency(matter);
        if (task.due() != null) {
            return new TimeGiven(urgency, task.createdAt(), null, task.due());
        }
        var meeting = matter.flatMap(this::meetingAhead);
        var row = row(facts.of(
                task.processKey(), task.taskKey(), task.taskName(), urgency, track(matter), meeting.isPresent()));
        var allowance = orUsual(Allowance.of(row), task.taskKey());
        var from = countedFrom(Reference.of(row), task, routing, meeting);
        return new TimeGiven(urgency, from, allowance, allowance.end(from, urgency, calendars.today()));
    }

    /** The time of an open task whose matter is of another urgency by now; a moment that does not hang on it stays. */
    public TimeGiven again(LateTask task, Urgency urgency) {
        return again(task, urgency, asked -> orUsual(Allowance.of(row(asked)), task.taskKey()));
    }

    /** The same by another table. */
    public TimeGiven again(LateTask task, Urgency urgency, Function<Map<String, Object>, Allowance> table) {
        var isOfTable = task.allowance() != null && task.countedFrom().equals(task.createdAt());
        if (!isOfTable) {
            return new TimeGiven(urgency, task.countedFrom(), task.allowance(), task.dueAt());
        }
        var matter = Optional.ofNullable(task.matterNo()).flatMap(matters::find);
        var allowance = table.apply(
                facts.of(task.processKey(), task.taskKey(), task.taskName(), urgency, track(matter), false));
        return new TimeGiven(
                urgency, task.createdAt(), allowance, allowance.end(task.createdAt(), urgency, calendars.today()));
    }

    /** A table that cannot be calculated says nothing; asked apart from the engine, it undoes nothing either. */
    private Map<String, Object> row(Map<String, Object> asked) {
        try {
            return inForce().apply(asked);
        } catch (FormRefused unusable) {
            faults.atTable(TABLE, unusable);
            return Map.of();
        }
    }

    private Function<Map<String, Object>, Map<String, Object>> inForce() {
        var version = tables.version(TABLE);
        if (version.isPresent() && !version.get().equals(last.version())) {
            last = new Read(
                    version.get(), trials.inForce(TABLE, tables.source(TABLE)).table());
            faults.mended(TABLE);
        }
        return last.table();
    }

    /** A damaged table must not stop work: the task gets the usual time. */
    private static Allowance orUsual(Optional<Allowance> said, String task) {
        if (said.isEmpty()) {
            log.error("The table of deadlines gives no usable time for {}; it gets {}", task, USUAL);
        }
        return said.orElse(USUAL);
    }

    private static String track(Optional<Matter> matter) {
        return matter.map(Matter::track).map(MatterCode::code).orElse("");
    }

    /** Before its urgency is decided a matter with a danger in it is an emergency. */
    private Urgency urgency(Optional<Matter> matter) {
        return matter.map(
                        each -> each.urgency() == null && isDangerous(each) ? Urgency.EMERGENCY : each.urgencyOfTasks())
                .orElse(Urgency.NORMAL);
    }

    private boolean isDangerous(Matter matter) {
        return records.latest(matter.matterNo(), PublishedForms.RECORD_ISSUE)
                .map(record -> record.values().flag(RecordIssueFields.SAFETY_RISK))
                .orElse(false);
    }

    /** The meeting of the first round, while it is still to come. */
    private Optional<Instant> meetingAhead(Matter matter) {
        return matter.step() == Step.S3
                ? records.latest(matter.matterNo(), PublishedForms.FIX_AGENDA)
                        .flatMap(agenda -> agenda.values().moment(FixAgendaFields.MEETING_AT))
                        .filter(meeting -> meeting.isAfter(clock.instant()))
                : Optional.empty();
    }

    private Instant countedFrom(
            Reference reference, TaskFacts task, Map<String, Object> routing, Optional<Instant> meeting) {
        return switch (reference) {
            case MEETING -> meeting.orElse(task.createdAt());
            case ACTION ->
                action(task, routing)
                        .map(PlannedAction::dueOn)
                        .map(Calendars::dueOn)
                        .orElse(task.createdAt());
            case TASK -> task.createdAt();
        };
    }

    private Optional<PlannedAction> action(TaskFacts task, Map<String, Object> routing) {
        return actions.current(task.matterNo()).stream()
                .filter(action -> routing.get("actionNo") instanceof Number no && no.intValue() == action.no())
                .findFirst();
    }
}
