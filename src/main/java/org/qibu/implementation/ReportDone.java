package org.qibu.implementation;

import java.util.Map;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.contract.ReportDoneFields;
import org.springframework.stereotype.Component;

/** A small matter is done: one sentence, and the periods of the review begin. */
@Component
class ReportDone implements FormHandler {

    private final Completion completion;

    ReportDone(Completion completion) {
        this.completion = completion;
    }

    @Override
    public String formId() {
        return ImplementationForms.REPORT_DONE;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(ReportDoneFields.DONE_TEXT);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        completion.record(form.matterNo(), form.userId());
        return Map.of();
    }
}
