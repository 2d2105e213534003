package org.qibu.feedback;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormValues;
import org.qibu.mail.MailKind;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.MatterType;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.ReportDoneFields;
import org.qibu.matter.contract.SettleInstantlyFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.matter.form.AddedFields;
import org.qibu.matter.form.Records;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.qibu.notices.posting.Notices;
import org.qibu.privacy.MaskedText;
import org.qibu.privacy.Masker;
import org.springframework.stereotype.Component;

/**
 * Sends everybody concerned the result of a matter; posts that of a small one at once, since nobody drafts its notice.
 */
@Component
class Results {

    static final String NOTICE = "COMPLETION";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);

    private final Records records;
    private final AddedFields added;
    private final Correspondence correspondence;
    private final Notices notices;
    private final MatterMasking masking;
    private final Timeline timeline;
    private final Papers papers;

    Results(
            Records records,
            AddedFields added,
            Correspondence correspondence,
            Notices notices,
            MatterMasking masking,
            Timeline timeline,
            Papers papers) {
        this.records = records;
        this.added = added;
        this.correspondence = correspondence;
        this.notices = notices;
        this.masking = masking;
        this.timeline = timeline;
        this.papers = papers;
    }

    void publish(Matter matter) {
        if (matter.isInstant()) {
            draft(matter);
        }
        var feedback =
                records.latest(matter.matterNo(), FeedbackForms.DRAFT_FEEDBACK).orElseThrow();
        correspondence.toAllConcerned(
                matter,
                MailKind.RESULT,
                "result:" + feedback.id(),
                content(matter, feedback),
                papers.latest(matter.matterNo(), PaperKind.DECISION, PaperKind.VOTE_RESULT));
        timeline.tell(matter, null, "resultPublished");
        if (matter.isInstant()) {
            notices.post(matter, NOTICE);
        }
    }

    /** The feedback of a small matter is what was agreed on the spot and what was done about it. */
    private void draft(Matter matter) {
        var values = new HashMap<String, Object>();
        values.put(
                DraftFeedbackFields.RESULT_SUMMARY,
                said(matter, PublishedForms.REPORT_DONE, ReportDoneFields.DONE_TEXT));
        values.put(
                DraftFeedbackFields.WHAT_CHANGED,
                said(matter, PublishedForms.SETTLE_INSTANTLY, SettleInstantlyFields.AGREEMENT));
        values.put(DraftFeedbackFields.CHANNELS_ONLINE, List.of("PORTAL"));
        values.put(DraftFeedbackFields.MASK_PERSONAL_DATA, true);
        records.record(
                matter, FeedbackForms.DRAFT_FEEDBACK, FeedbackElements.SERVICE_PUBLISH_RESULT, null, null, values);
    }

    private String said(Matter matter, String form, String field) {
        return records.latest(matter.matterNo(), form)
                .map(record -> record.values().text(field))
                .orElse("");
    }

    private MailContent content(Matter matter, Records.Record record) {
        var feedback = record.values();
        var masker = masking.of(matter);
        var adopted = rows(masker, feedback, DraftFeedbackFields.ADOPTED).stream()
                .map(row -> row.getOrDefault("point", MaskedText.NONE))
                .toList();
        var content = MailContent.empty()
                .text("resultSummary", masker.mask(feedback.text(DraftFeedbackFields.RESULT_SUMMARY)))
                .text("whatChanged", masker.mask(feedback.text(DraftFeedbackFields.WHAT_CHANGED)))
                .texts("adopted", adopted)
                .rows("notAdopted", rows(masker, feedback, DraftFeedbackFields.NOT_ADOPTED))
                .texts("further", further(matter, record, masker));
        if (!isNoticeLater(matter)) {
            content.text(
                    "noticeUntil", masker.mask(DAY.format(notices.endOf(NOTICE).atZone(Calendars.CHINA))));
        }
        return content;
    }

    private List<MaskedText> further(Matter matter, Records.Record feedback, Masker masker) {
        var forms = matter.isInstant()
                ? Stream.of(PublishedForms.SETTLE_INSTANTLY, PublishedForms.REPORT_DONE)
                        .flatMap(form -> records.latest(matter.matterNo(), form).stream())
                : Stream.of(feedback);
        return forms.flatMap(record -> added.of(matter, record).stream())
                .map(line -> masker.mask(line.label() + "：" + line.value()))
                .toList();
    }

    private static List<Map<String, MaskedText>> rows(Masker masker, FormValues feedback, String key) {
        return feedback.rows(key).stream()
                .map(row -> {
                    var masked = new HashMap<String, MaskedText>();
                    row.forEach((member, text) -> masked.put(member, masker.mask(String.valueOf(text))));
                    return Map.copyOf(masked);
                })
                .toList();
    }

    /** Where a person still has to report or to phone before the notice is posted, its end is not known yet. */
    private boolean isNoticeLater(Matter matter) {
        return matter.isAbout(MatterType.GOV_ENTRUSTED) || !correspondence.isProposerReachable(matter);
    }
}
