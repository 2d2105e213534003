package org.qibu.community.rolls.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qibu.community.rolls.Area;
import org.qibu.community.rolls.RollKind;
import org.qibu.text.ComparisonKey;
import org.qibu.text.EmailAddress;
import org.qibu.text.PhoneNumber;

/** What may stand in a cell, by the column it is in. */
class CellCheck {

    private static final int FIRST_YEAR = 1900;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern PLACE = Pattern.compile("[^\\s:：,，/\\\\]{1,20}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}#·_()-]{0,39}");
    private static final List<String> YES = List.of("是", "true", "1", "yes", "y", "√");
    private static final List<String> NO = List.of("", "否", "false", "0", "no", "n", "×");

    private final RollKind kind;
    private final int thisYear;

    CellCheck(RollKind kind, int thisYear) {
        this.kind = kind;
        this.thisYear = thisYear;
    }

    /** The one sentence against the text; empty when it may stand there. */
    Optional<String> fault(String column, String text) {
        if (text.isEmpty() && isNeeded(column)) {
            return Optional.of("请填写“" + kind.label(column) + "”。");
        }
        var fine = text.isEmpty() || isFine(column, text);
        return fine ? Optional.empty() : Optional.of(sentence(column));
    }

    /** The text as we write it. */
    String canonical(String column, String text) {
        return switch (column) {
            case "area" -> Area.text(Area.hundredths(text));
            case "developer" -> String.valueOf(YES.contains(text.toLowerCase(Locale.ROOT)));
            case "email" -> EmailAddress.read(text).map(EmailAddress::text).orElse(text);
            case "phone" -> PhoneNumber.read(text).map(PhoneNumber::text).orElse(text);
            default -> text;
        };
    }

    private String sentence(String column) {
        var label = kind.label(column);
        return switch (column) {
            case "email" -> EmailAddress.refusal(label);
            case "phone" -> PhoneNumber.refusal();
            default -> "“" + label + "”" + rule(column);
        };
    }

    private boolean isNeeded(String column) {
        return kind.columns().stream().anyMatch(each -> each.key().equals(column) && each.required());
    }

    private boolean isFine(String column, String text) {
        return switch (column) {
            case "building", "unit", "room" -> PLACE.matcher(text).matches();
            case "partNo", "ownerNo", "householdNo", "personNo" -> isNumber(text);
            case "area" -> Area.isArea(text);
            case "email" -> EmailAddress.read(text).isPresent();
            case "phone" -> PhoneNumber.read(text).isPresent();
            case "developer" ->
                YES.contains(text.toLowerCase(Locale.ROOT)) || NO.contains(text.toLowerCase(Locale.ROOT));
            case "birthYear" ->
                text.matches("\\d{4}") && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= thisYear;
            default -> text.codePointCount(0, text.length()) <= 100;
        };
    }

    /** Whether this is a number in any writing; a second writing of it is told as such, not as a sign that is not allowed. */
    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER
                && !text.contains(" ")
                && NUMBER.matcher(ComparisonKey.of(text).value()).matches();
    }

    private String rule(String column) {
        return switch (column) {
            case "building", "unit", "room" -> "最多 20 个字，不能有空格、冒号、逗号和斜杠。";
            case "partNo", "ownerNo", "householdNo", "personNo" -> "最多 40 个字，由文字、数字和 - _ . # 组成，以文字或数字开头。";
            case "area" -> "应当是大于 0 的平方米数，最多两位小数，不带单位，例如 89.50。";
            case "developer" -> "请填“是”或“否”。";
            case "birthYear" -> "应当是 " + FIRST_YEAR + " 到 " + thisYear + " 之间的四位年份。";
            default -> "最多 100 个字。";
        };
    }
}
