package org.qibu.collection;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.contract.AskMoreFields;
import org.springframework.stereotype.Component;

/** What the proposer told staff when asked for more; each time told anew. */
@Component
class AskMore implements FormHandler {

    @Override
    public String formId() {
        return CollectionForms.ASK_MORE;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(AskMoreFields.REPLY);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        return Map.of();
    }
}
