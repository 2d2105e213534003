package org.qibu.notices;

import java.util.HashMap;
import org.qibu.mail.MailKind;
import org.qibu.matter.Correspondence;
import org.qibu.matter.Masking;
import org.qibu.matter.Matter;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.matter.Records;
import org.qibu.matter.Timeline;
import org.springframework.stereotype.Component;

/** Sends everybody concerned the reason why a matter was not adopted, and what else can be done. */
@Component
class Rejections {

    private final Records records;
    private final Correspondence correspondence;
    private final Timeline timeline;
    private final Masking masking;
    private final Papers papers;

    Rejections(Records records, Correspondence correspondence, Timeline timeline, Masking masking, Papers papers) {
        this.records = records;
        this.correspondence = correspondence;
        this.timeline = timeline;
        this.masking = masking;
        this.papers = papers;
    }

    void send(Matter matter) {
        var explained = records.latest(matter.matterNo(), "explain-rejection").orElseThrow();
        var content = new HashMap<String, Object>();
        for (var field : new String[] {"reason", "nextOptions"}) {
            explained.values().optionalText(field).ifPresent(text -> content.put(field, masking.mask(matter, text)));
        }
        correspondence.toAllConcerned(
                matter,
                MailKind.REJECTION,
                "rejected:" + explained.id(),
                content,
                papers.issue(matter, PaperKind.NOT_ADOPTED).stream().toList());
        timeline.tell(matter, null, "rejectionSent");
    }
}
