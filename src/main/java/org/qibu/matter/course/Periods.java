package org.qibu.matter.course;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.WorkingCalendar;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;

/** The ends of the periods models wait for, by the working calendar; each is 18:00 in China on the due day. */
@ModelBean
public class Periods {

    private static final int SURVEY_DAYS = 10;
    private static final int INSTANT_SURVEY_DAYS = 3;
    private static final int RETURN_VISIT_DAYS = 30;
    private static final int POLL_DAYS = 15;

    private final Calendars calendars;
    private final Matters matters;
    private final Records records;
    private final Clock clock;

    Periods(Calendars calendars, Matters matters, Records records, Clock clock) {
        this.calendars = calendars;
        this.matters = matters;
        this.records = records;
        this.clock = clock;
    }

    /**
     * So many days from now.
     *
     * @throws IllegalArgumentException when they are negative or more than ten years
     */
    public Date days(@Min(0) @Max(WorkingCalendar.LONGEST) int days) {
        return Date.from(calendars.afterDays(clock.instant(), days));
    }

    /**
     * So many working days from now.
     *
     * @throws IllegalArgumentException when they are negative or more than ten years
     */
    public Date workingDays(@Min(0) @Max(WorkingCalendar.LONGEST) int days) {
        return Date.from(calendars.afterWorkingDays(days));
    }

    /** The end of the notice that was posted, the same however often it is asked. */
    public Date noticeEnd(DelegateExecution execution) {
        return (Date) execution.getVariable("noticeEndsAt");
    }

    /** So many days after the work was completed, or from now where it was long ago. */
    public Date daysAfterCompletion(DelegateExecution execution, @Min(0) @Max(WorkingCalendar.LONGEST) int days) {
        var completed = matter(execution).completedAt();
        var start = completed == null ? clock.instant() : completed;
        return Date.from(later(calendars.afterDays(start, days), clock.instant()));
    }

    /** The end of a survey: 10 days after completion, 3 for an instant matter; a repeated one gets its time anew. */
    public Date surveyOver(DelegateExecution execution) {
        var matter = matter(execution);
        var days = matter.isInstant() ? INSTANT_SURVEY_DAYS : SURVEY_DAYS;
        return Boolean.TRUE.equals(execution.getVariable("surveyRepeated"))
                ? days(days)
                : daysAfterCompletion(execution, days);
    }

    /** When the return visit is due: 30 days after completion. */
    public Date returnVisitDue(DelegateExecution execution) {
        return daysAfterCompletion(execution, RETURN_VISIT_DAYS);
    }

    /** When the poll that was prepared opens. */
    public Date pollOpens(DelegateExecution execution) {
        return Date.from(prepared(execution, PrepareBallotFields.OPENS_AT, clock.instant()));
    }

    /** When the poll that was prepared closes; an extension adds 15 days. */
    public Date pollCloses(DelegateExecution execution) {
        var closes = prepared(
                execution, PrepareBallotFields.CLOSES_AT, clock.instant().plus(Duration.ofDays(POLL_DAYS)));
        return Routing.number(execution, "pollExtended") == 0 ? Date.from(closes) : days(POLL_DAYS);
    }

    private Instant prepared(DelegateExecution execution, String field, Instant otherwise) {
        return records.latest(execution.getProcessBusinessKey(), PublishedForms.PREPARE_BALLOT)
                .flatMap(record -> record.values().moment(field))
                .orElse(otherwise);
    }

    private Matter matter(DelegateExecution execution) {
        return matters.get(execution.getProcessBusinessKey());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
