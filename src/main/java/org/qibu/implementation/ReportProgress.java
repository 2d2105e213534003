package org.qibu.implementation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.action.PlannedActions;
import org.qibu.matter.contract.ProgressFields;
import org.qibu.matter.pass.PassLimit;
import org.qibu.matter.pass.PassLimits;
import org.qibu.voting.rules.Shares;
import org.springframework.stereotype.Component;

/** The lead unit reports on one action: done and at what cost, or why not. */
@Component
class ReportProgress implements FormHandler {

    private final PeriodTable periods;
    private final Matters matters;
    private final PlannedActions actions;
    private final Shares shares;
    private final PassLimits limits;
    private final Timeline timeline;

    ReportProgress(
            PeriodTable periods,
            Matters matters,
            PlannedActions actions,
            Shares shares,
            PassLimits limits,
            Timeline timeline) {
        this.periods = periods;
        this.matters = matters;
        this.actions = actions;
        this.shares = shares;
        this.limits = limits;
        this.timeline = timeline;
    }

    @Override
    public String formId() {
        return ImplementationForms.PROGRESS;
    }

    @Override
    public Optional<String> whyFinal() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        var values = FormHandler.emptied(
                ProgressFields.DONE_TEXT,
                ProgressFields.ACTUAL_COST,
                ProgressFields.OBSTACLE,
                ProgressFields.NEW_DUE,
                ProgressFields.IMPOSSIBLE,
                ProgressFields.REASON);
        values.put(ImplementationForms.PROGRESS, 100);
        return values;
    }

    @Override
    public String note(FormCase form) {
        return ActionNote.of(action(form));
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var action = action(form);
        var report = ProgressReport.of(values, Calendars.dayOf(form.at()), action);
        if (report == ProgressReport.DELAY) {
            limits.mustBeLeft(PassLimit.DELAY, ProgressFields.NEW_DUE, action.delaysAsked());
        }
        var state = report == ProgressReport.DELAY ? "OPEN" : report.name();
        actions.report(
                form.matterNo(),
                action.no(),
                values.whole(ProgressFields.PROGRESS),
                values.amount(ProgressFields.ACTUAL_COST),
                state);
        timeline.tell(matters.get(form.matterNo()), form.userId(), "action." + report, action.no());
        var routing = new HashMap<String, Object>(Map.of("delay", "NONE"));
        switch (report) {
            case DELAY -> routing.put("delay", askDelay(form, values, action));
            case IMPOSSIBLE -> routing.put(ImplementationElements.RESULT, ImplementationElements.RESULT_IMPOSSIBLE);
            case DONE -> checkCosts(form, routing);
        }
        return routing;
    }

    private String askDelay(FormCase form, FormValues values, PlannedAction action) {
        var newDue = values.day(ProgressFields.NEW_DUE).orElseThrow();
        actions.askDelay(form.matterNo(), action.no(), newDue);
        return ProgressReport.delay(action, newDue, periods.amount(Period.SHORT_DELAY));
    }

    private void checkCosts(FormCase form, Map<String, Object> routing) {
        if (new Costs(actions.current(form.matterNo())).isOver(shares.of("COST_OVERRUN"))) {
            routing.put(ImplementationElements.RESULT, ImplementationElements.RESULT_COST_OVERRUN);
            timeline.tell(matters.get(form.matterNo()), null, "costOverrun");
        }
    }

    private PlannedAction action(FormCase form) {
        return actions.get(form.matterNo(), form.number("actionNo", 0));
    }
}
