package org.qibu.implementation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibu.engine.FormRefused;
import org.qibu.matter.action.NewAction;
import org.qibu.matter.contract.PlanFields;

/** Reads the rows of a plan and refuses what nobody could carry out. */
final class PlanRows {

    /** A column of the planned actions. */
    static final String DUE_ON = "dueOn";

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_OWNER = 64;

    private final FormRefused.Collector faults;

    PlanRows(FormRefused.Collector faults) {
        this.faults = faults;
    }

    List<NewAction> read(List<Map<String, Object>> rows) {
        var actions = new ArrayList<NewAction>();
        var numbers = new HashSet<Integer>();
        for (var row : rows) {
            var action = action(row);
            check(action.no() > 0 && numbers.add(action.no()), actions, "的序号重复或不是正整数");
            check(!action.dueOn().isBefore(startOf(action)), actions, "的完成日期早于开始日期");
            check(action.text().length() <= LONGEST_TEXT, actions, "的内容超过 " + LONGEST_TEXT + " 个字");
            check(action.ownerId().length() <= LONGEST_OWNER, actions, "的负责人超过 " + LONGEST_OWNER + " 个字");
            actions.add(action);
        }
        return actions;
    }

    private void check(boolean good, List<NewAction> before, String why) {
        faults.check(good, PlanFields.ACTIONS, "“要做的事”第 " + (before.size() + 1) + " 行" + why + "。");
    }

    private static LocalDate startOf(NewAction action) {
        return action.startOn() == null ? action.dueOn() : action.startOn();
    }

    private static NewAction action(Map<String, Object> row) {
        return new NewAction(
                number(row.get("no")),
                text(row, "text"),
                text(row, "ownerId"),
                day(row.get("startOn")),
                day(row.get(DUE_ON)),
                amount(row.get("budget")),
                row.containsKey("jointKind") ? text(row, "jointKind") : null,
                Boolean.TRUE.equals(row.get("needsVolunteers")));
    }

    /** Numbers too large to be a number of an action become 0, which is refused. */
    private static int number(@Nullable Object value) {
        return value instanceof Number number && number.longValue() <= Integer.MAX_VALUE ? number.intValue() : 0;
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private static @Nullable BigDecimal amount(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }
}
