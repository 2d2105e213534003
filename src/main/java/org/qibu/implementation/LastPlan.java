package org.qibu.implementation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qibu.calendar.Calendars;
import org.qibu.engine.FormCase;
import org.qibu.matter.contract.PlanFields;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;

/** What a plan can take over: from the actions already entered for it, and from the plan before, but no day that is over. */
@Component
class LastPlan {

    private static final List<String> DAYS = List.of("startOn", PlanRows.DUE_ON);

    private final Records records;

    LastPlan(Records records) {
        this.records = records;
    }

    Map<String, Object> of(FormCase form) {
        var today = Calendars.dayOf(form.at());
        var values = records.own(form.matterNo(), ImplementationForms.PLAN, PlanFields.PLAN_DUE, PlanFields.ACTIONS);
        values.computeIfPresent(PlanFields.PLAN_DUE, (key, day) -> isOver(day, today) ? null : day);
        var rows = records.latest(form.matterNo(), ImplementationForms.PLAN)
                .map(plan -> plan.values().rows(PlanFields.ACTIONS))
                .orElse(List.of());
        values.put(
                PlanFields.ACTIONS,
                rows.stream().map(row -> withoutPast(row, today)).toList());
        values.putAll(fromEntered(records.draftRows(form.matterNo(), PlanFields.ACTIONS)));
        return values;
    }

    /** The last day and the sum of the actions that were entered for this plan. */
    private static Map<String, Object> fromEntered(List<Map<String, Object>> rows) {
        var values = new HashMap<String, Object>();
        rows.stream()
                .map(row -> row.get(PlanRows.DUE_ON))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .max(String::compareTo)
                .ifPresent(day -> values.put(PlanFields.PLAN_DUE, day));
        rows.stream()
                .map(row -> row.get("budget"))
                .filter(Objects::nonNull)
                .map(budget -> new BigDecimal(budget.toString()))
                .reduce(BigDecimal::add)
                .ifPresent(sum -> values.put(PlanFields.FUNDING, sum));
        return values;
    }

    private static Map<String, Object> withoutPast(Map<String, Object> row, LocalDate today) {
        var kept = new HashMap<>(row);
        kept.entrySet().removeIf(member -> DAYS.contains(member.getKey()) && isOver(member.getValue(), today));
        return kept;
    }

    private static boolean isOver(Object day, LocalDate today) {
        return LocalDate.parse(day.toString()).isBefore(today);
    }
}
