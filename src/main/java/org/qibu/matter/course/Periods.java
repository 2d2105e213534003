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
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.calendar.period.PeriodUnit;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matter;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.contract.PrepareBallotFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.form.Records;

/**
 * The ends of the periods models wait for, by the table of periods or by a number of the model's own, and by the working
 * calendar; each is 18:00 in China on the due day.
 */
@ModelBean
public class Periods {

    private final PeriodTable table;
    private final Calendars calendars;
    private final Matters matters;
    private final Records records;
    private final Clock clock;

    Periods(PeriodTable table, Calendars calendars, Matters matters, Records records, Clock clock) {
        this.table = table;
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

    /** When a proposer who was asked for more is heard no longer. */
    public Date moreInfoOver() {
        return fromNow(Period.MORE_INFO);
    }

    /** When a refusal can no longer be contested. */
    public Date recheckOver() {
        return fromNow(Period.RECHECK);
    }

    /** When the next meeting may be held. */
    public Date roundGapOver() {
        return fromNow(Period.ROUND_GAP);
    }

    private Date fromNow(Period period) {
        return Date.from(table.end(period, clock.instant()));
    }

    /** The end of the notice that was posted, the same however often it is asked. */
    public Date noticeEnd(DelegateExecution execution) {
        return (Date) execution.getVariable("noticeEndsAt");
    }

    /** So many days after the work was completed, or from now where it was long ago. */
    public Date daysAfterCompletion(DelegateExecution execution, @Min(0) @Max(WorkingCalendar.LONGEST) int days) {
        return afterCompletion(matter(execution), new PeriodLength(days, PeriodUnit.DAYS));
    }

    private Date afterCompletion(Matter matter, PeriodLength length) {
        var completed = matter.completedAt();
        var start = completed == null ? clock.instant() : completed;
        return Date.from(later(length.end(calendars, start), clock.instant()));
    }

    /** The end of a survey, after completion; an instant matter has its own length, a repeated survey gets its time anew. */
    public Date surveyOver(DelegateExecution execution) {
        var matter = matter(execution);
        var period = matter.isInstant() ? Period.SURVEY_INSTANT : Period.SURVEY;
        return Boolean.TRUE.equals(execution.getVariable("surveyRepeated"))
                ? fromNow(period)
                : afterCompletion(matter, table.of(period));
    }

    /** When the return visit is due, after completion. */
    public Date returnVisitDue(DelegateExecution execution) {
        return afterCompletion(matter(execution), table.of(Period.RETURN_VISIT));
    }

    /** When the poll that was prepared opens. */
    public Date pollOpens(DelegateExecution execution) {
        return Date.from(prepared(execution, PrepareBallotFields.OPENS_AT, clock.instant()));
    }

    /** When the poll that was prepared closes; an extension begins when it is decided. */
    public Date pollCloses(DelegateExecution execution) {
        var usual = clock.instant().plus(Duration.ofDays(table.amount(Period.VOTING)));
        return Routing.number(execution, "pollExtended") == 0
                ? Date.from(prepared(execution, PrepareBallotFields.CLOSES_AT, usual))
                : fromNow(Period.VOTING_EXTENDED);
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
