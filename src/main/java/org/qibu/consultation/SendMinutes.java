package org.qibu.consultation;

import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.mail.MailKind;
import org.qibu.matter.Correspondence;
import org.qibu.matter.Matters;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.matter.Parties;
import org.qibu.matter.Records;

/** Sends the participants the minutes of the round just held. */
@ModelBean
class SendMinutes implements JavaDelegate {

    private final Matters matters;
    private final Correspondence correspondence;
    private final Records records;
    private final Parties parties;
    private final Papers papers;

    SendMinutes(Matters matters, Correspondence correspondence, Records records, Parties parties, Papers papers) {
        this.matters = matters;
        this.correspondence = correspondence;
        this.records = records;
        this.parties = parties;
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var record = records.latest(matter.matterNo(), "record-meeting").orElseThrow();
        var minutes = record.values();
        var meeting = new Meeting(parties.of(matter.matterNo()), minutes);
        var content = new HashMap<String, Object>();
        content.put("round", record.round());
        content.put("attendance", meeting.presentWithVote() + " / " + meeting.invitedWithVote());
        content.put("agree", meeting.agree());
        content.put("disagree", minutes.whole("strawDisagree"));
        content.put("abstain", minutes.whole("strawAbstain"));
        content.put("draftResult", minutes.text("draftResult"));
        content.put("openPoints", minutes.optionalText("openPoints").orElse(null));
        content.put("dissentCount", minutes.rows("dissent").size());
        correspondence.toParticipants(
                matter,
                MailKind.MINUTES,
                "minutes:" + record.id(),
                content,
                papers.issue(matter, PaperKind.MINUTES).stream().toList());
    }
}
