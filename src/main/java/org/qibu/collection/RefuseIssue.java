package org.qibu.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.calendar.Calendars;
import org.qibu.engine.ModelBean;
import org.qibu.mail.MailKind;
import org.qibu.matter.Correspondence;
import org.qibu.matter.Matters;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.matter.Records;
import org.qibu.matter.Timeline;

/** Answers a matter that cannot be taken up, with the reason and the right to a re-check within 15 days. */
@ModelBean
class RefuseIssue implements JavaDelegate {

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Records records;
    private final Calendars calendars;
    private final Clock clock;
    private final Papers papers;

    RefuseIssue(
            Matters matters,
            Timeline timeline,
            Correspondence correspondence,
            Records records,
            Calendars calendars,
            Clock clock,
            Papers papers) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.records = records;
        this.calendars = calendars;
        this.clock = clock;
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var reason = records.latest(matter.matterNo(), "verify-issue")
                .map(record -> record.values().text("findings"))
                .orElse("");
        var until = LocalDate.ofInstant(calendars.afterDays(clock.instant(), 15), Calendars.CHINA);
        matters.change(matter.matterNo(), Map.of("status", "REFUSED"));
        timeline.tell(matter, null, "refused");
        correspondence.toProposer(
                matter,
                MailKind.REJECTION,
                "refused",
                Map.of("reason", reason, "recheckUntil", until.format(DateTimeFormatter.ofPattern("yyyy年M月d日"))),
                papers.issue(matter, PaperKind.REJECTION).stream().toList());
    }
}
