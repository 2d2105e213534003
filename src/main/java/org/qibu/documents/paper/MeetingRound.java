package org.qibu.documents.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.contract.FixAgendaFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.form.Records.Record;

/** One meeting: who was invited and who came, by its attendance list. */
record MeetingRound(List<Participant> invited, Set<String> present) {

    static MeetingRound of(Facts facts, Record meeting) {
        var present = meeting.values().rows(RecordMeetingFields.ATTENDANCE).stream()
                .filter(row -> Boolean.TRUE.equals(row.get("present")))
                .map((Map<String, Object> row) -> String.valueOf(row.get("personNo")))
                .collect(Collectors.toSet());
        return new MeetingRound(facts.participants(), present);
    }

    /** Which meeting it was, such as 第1轮, 第1轮延期后第2次 or 第2次协商第1轮. */
    static String mark(Facts facts, Record meeting) {
        var sameRound = facts.all(PublishedForms.RECORD_MEETING).stream()
                .filter(other -> other.cycle() == meeting.cycle() && other.round() == meeting.round())
                .filter(other -> other.id() <= meeting.id())
                .count();
        var cycle = meeting.cycle() > 1 ? "第" + meeting.cycle() + "次协商" : "";
        return cycle + "第" + meeting.round() + "轮" + (sameRound > 1 ? "第" + sameRound + "次会议" : "");
    }

    /** When the meeting was to begin, as its invitation said; only the first meeting has one, and only once it has begun. */
    static Optional<Instant> plannedAt(Facts facts, Record meeting) {
        return facts.all(PublishedForms.RECORD_MEETING).get(0).id() == meeting.id()
                ? facts.latest(PublishedForms.FIX_AGENDA)
                        .flatMap(agenda -> agenda.values().moment(FixAgendaFields.MEETING_AT))
                        .filter(at -> !at.isAfter(meeting.at()))
                : Optional.empty();
    }

    /** The day of the meeting; the day its minutes were written where no other is known. */
    static String day(Facts facts, Record meeting) {
        return Facts.day(plannedAt(facts, meeting).orElse(meeting.at()));
    }

    long invitedWithVote() {
        return invited.stream().filter(Participant::vote).count();
    }

    long presentWithVote() {
        return invited.stream().filter(Participant::vote).filter(this::came).count();
    }

    long came() {
        return invited.stream().filter(this::came).count();
    }

    boolean came(Participant participant) {
        return present.contains(participant.personNo());
    }

    /** 应到 and 实到 in a sentence. */
    String sentence() {
        return "应到%d人，实到%d人；其中有表决权的应到%d人，实到%d人。"
                .formatted(invited.size(), came(), invitedWithVote(), presentWithVote());
    }
}
