package org.qibu.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Parties;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.form.Records;
import org.qibu.voting.rules.Shares;
import org.springframework.stereotype.Component;

/** The minutes of one round; its numbers become the facts the consensus is judged by. */
@Component
class RecordMeeting implements FormHandler {

    /** Ways to take part that hold for everybody; of a meeting both on the spot and online it is not known. */
    private static final Set<String> ONE_WAY = Set.of("ONSITE", "ONLINE");

    private static final Map<String, String> WORDINGS = Map.of(
            ConsultationForms.RECORD_MEETING,
            RecordMeetingFields.DRAFT_RESULT,
            ConsultationForms.CONFIRM_OPINION,
            ConfirmOpinionFields.FINAL_TEXT);

    private final Matters matters;
    private final Parties parties;
    private final Shares shares;
    private final Timeline timeline;
    private final Records records;

    RecordMeeting(Matters matters, Parties parties, Shares shares, Timeline timeline, Records records) {
        this.records = records;
        this.matters = matters;
        this.parties = parties;
        this.shares = shares;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ConsultationForms.RECORD_MEETING;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = FormHandler.emptied(
                RecordMeetingFields.STRAW_AGREE,
                RecordMeetingFields.STRAW_DISAGREE,
                RecordMeetingFields.STRAW_ABSTAIN,
                RecordMeetingFields.MOTIONS,
                RecordMeetingFields.SPEECHES,
                RecordMeetingFields.AMENDMENTS,
                RecordMeetingFields.DISSENT);
        values.put(RecordMeetingFields.ATTENDANCE, invited(form.matterNo()));
        lastWording(form.matterNo()).ifPresent(text -> values.put(RecordMeetingFields.DRAFT_RESULT, text));
        return values;
    }

    /** Everybody invited and how they were to take part; who came is for the recorder to say. */
    private List<Map<String, Object>> invited(String matterNo) {
        var mode = records.latest(matterNo, PublishedForms.FIX_AGENDA)
                .flatMap(agenda -> agenda.values().optionalText(FixAgendaFields.MODE))
                .filter(ONE_WAY::contains);
        return parties.of(matterNo).stream()
                .map(participant -> {
                    var row = new HashMap<String, Object>(Map.of("personNo", participant.personNo()));
                    mode.ifPresent(way -> row.put(FixAgendaFields.MODE, way));
                    return (Map<String, Object>) row;
                })
                .toList();
    }

    /** The opinion as it was last put down, in the minutes of a round or when it was to be confirmed. */
    private Optional<String> lastWording(String matterNo) {
        return records.of(matterNo).stream()
                .flatMap(record -> WORDINGS.containsKey(record.form())
                        ? record.values().optionalText(WORDINGS.get(record.form())).stream()
                        : Stream.empty())
                .reduce((first, second) -> second);
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
        meeting.strangers(RecordMeetingFields.ATTENDANCE)
                .forEach(number -> faults.add(RecordMeetingFields.ATTENDANCE, "“签到情况”中的 " + number + " 不在参加协商的人员名单里。"));
        meeting.strangers(RecordMeetingFields.DISSENT)
                .forEach(number -> faults.add(RecordMeetingFields.DISSENT, "“保留意见”中的 " + number + " 不在参加协商的人员名单里。"));
        var listed = values.rows(RecordMeetingFields.ATTENDANCE).stream()
                .map(row -> row.get("personNo"))
                .toList();
        faults.check(
                listed.stream().distinct().count() == listed.size(), RecordMeetingFields.ATTENDANCE, "“签到情况”中有人出现了两次。");
        faults.check(
                meeting.votesCast() <= meeting.presentWithVote(),
                RecordMeetingFields.STRAW_AGREE,
                "同意、反对、弃权合计 " + meeting.votesCast() + "，超过到会有表决权的 " + meeting.presentWithVote() + " 人。");
        faults.refuseIfAny();
    }
}
