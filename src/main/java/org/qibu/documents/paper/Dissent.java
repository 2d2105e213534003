package org.qibu.documents.paper;

import java.util.List;
import org.qibu.documents.Voice;
import org.qibu.engine.FormValues;
import org.qibu.matter.contract.RecordMeetingFields;

/** The reservations recorded at a meeting, in lines. */
final class Dissent {

    private Dissent() {}

    static List<String> lines(FormValues meeting, Voice voice) {
        return meeting.rows(RecordMeetingFields.DISSENT).stream()
                .map(row -> voice.name(row.get("personNo"))
                        + ("MAJOR".equals(row.get("severity")) ? "（重大）" : "（一般）")
                        + "："
                        + voice.text(row.get("reason")))
                .toList();
    }
}
