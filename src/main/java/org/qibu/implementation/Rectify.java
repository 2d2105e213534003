package org.qibu.implementation;

import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.implementation.ImplementationForms.RectifyFields;
import org.springframework.stereotype.Component;

/** What the lead unit does about what was found wanting; each time told anew. */
@Component
class Rectify implements FormHandler {

    @Override
    public String formId() {
        return ImplementationForms.RECTIFY;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(RectifyFields.MEASURES, RectifyFields.DUE_ON);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        return Map.of();
    }
}
