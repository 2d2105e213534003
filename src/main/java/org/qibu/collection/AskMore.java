package org.qibu.collection;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.springframework.stereotype.Component;

/** What the proposer added, taken down by staff. */
@Component
class AskMore implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;

    AskMore(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return "ask-more";
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        timeline.tell(matters.get(form.matterNo()), form.userId(), "moreInfoGiven");
        return Map.of();
    }
}
