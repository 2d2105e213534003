package org.qibu.review;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.springframework.stereotype.Component;

/** The sub-district inspects a matter that failed again and again, and says how it ends. */
@Component
class InspectMatter implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;

    InspectMatter(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return "inspect-matter";
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied("findings", "measures", "inspectionResult");
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        timeline.tell(matters.get(form.matterNo()), form.userId(), "inspected." + values.text("inspectionResult"));
        return Map.of();
    }
}
