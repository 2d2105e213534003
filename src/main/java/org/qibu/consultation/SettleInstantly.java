package org.qibu.consultation;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.SettleInstantlyFields;
import org.springframework.stereotype.Component;

/** A matter talked over on the spot: settled, or too much for the spot. */
@Component
class SettleInstantly implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;

    SettleInstantly(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ConsultationForms.SETTLE_INSTANTLY;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var result = values.text(SettleInstantlyFields.RESULT);
        timeline.tell(matters.get(form.matterNo()), form.userId(), "instant." + result);
        return Map.of(ConsultationElements.SETTLED_RESULT, result);
    }
}
