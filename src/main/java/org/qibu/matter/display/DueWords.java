package org.qibu.matter.display;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.qibu.calendar.Calendars;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats how far a due moment is away, in calendar days of China: 今天 18:00 到期, 已超期 3 天. */
@Component
public class DueWords {

    private static final int NEAR = 7;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final MessageSource texts;
    private final DisplayText displayText;
    private final Clock clock;

    DueWords(MessageSource texts, DisplayText displayText, Clock clock) {
        this.texts = texts;
        this.displayText = displayText;
        this.clock = clock;
    }

    /** Whether the moment is over. */
    public boolean isOver(Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    /** The distance in words; empty where there is no due moment. */
    public String of(Instant due, Locale language) {
        if (due == null) {
            return "";
        }
        var days = ChronoUnit.DAYS.between(Calendars.dayOf(clock.instant()), Calendars.dayOf(due));
        var hour = HOUR.format(due.atZone(Calendars.CHINA));
        if (isOver(due)) {
            return days == 0 ? say("due.over.today", language, hour) : say("due.over", language, -days);
        }
        if (days > NEAR) {
            return say("due.later", language, displayText.day(due, language));
        }
        return days > 1
                ? say("due.days", language, days)
                : say(days == 0 ? "due.today" : "due.tomorrow", language, hour);
    }

    private String say(String key, Locale language, Object value) {
        return texts.getMessage(key, new Object[] {value}, language);
    }
}
