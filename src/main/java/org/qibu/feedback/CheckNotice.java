package org.qibu.feedback;

import java.util.Map;
import java.util.Optional;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormHandler;
import org.qibu.engine.FormValues;
import org.springframework.stereotype.Component;

/** Nothing is published that the two committees did not find lawful and free of personal data. */
@Component
class CheckNotice implements FormHandler {

    @Override
    public String formId() {
        return "check-notice";
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied("approved", "legalOk", "privacyOk");
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var approved = values.flag("approved") && values.flag("legalOk") && values.flag("privacyOk");
        return Map.of("noticeApproved", approved);
    }
}
