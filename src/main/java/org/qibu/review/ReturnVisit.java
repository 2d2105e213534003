package org.qibu.review;

import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
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
        return "return-visit";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied("visitedOn", "stillWorking", "relapse", "proposerOpinion");
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var today = Calendars.dayOf(form.at());
        if (values.day("visitedOn").filter(day -> day.isAfter(today)).isPresent()) {
            throw new FormRefused("visitedOn", "“回访日期”不能晚于今天。");
        }
        if (values.flag("relapse")) {
            timeline.tell(matters.get(form.matterNo()), form.userId(), "relapsed");
        }
        return Map.of("relapse", values.flag("relapse"));
    }
}
