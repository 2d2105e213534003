package org.qibu.consultation;

import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.ConfirmOpinionFields;
import org.qibu.matter.contract.RecordMeetingFields;
import org.qibu.matter.form.Records;
import org.qibu.matter.paper.PaperKind;
import org.qibu.matter.paper.Papers;
import org.springframework.stereotype.Component;

/** The agreed opinion, confirmed by those who were there, or sent back for another round. */
@Component
class ConfirmOpinion implements FormHandler {

    private final Matters matters;
    private final Records records;
    private final Timeline timeline;
    private final Papers papers;

    ConfirmOpinion(Matters matters, Records records, Timeline timeline, Papers papers) {
        this.matters = matters;
        this.records = records;
        this.timeline = timeline;
        this.papers = papers;
    }

    @Override
    public String formId() {
        return ConsultationForms.CONFIRM_OPINION;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var prefill = FormHandler.emptied(ConfirmOpinionFields.CONFIRMED, ConfirmOpinionFields.SIGNATURES);
        records.latest(form.matterNo(), ConsultationForms.RECORD_MEETING)
                .map(minutes -> minutes.values().text(RecordMeetingFields.DRAFT_RESULT))
                .ifPresent(draft -> prefill.put(ConfirmOpinionFields.FINAL_TEXT, draft));
        return prefill;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var confirmed = values.flag(ConfirmOpinionFields.CONFIRMED);
        var matter = matters.get(form.matterNo());
        if (confirmed) {
            papers.issue(matter, PaperKind.OPINION);
        }
        timeline.tell(matter, form.userId(), confirmed ? "opinionConfirmed" : "opinionReturned");
        return Map.of("opinionConfirmed", confirmed);
    }
}
