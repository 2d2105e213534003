package org.qibu.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds telephone, identity, bank card and plate numbers, in whichever digits and with whatever between them they were
 * written, and with them mail addresses and accounts.
 */
final class PersonalNumbers {

    /** What stands in the place of such a number. */
    static final String GONE = "＊＊＊";

    private static final int SHORTEST_NUMBER = 7;
    private static final int SHORTEST_ACCOUNT = 5;
    private static final int SHORTEST_NAMED = 2;
    private static final String GAP = "[ .·_/-]{0,2}";
    private static final String END = "(?![0-9])";
    private static final String BEGIN = "(?<![0-9])";

    /** What may stand between groups of digits that together are a number: anything but letters, a line's end as well. */
    private static final String LOOSE = "[^0-9\\p{L}]{0,3}";

    private static final String NO_AMOUNT = "(?! ?(?:元|万|亿|户|人|米|吨|平|票|㎡|%))";

    private static final String EXTENSION = "(?: ?(?:转|分机|ext\\.?|-) ?[0-9]{1,6}" + END + ")?";

    /** How many digits stand together where people write a mobile telephone in groups. */
    private static final List<int[]> GROUPS_OF_MOBILE = List.of(
            new int[] {3, 4, 4},
            new int[] {3, 8},
            new int[] {7, 4},
            new int[] {4, 7},
            new int[] {4, 4, 3},
            new int[] {4, 3, 4},
            new int[] {5, 6},
            new int[] {3, 3, 5},
            new int[] {5, 3, 3},
            new int[] {3, 3, 3, 2},
            new int[] {3, 2, 2, 2, 2});

    /** Numbers in groups that a day may be taken for a part of. */
    private static final List<Pattern> GROUPED = List.of(
            Pattern.compile(BEGIN + "(?:[1-6][0-9]{5}" + LOOSE + "(?:19|20)[0-9]{2}" + LOOSE + "[01][0-9]" + LOOSE
                    + "[0-3][0-9]" + LOOSE + "[0-9]{3}[0-9Xx])(?![0-9A-Za-z])"),
            Pattern.compile(BEGIN + "(?:\\+?86" + LOOSE + ")?(?=1[3-9])(?:" + grouped() + ")" + END + NO_AMOUNT),
            Pattern.compile(BEGIN
                    + "(?:62|4[0-9]|5[1-5])[0-9]{2}(?:[\\s._-]{1,3}[0-9]{4}){3}(?:[\\s._-]{1,3}[0-9]{1,3})?" + END));

    private static String grouped() {
        return GROUPS_OF_MOBILE.stream()
                .map(groups -> Arrays.stream(groups)
                        .mapToObj(digits -> "[0-9]{" + digits + "}")
                        .collect(Collectors.joining(LOOSE)))
                .collect(Collectors.joining("|"));
    }

    private static final List<Pattern> NUMBERS = List.of(
            // identity number of 18 or 15 digits, bank card
            Pattern.compile(BEGIN + "[0-9](?:[ ·._-]?[0-9]){14,18}(?:[ ·._-]?[Xx])?(?![0-9A-Za-z])"),
            Pattern.compile(BEGIN + "[0-9](?:[ ·._-]?[0-9]){16}[ ·._-]?[Xx](?![A-Za-z])"),
            // mobile telephone
            Pattern.compile("(?:(?:\\+|(?<![0-9])00|(?<![0-9]))86" + GAP + "|" + BEGIN + ")(?:1|(?<![A-Za-z])[lI])"
                    + GAP + "[3-9](?:" + GAP + "[0-9oO]){9}" + "(?![0-9oO])"),
            // telephone with the code of a country
            Pattern.compile("(?<![0-9A-Za-z])\\+[1-9][0-9]{0,2}(?:[ ()-]{0,2}[0-9]){7,12}" + END),
            // telephone with area code
            Pattern.compile(
                    BEGIN + "\\(?0[0-9]{2,3}\\)?" + GAP + "[2-9][0-9]{2,3}" + GAP + "[0-9]{3,4}" + END + EXTENSION),
            Pattern.compile(
                    "(?<=(?:电话|座机|固话|来电|致电|拨打|拨|打|呼|联系|手机|小灵通|号码|方式|tel|Tel|TEL|call|phone|Phone)[^\\n。;]{0,14})"
                            + BEGIN + "[2-9][0-9]{2,3}" + GAP + "[0-9]{4}" + END + "(?! ?(?:元|户|人|米|吨|月|日))"
                            + EXTENSION),
            // a number of which somebody has hidden the middle
            Pattern.compile(BEGIN + "[0-9]{3,6}[*•●×]{3,12}[0-9]{2,4}[Xx]?(?![0-9A-Za-z*])"),
            // passport
            Pattern.compile(
                    "(?<![A-Za-z0-9-])(?<!(?:编号|合同|文号|型号|发票|第|No[.]?)[: ]{0,2})(?:E[0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|G[0-9]{8})(?![A-Za-z0-9-])"));

    private static final Pattern PLATE = Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ·.•-]?[A-Za-z] ?[·.•-]? ?"
            + "(?=[A-Za-z0-9 ]{0,5}[0-9])[A-Za-z0-9](?: ?[A-Za-z0-9]){3,4} ?[A-Za-z0-9挂学警港澳](?![A-Za-z0-9])");

    private PersonalNumbers() {}

    /** Every such number in a text folded by {@link FoldedText#numbers}. */
    static List<Span> in(FoldedText folded) {
        var searched = NobodysNumbers.blanked(folded.toString());
        var found = new ArrayList<Span>();
        MailAddresses.in(searched).forEach(hit -> found.add(span(folded, hit.start(), hit.end())));
        var whole = folded.toString();
        if (holds(
                whole,
                SHORTEST_NUMBER,
                sign -> !Character.isLetter(sign),
                sign -> sign >= '0' && sign <= '9' || sign == 'o' || sign == 'O')) {
            GROUPED.forEach(pattern -> find(pattern, whole, folded, found));
            NUMBERS.forEach(pattern -> find(pattern, searched, folded, found));
        }
        if (holds(
                searched,
                SHORTEST_ACCOUNT,
                sign -> sign == ' ',
                sign -> sign < 0x80 && Character.isLetterOrDigit(sign) || sign == '-')) {
            find(PLATE, searched, folded, found);
        }
        if (holds(searched, SHORTEST_NAMED, PersonalNumbers::isInAccounts, PersonalNumbers::isLetterOrDigit)) {
            NamedNumbers.in(searched).forEach(hit -> found.add(span(folded, hit.start(1), hit.end(1))));
        }
        return found;
    }

    private static boolean isInAccounts(int sign) {
        return sign == ' ' || sign == '.' || sign == '-' || sign == '_';
    }

    private static boolean isLetterOrDigit(int sign) {
        return sign < 0x80 && Character.isLetterOrDigit(sign);
    }

    private static void find(Pattern pattern, String searched, FoldedText folded, List<Span> found) {
        pattern.matcher(searched).results().forEach(hit -> found.add(span(folded, hit.start(), hit.end())));
    }

    /** Whether so many signs of a kind stand close together; looked at first, since most texts hold no such number. */
    private static boolean holds(String text, int many, IntPredicate between, IntPredicate kind) {
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (kind.test(sign)) {
                count++;
            } else if (!between.test(sign)) {
                count = 0;
            }
            if (count >= many) {
                return true;
            }
        }
        return false;
    }

    private static Span span(FoldedText folded, int start, int end) {
        return new Span(folded.start(start), folded.end(end), GONE, Finding.Kind.NUMBER);
    }
}
