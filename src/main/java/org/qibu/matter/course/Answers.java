package org.qibu.matter.course;

import java.util.Locale;
import java.util.Optional;
import org.qibu.matter.AddedFields;
import org.qibu.matter.MailContent;
import org.qibu.matter.Matter;
import org.qibu.matter.MatterMasking;
import org.qibu.matter.Records;
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
                records.latest(matter.matterNo(), "answer-directly").stream()
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
            case "CLOSED" ->
                said(matter, "answer-directly", "answer")
                        .or(() -> said(matter, "draft-feedback", "resultSummary"))
                        .or(() -> said(matter, "report-done", "doneText"));
            case "NOT_ACCEPTED", "REFERRED" -> said(matter, "verify-issue", "findings");
            case "NOT_ADOPTED" -> said(matter, "explain-rejection", "reason");
            default -> Optional.empty();
        };
    }

    private Optional<String> said(Matter matter, String form, String field) {
        return records.latest(matter.matterNo(), form)
                .flatMap(record -> record.values().optionalText(field));
    }
}
