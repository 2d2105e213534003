package org.qibu.notices.rejection;

import java.util.Map;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.contract.ExplainRejectionFields;
import org.qibu.matter.form.Records;
import org.qibu.notices.NoticeForms;
import org.springframework.stereotype.Component;

/**
 * Why a matter was not adopted, in words the proposer can do something with; begins with the reason that was given when
 * it was turned down.
 */
@Component
class ExplainRejection implements FormHandler {

    /** Characters; below that nothing is explained, whatever an administrator thinks. */
    private static final int SHORTEST_REASON = 30;

    private final Records records;

    ExplainRejection(Records records) {
        this.records = records;
    }

    @Override
    public String formId() {
        return NoticeForms.EXPLAIN_REJECTION;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = FormHandler.emptied(
                ExplainRejectionFields.REASON,
                ExplainRejectionFields.NEXT_OPTIONS,
                ExplainRejectionFields.TALKED_TO_PROPOSER_ON);
        records.of(form.matterNo()).stream()
                .reduce((first, second) -> second)
                .flatMap(last -> last.values().optionalText(ExplainRejectionFields.REASON))
                .ifPresent(reason -> values.put(ExplainRejectionFields.REASON, reason));
        return values;
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var faults = new FormRefused.Collector();
        var reason = values.text(ExplainRejectionFields.REASON);
        faults.check(
                reason.codePointCount(0, reason.length()) >= SHORTEST_REASON,
                ExplainRejectionFields.REASON,
                "“为什么不采纳”至少要写 " + SHORTEST_REASON + " 个字。");
        var today = Calendars.dayOf(form.at());
        faults.check(
                values.day(ExplainRejectionFields.TALKED_TO_PROPOSER_ON)
                        .filter(day -> day.isAfter(today))
                        .isEmpty(),
                ExplainRejectionFields.TALKED_TO_PROPOSER_ON,
                "“与提出人谈话日期”不能晚于今天。");
        faults.refuseIfAny();
        return Map.of();
    }
}
