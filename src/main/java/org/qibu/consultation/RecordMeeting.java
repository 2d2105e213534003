package org.qibu.consultation;

import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.Timeline;
import org.qibu.voting.Shares;
import org.springframework.stereotype.Component;

/** The minutes of one round; its numbers become the facts the consensus is judged by. */
@Component
class RecordMeeting implements FormHandler {

    private final Matters matters;
    private final Parties parties;
    private final Shares shares;
    private final Timeline timeline;

    RecordMeeting(Matters matters, Parties parties, Shares shares, Timeline timeline) {
        this.matters = matters;
        this.parties = parties;
        this.shares = shares;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return "record-meeting";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var meeting = new Meeting(parties.of(form.matterNo()), values);
        check(meeting, values);
        var matter = matters.get(form.matterNo());
        timeline.tell(
                matter,
                form.userId(),
                "met",
                matter.round(),
                meeting.presentWithVote(),
                meeting.invitedWithVote(),
                meeting.agree());
        return Map.of(
                "attendanceMet",
                        shares.of("CONS_ATTENDANCE").isReachedBy(meeting.presentWithVote(), meeting.invitedWithVote()),
                "partyMissing", meeting.isMissingOneOf(parties.required(form)),
                "agreement", agreement(meeting),
                "majorObjection", meeting.hasMajorObjection());
    }

    private String agreement(Meeting meeting) {
        if (shares.of("CONS_CONSENSUS").isReachedBy(meeting.agree(), meeting.presentWithVote())) {
            return "CONSENSUS";
        }
        return shares.of("CONS_MAJORITY").isReachedBy(meeting.agree(), meeting.presentWithVote()) ? "MAJORITY" : "NONE";
    }

    private static void check(Meeting meeting, FormValues values) {
        var faults = new FormRefused.Collector();
        meeting.strangers("attendance")
                .forEach(number -> faults.add("attendance", "“签到情况”中的 " + number + " 不在参加协商的人员名单里。"));
        meeting.strangers("dissent").forEach(number -> faults.add("dissent", "“保留意见”中的 " + number + " 不在参加协商的人员名单里。"));
        var listed = values.rows("attendance").stream()
                .map(row -> row.get("personNo"))
                .toList();
        faults.check(listed.stream().distinct().count() == listed.size(), "attendance", "“签到情况”中有人出现了两次。");
        faults.check(
                meeting.votesCast() <= meeting.presentWithVote(),
                "strawAgree",
                "同意、反对、弃权合计 " + meeting.votesCast() + "，超过到会有表决权的 " + meeting.presentWithVote() + " 人。");
        faults.refuseIfAny();
    }
}
