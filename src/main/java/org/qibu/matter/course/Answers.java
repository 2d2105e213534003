package org.qibu.matter.course;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qibu.matter.Matter;
import org.qibu.matter.Records;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the proposer is told at the end of a matter: the outcome in a sentence, and the words staff wrote for them. */
@Component
class Answers {

    private final Records records;
    private final MessageSource texts;

    Answers(Records records, MessageSource texts) {
        this.records = records;
        this.texts = texts;
    }

    Map<String, Object> toProposer(Matter matter) {
        var content = new HashMap<String, Object>();
        content.put("status", sentence(matter));
        content.put("ended", true);
        reason(matter).ifPresent(reason -> content.put("reason", reason));
        return content;
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
