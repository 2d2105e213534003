package org.qibu.sheets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a number format shows of a date.
 *
 * @param day whether the day of the month shows
 * @param time whether the time of day shows
 * @param elapsed whether it shows a length of time, such as 25:30 hours, and no date at all
 */
record DateFormat(boolean day, boolean time, boolean elapsed) {

    private static final DateFormat DATE = new DateFormat(true, false, false);
    private static final DateFormat MONTH = new DateFormat(false, false, false);
    private static final DateFormat TIME = new DateFormat(false, true, false);
    private static final DateFormat BOTH = new DateFormat(true, true, false);
    private static final DateFormat LENGTH = new DateFormat(false, true, true);

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[[^\\]]*\\]");
    private static final Pattern HALF_DAY = Pattern.compile("am/pm|a/p|上午/下午");
    private static final Pattern WORD = Pattern.compile("general|g/通用格式");
    private static final Pattern PLACES_OF_SECONDS = Pattern.compile("(?<=s)\\.0+");
    private static final Pattern NUMBER = Pattern.compile("[0#?]");
    private static final Pattern DATE_SIGN = Pattern.compile("[ymdhse]|aaa|gg|bb");

    /**
     * The dates every spreadsheet knows without being told (ECMA-376 part 1, 18.8.30), those of Chinese included; empty
     * for all other numbers.
     */
    static Optional<DateFormat> builtIn(int id) {
        return Optional.ofNullable(
                switch (id) {
                    case 14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58 -> DATE;
                    case 17, 27, 36, 50, 52, 57 -> MONTH;
                    case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
                    case 22 -> BOTH;
                    case 46 -> LENGTH;
                    default -> null;
                });
    }

    /** What a format written out shows of a date; empty where it is none of a date. */
    static Optional<DateFormat> of(String code) {
        var low = code.toLowerCase(Locale.ROOT);
        if (ELAPSED.matcher(low).find()) {
            return Optional.of(LENGTH);
        }
        var signs = WORD.matcher(LITERAL.matcher(low).replaceAll(" ")).replaceAll(" ");
        var isHalved = HALF_DAY.matcher(signs).find();
        signs = PLACES_OF_SECONDS
                .matcher(HALF_DAY.matcher(signs).replaceAll(" "))
                .replaceAll("")
                .split(";", 2)[0];
        if (NUMBER.matcher(signs).find()
                || !isHalved && !DATE_SIGN.matcher(signs).find()) {
            return Optional.empty();
        }
        var hasDay = signs.matches(".*(?<!d)dd?(?!d).*");
        return Optional.of(new DateFormat(hasDay, isHalved || signs.matches(".*[hs].*"), false));
    }
}
