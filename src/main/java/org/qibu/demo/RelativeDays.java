package org.qibu.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.qibu.text.ChinaTime;

/** Puts days in the place of {@code @today}, {@code @today-3} and {@code @today+14T19:00}, so that a script never ages. */
final class RelativeDays {

    private static final Pattern DAY = Pattern.compile("@today(?<shift>[+-]\\d{1,4})?(?:T(?<time>\\d\\d:\\d\\d))?");

    private final LocalDate today;

    RelativeDays(Clock clock) {
        this.today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    /** The values with days in them. */
    Map<String, Object> in(Map<String, Object> values) {
        var resolved = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> resolved.put(key, resolve(value)));
        return resolved;
    }

    private Object resolve(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::resolve).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var resolved = new LinkedHashMap<String, Object>();
            map.forEach((key, member) -> resolved.put(key.toString(), resolve(member)));
            return resolved;
        }
        return value instanceof String text ? day(text) : value;
    }

    private String day(String text) {
        var found = DAY.matcher(text);
        if (!found.matches()) {
            return text;
        }
        var shift = found.group("shift");
        var day = today.plusDays(shift == null ? 0 : Integer.parseInt(shift));
        var time = found.group("time");
        return time == null
                ? day.toString()
                : day.atTime(LocalTime.parse(time))
                        .atZone(ChinaTime.ZONE)
                        .toOffsetDateTime()
                        .toString();
    }
}
