package org.qibu.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.calendar.Calendars;
import org.qibu.engine.ModelBean;
import org.qibu.mail.MailKind;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.matter.form.Records;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.matter.proposer.ProposerPeriods;

/** Answers a matter that cannot be taken up, with the reason and the right to a re-check within the period in force. */
@ModelBean
class RefuseIssue implements JavaDelegate {

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Records records;
    private final ProposerPeriods periods;
    private final Calendars calendars;
    private final Clock clock;
    private final Papers papers;
    private final MatterMasking masking;

    RefuseIssue(
            Matters matters,
            Timeline timeline,
            Correspondence correspondence,
            Records records,
            ProposerPeriods periods,
            Calendars calendars,
            Clock clock,
            Papers papers,
            MatterMasking masking) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.records = records;
        this.periods = periods;
        this.calendars = calendars;
        this.clock = clock;
        this.papers = papers;
        this.masking = masking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var reason = records.latest(matter.matterNo(), CollectionForms.VERIFY_ISSUE)
                .map(record -> record.values().text(VerifyIssueFields.FINDINGS))
                .orElse("");
        var masker = masking.of(matter);
        var until = LocalDate.ofInstant(
                periods.recheck(matter.matterNo()).end(calendars, clock.instant()), Calendars.CHINA);
        matters.refuse(matter.matterNo());
        timeline.tell(matter, null, "refused");
        correspondence.toProposer(
                matter,
                MailKind.REJECTION,
                "refused",
                MailContent.empty()
                        .text("reason", masker.mask(reason))
                        .text("recheckUntil", masker.mask(until.format(DateTimeFormatter.ofPattern("yyyy年M月d日")))),
                papers.issue(matter, PaperKind.REJECTION).stream().toList());
    }
}
