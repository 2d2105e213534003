package org.qibu.privacy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A text in the one writing in which it is searched, with the way back to the signs it was made of. Full-width and other
 * compatible forms become plain ones (Unicode NFKC), invisible signs fall away.
 */
final class FoldedText {

    private static final Map<Integer, Character> CHINESE_DIGITS = Map.ofEntries(
            Map.entry((int) '〇', '0'),
            Map.entry((int) '零', '0'),
            Map.entry((int) '一', '1'),
            Map.entry((int) '幺', '1'),
            Map.entry((int) '壹', '1'),
            Map.entry((int) '二', '2'),
            Map.entry((int) '两', '2'),
            Map.entry((int) '贰', '2'),
            Map.entry((int) '三', '3'),
            Map.entry((int) '叁', '3'),
            Map.entry((int) '四', '4'),
            Map.entry((int) '肆', '4'),
            Map.entry((int) '五', '5'),
            Map.entry((int) '伍', '5'),
            Map.entry((int) '六', '6'),
            Map.entry((int) '陆', '6'),
            Map.entry((int) '七', '7'),
            Map.entry((int) '柒', '7'),
            Map.entry((int) '八', '8'),
            Map.entry((int) '捌', '8'),
            Map.entry((int) '九', '9'),
            Map.entry((int) '玖', '9'));
    private static final String DOTS = "·•・‧∙⋅᛫.●○";
    private static final String DASHES = "‐‑‒–—―−－﹣─~～";

    private final StringBuilder folded = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private FoldedText(int most) {
        starts = new int[most];
        ends = new int[most];
    }

    /**
     * How numbers are searched: every dash as a hyphen, every blank as a space; once with Chinese digits as Arabic ones and
     * once with them as they are, since 301一直漏水 holds one number and 一三八 three digits.
     */
    static List<FoldedText> numbers(String text) {
        return List.of(fold(text, sign -> number(sign, true)), fold(text, sign -> number(sign, false)));
    }

    /** How names are searched: without blanks, dots and dashes, Latin letters small. */
    static FoldedText names(String text) {
        return fold(text, FoldedText::letter);
    }

    private static FoldedText fold(String text, UnaryOperator<Character> form) {
        var result = new FoldedText(text.length() * 4 + 4);
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (!isInvisible(sign)) {
                var plain = sign < 0x80 ? Character.toString(sign) : plain(sign);
                for (int i = 0; i < plain.length(); i++) {
                    result.add(form.apply(plain.charAt(i)), at, next);
                }
            }
            at = next;
        }
        return result;
    }

    /** A few signs such as ﷺ become a whole sentence; they stay what they are. */
    private static String plain(int sign) {
        var plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
        return plain.length() <= 4 ? plain : Character.toString(sign);
    }

    private void add(char sign, int start, int end) {
        if (sign != 0) {
            starts[folded.length()] = start;
            ends[folded.length()] = end;
            folded.append(sign);
        }
    }

    private static char number(char sign, boolean chinese) {
        var digit = chinese ? CHINESE_DIGITS.get((int) sign) : null;
        if (digit != null) {
            return digit;
        }
        if (DASHES.indexOf(sign) >= 0) {
            return '-';
        }
        return isBlank(sign) ? ' ' : sign;
    }

    private static char letter(char sign) {
        return isBlank(sign) || sign == '-' || sign == '_' || DOTS.indexOf(sign) >= 0 || DASHES.indexOf(sign) >= 0
                ? 0
                : Character.toLowerCase(sign);
    }

    private static boolean isBlank(char sign) {
        return sign != '\n' && sign != '\r' && (Character.isWhitespace(sign) || Character.isSpaceChar(sign));
    }

    private static boolean isInvisible(int sign) {
        return Character.getType(sign) == Character.FORMAT
                || sign >= 0xFE00 && sign <= 0xFE0F
                || sign >= 0xE0100 && sign <= 0xE01EF;
    }

    /** Where the sign at this index of the folded text begins in the text it was made of. */
    int start(int index) {
        return starts[index];
    }

    /** Where the sign before this index of the folded text ends in the text it was made of. */
    int end(int index) {
        return ends[index - 1];
    }

    @Override
    public String toString() {
        return folded.toString();
    }

    /** A name in the writing in which texts are searched for it. */
    static String key(String name) {
        return names(name).toString().toLowerCase(Locale.ROOT);
    }
}
