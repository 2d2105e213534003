package org.qibu.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.qibu.text.ChinaTime;
import org.springframework.util.StringUtils;

/**
 * A wish to move the clock.
 *
 * @param advance an ISO period or duration such as {@code P3D}, {@code PT2H}, {@code P1M}
 * @param now the moment it shall be instead
 */
record ClockMove(String advance, String now) {

    private static final Pattern PERIOD = Pattern.compile("(?<sign>[+-]?)P(?<days>[^T]*)(?:T(?<time>.+))?");
    private static final Period MOST = Period.ofYears(10);

    /** The moment meant, which is never before the present one. */
    Instant target(Instant present) {
        if (StringUtils.hasText(advance) == StringUtils.hasText(now)) {
            throw ClockRefused.because("请填写 advance（如 P3D）或 now（如 2026-12-01T09:00:00+08:00）其中一项。");
        }
        try {
            var start = present.atZone(ChinaTime.ZONE);
            return checked(start, StringUtils.hasText(now) ? moment(now.strip()) : plus(start, advance.strip()));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw ClockRefused.because("看不懂这个时间，请照 P3D、PT2H、P1M 或 2026-12-01T09:00:00+08:00 的样子填写。");
        }
    }

    private static Instant checked(ZonedDateTime present, ZonedDateTime target) {
        if (target.isBefore(present)) {
            throw ClockRefused.because("演示时钟只能向前，不能往回拨。");
        }
        if (target.isAfter(present.plus(MOST))) {
            throw ClockRefused.because("演示时钟一次最多前移十年。");
        }
        return target.toInstant();
    }

    private static ZonedDateTime moment(String text) {
        var withoutOffset = text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
        return withoutOffset
                ? LocalDateTime.parse(text).atZone(ChinaTime.ZONE)
                : OffsetDateTime.parse(text).atZoneSameInstant(ChinaTime.ZONE);
    }

    private static ZonedDateTime plus(ZonedDateTime start, String text) {
        var parts = PERIOD.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("not a period: " + text);
        }
        var sign = parts.group("sign");
        var time = parts.group("time");
        var days = parts.group("days").isEmpty() && time != null
                ? Period.ZERO
                : Period.parse(sign + "P" + parts.group("days"));
        return start.plus(days).plus(time == null ? Duration.ZERO : Duration.parse(sign + "PT" + time));
    }
}
