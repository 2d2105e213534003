package org.qibu.feedback;

import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.feedback.FeedbackForms.ContactByPhoneFields;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** A proposer without a mail address was told the result by phone. */
@Component
class ContactByPhone implements FormHandler {

    private final Matters matters;

    ContactByPhone(Matters matters) {
        this.matters = matters;
    }

    @Override
    public String formId() {
        return FeedbackForms.CONTACT_BY_PHONE;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        return FormHandler.emptied(ContactByPhoneFields.TALKED_ON, ContactByPhoneFields.REMARK);
    }

    @Override
    public String note(FormCase form) {
        var matter = matters.get(form.matterNo());
        return "**提出人电话** " + (matter.proposerPhone().isBlank() ? "未留" : matter.proposerPhone());
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var today = Calendars.dayOf(form.at());
        if (values.day(ContactByPhoneFields.TALKED_ON)
                .filter(day -> day.isAfter(today))
                .isPresent()) {
            throw new FormRefused(ContactByPhoneFields.TALKED_ON, "“通话日期”不能晚于今天。");
        }
        return Map.of();
    }
}
