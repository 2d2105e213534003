package org.qibu.access.absence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.text.TextCharacters;

/** What somebody typed who will be away; days as {@code yyyy-MM-dd}. */
record AbsenceForm(String fromDay, String toDay, String deputy, String note) {

    private static final int LONGEST_DAYS = 366;
    private static final int LONGEST_NOTE = 200;

    AbsenceForm {
        fromDay = fromDay == null ? "" : fromDay.strip();
        toDay = toDay == null ? "" : toDay.strip();
        deputy = deputy == null ? "" : deputy.strip();
        note = note == null ? "" : note.strip();
    }

    static AbsenceForm empty() {
        return new AbsenceForm("", "", "", "");
    }

    Optional<LocalDate> from() {
        return Calendars.day(fromDay);
    }

    Optional<LocalDate> to() {
        return Calendars.day(toDay);
    }

    /** What is wrong with it by itself, by field. */
    Map<String, String> faults(LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        if (from().isEmpty()) {
            faults.put("fromDay", "请填写开始日期。");
        } else if (from().get().isBefore(today)) {
            faults.put("fromDay", "开始日期不能早于今天。");
        }
        if (to().isEmpty()) {
            faults.put("toDay", "请填写结束日期。");
        } else if (from().isPresent() && to().get().isBefore(from().get())) {
            faults.put("toDay", "结束日期不能早于开始日期。");
        } else if (from().isPresent() && to().get().isAfter(from().get().plusDays(LONGEST_DAYS))) {
            faults.put("toDay", "一次最多登记一年，请分次登记。");
        }
        if (deputy.isEmpty()) {
            faults.put("deputy", "请选择代理人。");
        }
        if (note.length() > LONGEST_NOTE) {
            faults.put("note", "说明最多 200 字。");
        }
        TextCharacters.fault(note).ifPresent(fault -> faults.put("note", "说明" + fault));
        return faults;
    }
}
