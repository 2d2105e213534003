package org.qibu.consultation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.mail.MailKind;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.matter.form.Records;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;

/** Sends the participants the minutes of the round just held. */
@ModelBean
class SendMinutes implements JavaDelegate {

    private final Matters matters;
    private final Correspondence correspondence;
    private final Records records;
    private final Parties parties;
    private final Papers papers;
    private final MatterMasking masking;

    SendMinutes(
            Matters matters,
            Correspondence correspondence,
            Records records,
            Parties parties,
            Papers papers,
            MatterMasking masking) {
        this.matters = matters;
        this.correspondence = correspondence;
        this.records = records;
        this.parties = parties;
        this.papers = papers;
        this.masking = masking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var record = records.latest(matter.matterNo(), ConsultationForms.RECORD_MEETING)
                .orElseThrow();
        var minutes = record.values();
        var meeting = new Meeting(parties.of(matter.matterNo()), minutes);
        var masker = masking.of(matter);
        var content = MailContent.empty()
                .number("round", record.round())
                .text("attendance", masker.mask(meeting.presentWithVote() + " / " + meeting.invitedWithVote()))
                .number("agree", meeting.agree())
                .number("disagree", minutes.whole(RecordMeetingFields.STRAW_DISAGREE))
                .number("abstain", minutes.whole(RecordMeetingFields.STRAW_ABSTAIN))
                .text("draftResult", masker.mask(minutes.text(RecordMeetingFields.DRAFT_RESULT)))
                .text("openPoints", masker.mask(minutes.text(RecordMeetingFields.OPEN_POINTS)))
                .number(
                        "dissentCount",
                        minutes.rows(RecordMeetingFields.DISSENT).size());
        correspondence.toParticipants(
                matter,
                MailKind.MINUTES,
                "minutes:" + record.id(),
                content,
                papers.issue(matter, PaperKind.MINUTES).stream().toList());
    }
}
