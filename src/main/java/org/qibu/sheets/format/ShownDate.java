package org.qibu.sheets.format;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.qibu.sheets.Nature;
import org.qibu.text.WrittenDate;

/**
 * A date as a cell shows it.
 *
 * @param at the stored date and time
 * @param day whether the day is shown
 * @param time whether the time of day is shown
 */
record ShownDate(LocalDateTime at, boolean day, boolean time) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");

    /** The day after the last one spreadsheets know, 9999-12-31. */
    private static final BigDecimal END = BigDecimal.valueOf(2_958_466);

    /** Spreadsheets count a 29 February 1900 that never was; days from here on are right. */
    private static final BigDecimal FIRST_TRUE_DAY = BigDecimal.valueOf(61);

    /**
     * The date a number stands for.
     *
     * @param from1904 whether days are counted from 1904 on instead of 1900
     * @return empty where spreadsheets show no date for it, or one that no calendar has
     */
    static Optional<ShownDate> of(BigDecimal serial, boolean from1904, DateFormat format) {
        var isTime = serial.compareTo(BigDecimal.ONE) < 0;
        if (serial.signum() < 0
                || serial.compareTo(END) >= 0
                || !from1904 && !isTime && serial.compareTo(FIRST_TRUE_DAY) < 0) {
            return Optional.empty();
        }
        var stored = DateUtil.getLocalDateTime(serial.doubleValue(), from1904, true);
        var at = format.time() && !format.seconds() ? stored.truncatedTo(ChronoUnit.MINUTES) : stored;
        return Optional.of(new ShownDate(at, format.day() && (from1904 || !isTime), format.time()));
    }

    static ShownDate of(WrittenDate written) {
        return new ShownDate(written.moment(), true, written.time() != null);
    }

    /** As rows hold it in a column of days or moments. */
    String in(Nature nature) {
        return nature == Nature.DAY ? asDay() : asMoment();
    }

    /** As people say it: the day, where a time shows the time as well; the time alone where no day shows. */
    String inChinese() {
        var moment = at.toLocalTime().equals(LocalTime.MIDNIGHT) || !time ? "" : " " + TIME.format(seconds());
        if (day) {
            return DAY.format(at) + moment;
        }
        return time ? TIME.format(seconds()) : MONTH.format(at);
    }

    private LocalTime seconds() {
        return at.toLocalTime().withNano(0);
    }

    private String asDay() {
        return at.toLocalDate().toString();
    }

    /** 2027-02-05 where no time is shown, else 2027-02-05 09:30 or 2027-02-05 09:30:15. */
    private String asMoment() {
        return time ? asDay() + " " + seconds() : asDay();
    }
}
