package org.qibu.review;

import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.review.ReviewForms.ReturnVisitFields;
import org.springframework.stereotype.Component;

/** Somebody went and looked whether the result lasts. */
@Component
class ReturnVisit implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;

    ReturnVisit(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ReviewForms.RETURN_VISIT;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(
                ReturnVisitFields.VISITED_ON,
                ReturnVisitFields.STILL_WORKING,
                ReturnVisitFields.RELAPSE,
                ReturnVisitFields.PROPOSER_OPINION);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var today = Calendars.dayOf(form.at());
        if (values.day(ReturnVisitFields.VISITED_ON)
                .filter(day -> day.isAfter(today))
                .isPresent()) {
            throw new FormRefused(ReturnVisitFields.VISITED_ON, "“回访日期”不能晚于今天。");
        }
        if (values.flag(ReturnVisitFields.RELAPSE)) {
            timeline.tell(matters.get(form.matterNo()), form.userId(), "relapsed");
        }
        return Map.of(ReturnVisitFields.RELAPSE, values.flag(ReturnVisitFields.RELAPSE));
    }
}
