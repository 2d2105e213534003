package org.qibu.community.offices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qibu.calendar.Calendars;
import org.qibu.community.Office;

/**
 * What an administrator typed to give somebody an office; days as {@code yyyy-MM-dd}.
 *
 * @param where COMMUNITY for one community, SUBDISTRICT for all of its sub-district, ALL for all there are
 * @param replace whether whoever holds the office leaves it the day before; a box that is not ticked sends nothing
 */
record TermForm(String office, String account, String where, String fromDay, String toDay, Boolean replace) {

    private static final int YEARS_AHEAD = 2;
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    /** How far an entry reaches. */
    enum Reach {
        COMMUNITY,
        SUBDISTRICT,
        ALL
    }

    TermForm {
        office = strip(office);
        account = strip(account);
        where = strip(where);
        fromDay = strip(fromDay);
        toDay = strip(toDay);
        replace = Boolean.TRUE.equals(replace);
    }

    static TermForm empty(String office, LocalDate today) {
        return new TermForm(office, "", Reach.COMMUNITY.name(), today.toString(), "", true);
    }

    Optional<Office> meant() {
        return Arrays.stream(Office.values())
                .filter(each -> each.name().equals(office))
                .findFirst();
    }

    Reach reach() {
        return Arrays.stream(Reach.values())
                .filter(each -> each.name().equals(where))
                .findFirst()
                .orElse(Reach.COMMUNITY);
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
        if (meant().isEmpty()) {
            faults.put("office", "请选择岗位。");
        }
        if (account.isEmpty()) {
            faults.put("account", "请选择由谁担任。");
        }
        fromFault(today).ifPresent(fault -> faults.put("fromDay", fault));
        toFault(today).ifPresent(fault -> faults.put("toDay", fault));
        return faults;
    }

    private Optional<String> fromFault(LocalDate today) {
        if (from().isEmpty()) {
            return Optional.of(fromDay.isEmpty() ? "请填写从哪一天起担任。" : "看不懂这个日期，请按 2026-01-31 的样子填写。");
        }
        if (from().get().isBefore(EARLIEST) || from().get().isAfter(today.plusYears(YEARS_AHEAD))) {
            return Optional.of("开始日期应在 1980 年以后，最多提前两年登记。");
        }
        return Optional.empty();
    }

    private Optional<String> toFault(LocalDate today) {
        if (toDay.isEmpty()) {
            return Optional.empty();
        }
        if (to().isEmpty()) {
            return Optional.of("看不懂这个日期，请按 2026-01-31 的样子填写；任期未定的请留空。");
        }
        if (from().isPresent() && to().get().isBefore(from().get())) {
            return Optional.of("结束日期不能早于开始日期。");
        }
        return to().get().isBefore(today) ? Optional.of("结束日期已经过去。任期未定的请留空。") : Optional.empty();
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }
}
