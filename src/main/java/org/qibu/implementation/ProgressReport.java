package org.qibu.implementation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.qibu.calendar.SpokenDates;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.matter.action.PlannedAction;
import org.qibu.matter.contract.ProgressFields;

/** What a progress form says of an action: done, cannot be done, or needs more time; exactly one of them. */
enum ProgressReport {
    DONE,
    IMPOSSIBLE,
    DELAY;

    static ProgressReport of(FormValues values, LocalDate today, PlannedAction action) {
        var faults = new FormRefused.Collector();
        var report = meant(values);
        var newDue = values.day(ProgressFields.NEW_DUE);
        if (report != DONE) {
            faults.check(
                    values.optionalText(ProgressFields.REASON).isPresent(), ProgressFields.REASON, "请写明延期或做不成的理由。");
        }
        if (values.flag(ProgressFields.IMPOSSIBLE) && newDue.isPresent()) {
            faults.add(ProgressFields.IMPOSSIBLE, "“确实做不成”和“申请延到哪一天”只能填一项。");
        }
        if (report == DELAY) {
            faults.check(newDue.orElseThrow().isAfter(today), ProgressFields.NEW_DUE, "“申请延到哪一天”要在今天之后。");
            faults.check(
                    isLater(newDue, action),
                    ProgressFields.NEW_DUE,
                    "“申请延到哪一天”要晚于现在的期限 " + SpokenDates.day(action.dueOn()) + "。");
        }
        if (report == DONE) {
            faults.check(values.whole(ProgressFields.PROGRESS) == 100, ProgressFields.PROGRESS, "还没有做完的，请申请延期或注明做不成。");
            faults.check(
                    values.optionalText(ProgressFields.DONE_TEXT).isPresent(), ProgressFields.DONE_TEXT, "请填写“做了什么”。");
        }
        faults.refuseIfAny();
        return report;
    }

    private static ProgressReport meant(FormValues values) {
        if (values.flag(ProgressFields.IMPOSSIBLE)) {
            return IMPOSSIBLE;
        }
        return values.day(ProgressFields.NEW_DUE).isPresent() ? DELAY : DONE;
    }

    private static boolean isLater(Optional<LocalDate> newDue, PlannedAction action) {
        return newDue.filter(day -> !day.isAfter(action.dueOn())).isEmpty();
    }

    /** SHORT for a first delay of at most so many days, which the two committees may grant; LONG otherwise. */
    static String delay(PlannedAction action, LocalDate newDue, int days) {
        var first = action.delays() == 0;
        return first && isShort(action, newDue, days) ? "SHORT" : "LONG";
    }

    static boolean isShort(PlannedAction action, LocalDate newDue, int days) {
        return ChronoUnit.DAYS.between(action.dueOn(), newDue) <= days;
    }
}
