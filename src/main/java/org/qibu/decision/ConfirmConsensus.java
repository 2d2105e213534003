package org.qibu.decision;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.ConfirmConsensusFields;
import org.springframework.stereotype.Component;

/** The two committees adopt the consultation opinion, or say why not. */
@Component
class ConfirmConsensus implements FormHandler {

    private final Matters matters;
    private final Timeline timeline;

    ConfirmConsensus(Matters matters, Timeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return DecisionForms.CONFIRM_CONSENSUS;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(ConfirmConsensusFields.ADOPTED, ConfirmConsensusFields.REASON);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var adopted = values.flag(ConfirmConsensusFields.ADOPTED);
        if (!adopted) {
            timeline.tell(matters.get(form.matterNo()), form.userId(), "consensusNotAdopted");
        }
        return Map.of("consensusAdopted", adopted);
    }
}
