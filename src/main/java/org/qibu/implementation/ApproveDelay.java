package org.qibu.implementation;

import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.SpokenDates;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.implementation.ImplementationForms.ApproveDelayFields;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.action.PlannedActions;
import org.springframework.stereotype.Component;

/** More time is granted, or the day stays as it was. */
@Component
class ApproveDelay implements FormHandler {

    private final PeriodTable periods;
    private final Matters matters;
    private final PlannedActions actions;
    private final Timeline timeline;

    ApproveDelay(PeriodTable periods, Matters matters, PlannedActions actions, Timeline timeline) {
        this.periods = periods;
        this.matters = matters;
        this.actions = actions;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ImplementationForms.APPROVE_DELAY;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = FormHandler.emptied(
                ApproveDelayFields.APPROVED, ApproveDelayFields.GRANTED_DUE, ApproveDelayFields.REASON);
        Optional.ofNullable(action(form).askedDue())
                .ifPresent(day -> values.put(ApproveDelayFields.GRANTED_DUE, day.toString()));
        return values;
    }

    @Override
    public String note(FormCase form) {
        return ActionNote.of(action(form));
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var action = action(form);
        var matter = matters.get(form.matterNo());
        if (!values.flag(ApproveDelayFields.APPROVED)) {
            actions.refuseDelay(form.matterNo(), action.no());
            timeline.tell(matter, form.userId(), "delayRefused", action.no());
            return Map.of();
        }
        var granted = values.day(ApproveDelayFields.GRANTED_DUE)
                .orElseThrow(() -> new FormRefused(ApproveDelayFields.GRANTED_DUE, "请填写“延到哪一天”。"));
        if (!granted.isAfter(action.dueOn())) {
            throw new FormRefused(
                    ApproveDelayFields.GRANTED_DUE, "“延到哪一天”要晚于现在的期限 " + SpokenDates.day(action.dueOn()) + "。");
        }
        if (form.text("delay").filter("SHORT"::equals).isPresent()
                && !ProgressReport.isShort(action, granted, periods.amount(Period.SHORT_DELAY))) {
            throw new FormRefused(
                    ApproveDelayFields.GRANTED_DUE,
                    "延期超过 %1$s须由街道审批，两委最多延 %1$s。"
                            .formatted(periods.of(Period.SHORT_DELAY).inChinese()));
        }
        actions.grantDelay(form.matterNo(), action.no(), granted);
        timeline.tell(matter, form.userId(), "delayGranted", action.no(), granted);
        return Map.of();
    }

    private PlannedAction action(FormCase form) {
        return actions.get(form.matterNo(), form.number("actionNo", 0));
    }
}
