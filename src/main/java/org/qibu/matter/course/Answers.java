package org.qibu.matter.course;

import java.util.Locale;
import java.util.Optional;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.contract.AnswerDirectlyFields;
import org.qibu.matter.contract.DraftFeedbackFields;
import org.qibu.matter.contract.ExplainRejectionFields;
import org.qibu.matter.contract.PublishedForms;
import org.qibu.matter.contract.ReportDoneFields;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.correspondence.MailContent;
import org.qibu.matter.form.AddedFields;
import org.qibu.matter.form.Records;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the proposer is told at the end of a matter: the outcome in a sentence, and the words staff wrote for them, masked. */
@Component
class Answers {

    private final Records records;
    private final AddedFields added;
    private final MessageSource texts;
    private final MatterMasking masking;

    Answers(Records records, AddedFields added, MessageSource texts, MatterMasking masking) {
        this.records = records;
        this.added = added;
        this.texts = texts;
        this.masking = masking;
    }

    MailContent toProposer(Matter matter) {
        var masker = masking.of(matter);
        var content = MailContent.empty()
                .text("status", masker.mask(sentence(matter)))
                .mark("ended");
        reason(matter).ifPresent(reason -> content.text("reason", masker.mask(reason)));
        return content.texts(
                "further",
                records.latest(matter.matterNo(), PublishedForms.ANSWER_DIRECTLY).stream()
                        .flatMap(record -> added.of(matter, record).stream())
                        .map(line -> masker.mask(line.label() + "：" + line.value()))
                        .toList());
    }

    private String sentence(Matter matter) {
        var key = matter.mergedInto() == null ? "status.ended." + matter.outcome() : "status.ended.MERGED";
        return texts.getMessage(key, new Object[] {matter.mergedInto()}, Locale.CHINESE);
    }

    private Optional<String> reason(Matter matter) {
        return switch (matter.outcome()) {
            case CLOSED ->
                said(matter, PublishedForms.ANSWER_DIRECTLY, AnswerDirectlyFields.ANSWER)
                        .or(() -> said(matter, PublishedForms.DRAFT_FEEDBACK, DraftFeedbackFields.RESULT_SUMMARY))
                        .or(() -> said(matter, PublishedForms.REPORT_DONE, ReportDoneFields.DONE_TEXT));
            case NOT_ACCEPTED, REFERRED -> said(matter, PublishedForms.VERIFY_ISSUE, VerifyIssueFields.FINDINGS);
            case NOT_ADOPTED -> said(matter, PublishedForms.EXPLAIN_REJECTION, ExplainRejectionFields.REASON);
            case WITHDRAWN, UNKNOWN -> Optional.empty();
        };
    }

    private Optional<String> said(Matter matter, String form, String field) {
        return records.latest(matter.matterNo(), form)
                .flatMap(record -> record.values().optionalText(field));
    }
}
