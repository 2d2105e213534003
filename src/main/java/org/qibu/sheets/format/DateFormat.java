package org.qibu.sheets.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a number format shows of a date.
 *
 * @param shown which parts of a date a person sees
 * @param elapsed whether it shows a length of time, such as 25:30 hours, and no date at all
 * @param certain whether we know for certain what it shows; one of another calendar, with conditions, with digits among
 *     its words or with half a time is not
 */
record DateFormat(Set<Part> shown, boolean elapsed, boolean certain) {

    /** The parts of a date that matter to whoever reads it. */
    enum Part {
        /** the month and the day of the month */
        DAY,
        /** hours and minutes */
        TIME,
        SECONDS
    }

    private static final DateFormat DATE = new DateFormat(Set.of(Part.DAY), false, true);
    private static final DateFormat MONTH = new DateFormat(Set.of(), false, true);
    private static final DateFormat TIME = new DateFormat(Set.of(Part.TIME), false, true);
    private static final DateFormat TIME_WITH_SECONDS = new DateFormat(Set.of(Part.TIME, Part.SECONDS), false, true);
    private static final DateFormat BOTH = new DateFormat(Set.of(Part.DAY, Part.TIME), false, true);
    private static final DateFormat LENGTH = new DateFormat(Set.of(), true, true);

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[[^\\]]*\\]");
    private static final Pattern HALF_DAY = Pattern.compile("am/pm|a/p|上午/下午");
    private static final Pattern WORD = Pattern.compile("general|g/通用格式");
    private static final Pattern PLACES_OF_SECONDS = Pattern.compile("(?<=s)\\.0+");
    private static final Pattern NUMBER = Pattern.compile("[0#?]");
    private static final Pattern DATE_SIGN = Pattern.compile("[ymdhse]|aaa|gg|bb");
    private static final Pattern PART = Pattern.compile("y+|m+|d+|h+|s+|e+|a{3,}|g+|b+");

    /** Digits that stand in a date whatever the date is. */
    private static final Pattern FIXED_DIGIT = Pattern.compile("\"[^\"]*\\d[^\"]*\"|\\\\\\d|\\*\\d|\\[\\$[^\\]-]*\\d");

    private static final Pattern LITERAL_WORDS = Pattern.compile("\"[^\"]*\"?|\\\\.");
    private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");
    private static final Pattern LOCALE = Pattern.compile("\\[\\$[^\\]-]*-([0-9a-f]{1,8})\\]");
    private static final int CALENDAR = 0xFF0000;
    private static final int GREGORIAN = 0x010000;
    private static final int LANGUAGE = 0xFFFF;
    private static final int MAINLAND = 0x0804;

    /**
     * The dates every spreadsheet knows without being told (ECMA-376 part 1, 18.8.30), those of Chinese included; empty
     * for all other numbers.
     */
    static Optional<DateFormat> builtIn(int id) {
        return Optional.ofNullable(
                switch (id) {
                    case 14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58 -> DATE;
                    case 17, 27, 36, 50, 52, 57 -> MONTH;
                    case 18, 20, 32, 34, 55 -> TIME;
                    case 19, 21, 33, 35, 45, 47, 56 -> TIME_WITH_SECONDS;
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
        var parts = PART.matcher(signs).results().map(MatchResult::group).toList();
        return Optional.of(new DateFormat(shown(parts), false, isCertain(low, parts)));
    }

    private static Set<Part> shown(List<String> parts) {
        var shown = EnumSet.noneOf(Part.class);
        if (hasMonth(parts) && parts.stream().anyMatch(part -> part.matches("dd?"))) {
            shown.add(Part.DAY);
        }
        if (has(parts, 'h') && hasMinutes(parts)) {
            shown.add(Part.TIME);
        }
        if (has(parts, 's')) {
            shown.add(Part.SECONDS);
        }
        return shown;
    }

    private static boolean has(List<String> parts, char sign) {
        return parts.stream().anyMatch(part -> part.charAt(0) == sign);
    }

    /** Five m show the first letter of a month's name only, which is nobody's month for certain. */
    private static boolean hasMonth(List<String> parts) {
        return IntStream.range(0, parts.size())
                .anyMatch(at -> parts.get(at).matches("m{1,4}") && !isMinutes(parts, at));
    }

    private static boolean hasMinutes(List<String> parts) {
        return IntStream.range(0, parts.size()).anyMatch(at -> isMinutes(parts, at));
    }

    /** One m or two are minutes right behind hours or right before seconds, months everywhere else (18.8.31). */
    private static boolean isMinutes(List<String> parts, int at) {
        return parts.get(at).matches("mm?")
                && (at > 0 && parts.get(at - 1).startsWith("h")
                        || at + 1 < parts.size() && parts.get(at + 1).startsWith("s"));
    }

    private static boolean isCertain(String code, List<String> parts) {
        var isHalfATime = has(parts, 'h') != hasMinutes(parts) || has(parts, 's') && !hasMinutes(parts);
        return !isHalfATime
                && !FIXED_DIGIT.matcher(code).find()
                && !CONDITION
                        .matcher(LITERAL_WORDS.matcher(code).replaceAll(""))
                        .find()
                && !has(parts, 'g')
                && !has(parts, 'b')
                && LOCALE.matcher(code).results().allMatch(locale -> isGregorian(locale.group(1), has(parts, 'e')));
    }

    /** Year e is counted from the beginning of an era everywhere but in mainland China. */
    private static boolean isGregorian(String locale, boolean hasEra) {
        var number = (int) Long.parseLong(locale, 16);
        var calendar = number & CALENDAR;
        return (calendar == 0 || calendar == GREGORIAN) && (!hasEra || (number & LANGUAGE) == MAINLAND);
    }

    boolean day() {
        return shown.contains(Part.DAY);
    }

    boolean time() {
        return shown.contains(Part.TIME);
    }

    boolean seconds() {
        return shown.contains(Part.SECONDS);
    }
}
