package org.qibu.consultation;

import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.matter.Records;
import org.qibu.matter.Timeline;
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
        return "confirm-opinion";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var prefill = FormHandler.emptied("confirmed", "signatures");
        records.latest(form.matterNo(), "record-meeting")
                .map(minutes -> minutes.values().text("draftResult"))
                .ifPresent(draft -> prefill.put("finalText", draft));
        return prefill;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var confirmed = values.flag("confirmed");
        var matter = matters.get(form.matterNo());
        if (confirmed) {
            papers.issue(matter, PaperKind.OPINION);
        }
        timeline.tell(matter, form.userId(), confirmed ? "opinionConfirmed" : "opinionReturned");
        return Map.of("opinionConfirmed", confirmed);
    }
}
