package org.qibu.notices.rejection;

import org.qibu.mail.MailKind;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.ExplainRejectionFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.matter.form.AddedFields;
import org.qibu.matter.form.Records;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.notices.NoticeForms;
import org.springframework.stereotype.Component;

/** Sends everybody concerned the reason why a matter was not adopted, and what else can be done. */
@Component
class Rejections {

    private final Records records;
    private final AddedFields added;
    private final Correspondence correspondence;
    private final Timeline timeline;
    private final MatterMasking masking;
    private final Papers papers;

    Rejections(
            Records records,
            AddedFields added,
            Correspondence correspondence,
            Timeline timeline,
            MatterMasking masking,
            Papers papers) {
        this.records = records;
        this.added = added;
        this.correspondence = correspondence;
        this.timeline = timeline;
        this.masking = masking;
        this.papers = papers;
    }

    void send(Matter matter) {
        var explained =
                records.latest(matter.matterNo(), NoticeForms.EXPLAIN_REJECTION).orElseThrow();
        var masker = masking.of(matter);
        var content = MailContent.empty();
        for (var field : new String[] {ExplainRejectionFields.REASON, ExplainRejectionFields.NEXT_OPTIONS}) {
            explained.values().optionalText(field).ifPresent(text -> content.text(field, masker.mask(text)));
        }
        content.texts(
                "further",
                added.of(matter, explained).stream()
                        .map(line -> masker.mask(line.label() + "：" + line.value()))
                        .toList());
        correspondence.toAllConcerned(
                matter,
                MailKind.REJECTION,
                "rejected:" + explained.id(),
                content,
                papers.issue(matter, PaperKind.NOT_ADOPTED).stream().toList());
        timeline.tell(matter, null, "rejectionSent");
    }
}
