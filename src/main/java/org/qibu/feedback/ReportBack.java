package org.qibu.feedback;

import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.feedback.FeedbackForms.ReportBackFields;
import org.springframework.stereotype.Component;

/** A department that entrusted the matter was told the result. */
@Component
class ReportBack implements FormHandler {

    @Override
    public String formId() {
        return FeedbackForms.REPORT_BACK;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(ReportBackFields.SENT_ON);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var today = Calendars.dayOf(form.at());
        if (values.day(ReportBackFields.SENT_ON)
                .filter(day -> day.isAfter(today))
                .isPresent()) {
            throw new FormRefused(ReportBackFields.SENT_ON, "“报送日期”不能晚于今天。");
        }
        return Map.of();
    }
}
