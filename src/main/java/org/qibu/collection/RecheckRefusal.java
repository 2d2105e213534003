package org.qibu.collection;

import java.util.Map;
import org.qibu.collection.CollectionForms.RecheckRefusalFields;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.springframework.stereotype.Component;

/** The sub-district's ruling on a refusal that was contested. */
@Component
class RecheckRefusal implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;

    RecheckRefusal(Matters matters, Timeline timeline, Correspondence correspondence) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
    }

    @Override
    public String formId() {
        return CollectionForms.RECHECK_REFUSAL;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(RecheckRefusalFields.RULING, RecheckRefusalFields.REASON);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var matter = matters.get(form.matterNo());
        var ruling = values.text(RecheckRefusalFields.RULING);
        timeline.tell(matter, form.userId(), "rechecked." + ruling);
        correspondence.tellStatus(matter, "rechecked", "rechecked." + ruling, values.text(RecheckRefusalFields.REASON));
        return Map.of(RecheckRefusalFields.RULING, ruling);
    }
}
