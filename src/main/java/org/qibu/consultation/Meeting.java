package org.qibu.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.FormValues;
import org.qibu.matter.MatterCode;
import org.qibu.matter.Parties.Participant;
import org.qibu.matter.Party;
import org.qibu.matter.contract.RecordMeetingFields;

/** The numbers of one meeting: who was invited, who came, who agreed, who objects. */
record Meeting(List<Participant> invited, FormValues minutes) {

    Set<String> present() {
        return minutes.rows(RecordMeetingFields.ATTENDANCE).stream()
                .filter(row -> Boolean.TRUE.equals(row.get("present")))
                .map(row -> String.valueOf(row.get("personNo")))
                .collect(Collectors.toSet());
    }

    long invitedWithVote() {
        return invited.stream().filter(Participant::vote).count();
    }

    long presentWithVote() {
        var present = present();
        return invited.stream()
                .filter(Participant::vote)
                .filter(participant -> present.contains(participant.personNo()))
                .count();
    }

    /** Straw votes; abstentions are present but do not agree. */
    long agree() {
        return minutes.whole(RecordMeetingFields.STRAW_AGREE);
    }

    long votesCast() {
        return agree()
                + minutes.whole(RecordMeetingFields.STRAW_DISAGREE)
                + minutes.whole(RecordMeetingFields.STRAW_ABSTAIN);
    }

    /** Whether nobody of one of these parties came. */
    boolean isMissingOneOf(Collection<MatterCode<Party>> parties) {
        var present = present();
        return parties.stream()
                .anyMatch(party -> invited.stream()
                        .filter(participant -> participant.party().equals(party))
                        .noneMatch(participant -> present.contains(participant.personNo())));
    }

    /** Whether somebody heavily affected holds a major objection. */
    boolean hasMajorObjection() {
        var heavilyAffected = invited.stream()
                .filter(Participant::heavilyAffected)
                .map(Participant::personNo)
                .collect(Collectors.toSet());
        return minutes.rows(RecordMeetingFields.DISSENT).stream()
                .filter(row -> "MAJOR".equals(row.get("severity")))
                .anyMatch(row -> heavilyAffected.contains(String.valueOf(row.get("personNo"))));
    }

    /** Numbers in a list that belong to nobody invited. */
    List<String> strangers(String list) {
        var known = invited.stream().map(Participant::personNo).collect(Collectors.toSet());
        return minutes.rows(list).stream()
                .map((Map<String, Object> row) -> String.valueOf(row.get("personNo")))
                .filter(number -> !known.contains(number))
                .toList();
    }
}
