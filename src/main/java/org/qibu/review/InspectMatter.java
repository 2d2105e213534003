package org.qibu.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.process.Programmes;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.pass.LimitedChoice;
import org.qibu.matter.pass.PassLimit;
import org.qibu.review.ReviewForms.InspectMatterFields;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sub-district inspects a matter that failed again and again, and says how it ends. */
@Component
class InspectMatter implements FormHandler, LimitedChoice.Source {

    private final Matters matters;
    private final Timeline timeline;
    private final MessageSource texts;

    InspectMatter(Matters matters, Timeline timeline, MessageSource texts) {
        this.matters = matters;
        this.timeline = timeline;
        this.texts = texts;
    }

    @Override
    public String formId() {
        return ReviewForms.INSPECT_MATTER;
    }

    @Override
    public List<LimitedChoice> limitedChoices() {
        return List.of(new LimitedChoice(
                formId(),
                InspectMatterFields.INSPECTION_RESULT,
                "REOPEN_IMPLEMENTATION",
                PassLimit.REIMPLEMENT_INSPECTED));
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(
                InspectMatterFields.FINDINGS, InspectMatterFields.MEASURES, InspectMatterFields.INSPECTION_RESULT);
    }

    @Override
    public String note(FormCase form) {
        return form.flag(Programmes.BESIDE)
                ? texts.getMessage("deadlines.inspection", null, Locale.CHINESE)
                : FormHandler.super.note(form);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var matter = matters.get(form.matterNo());
        if (form.flag(Programmes.BESIDE)) {
            timeline.note(
                    matter, form.userId(), "overdue.inspected." + values.text(InspectMatterFields.INSPECTION_RESULT));
        } else {
            timeline.tell(matter, form.userId(), "inspected." + values.text(InspectMatterFields.INSPECTION_RESULT));
        }
        return Map.of();
    }
}
