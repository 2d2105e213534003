package org.qibu.documents.paper;

import java.util.List;
import java.util.Locale;
import org.qibu.documents.Voice;
import org.qibu.engine.FormValues;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.text.CodeLabels;

/** The reservations recorded at a meeting, in lines. */
final class Dissent {

    private Dissent() {}

    static List<String> lines(FormValues meeting, Voice voice, CodeLabels labels) {
        return meeting.rows(RecordMeetingFields.DISSENT).stream()
                .map(row -> voice.name(row.get("personNo"))
                        + "（"
                        + labels.label("MAJOR".equals(row.get("severity")) ? "MAJOR" : "MINOR", Locale.CHINESE)
                        + "）："
                        + voice.text(row.get("reason")))
                .toList();
    }
}
