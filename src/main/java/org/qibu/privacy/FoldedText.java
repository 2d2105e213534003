package org.qibu.privacy;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.qibu.text.ComparisonKey;

/**
 * A text in the one writing in which it is searched, with the way back to the signs it was made of. Full-width and other
 * compatible forms become plain ones (Unicode NFKC), traditional signs simplified ones, invisible signs fall away.
 */
final class FoldedText {

    private static final Map<Integer, String> CHINESE_DIGITS = Map.ofEntries(
            Map.entry((int) '〇', "0"),
            Map.entry((int) '零', "0"),
            Map.entry((int) '一', "1"),
            Map.entry((int) '幺', "1"),
            Map.entry((int) '壹', "1"),
            Map.entry((int) '二', "2"),
            Map.entry((int) '两', "2"),
            Map.entry((int) '贰', "2"),
            Map.entry((int) '三', "3"),
            Map.entry((int) '叁', "3"),
            Map.entry((int) '四', "4"),
            Map.entry((int) '肆', "4"),
            Map.entry((int) '五', "5"),
            Map.entry((int) '伍', "5"),
            Map.entry((int) '六', "6"),
            Map.entry((int) '陆', "6"),
            Map.entry((int) '七', "7"),
            Map.entry((int) '柒', "7"),
            Map.entry((int) '八', "8"),
            Map.entry((int) '捌', "8"),
            Map.entry((int) '九', "9"),
            Map.entry((int) '玖', "9"),
            Map.entry((int) '拾', "十"),
            Map.entry((int) '佰', "百"),
            Map.entry((int) '仟', "千"));
    private static final int LONGEST_FORM = 4;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern TONES = Pattern.compile("[\\u0300-\\u036F]+");
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[-·'_*]");
    private static final Map<Integer, String> NUMBER_FORMS = new ConcurrentHashMap<>();
    private static final Map<Integer, String> NAME_FORMS = new ConcurrentHashMap<>();

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
        var plain = plainNumbers(text);
        return text.chars().map(Simplified::of).anyMatch(CHINESE_DIGITS::containsKey)
                ? List.of(plain, fold(text, sign -> CHINESE_DIGITS.getOrDefault(Simplified.of(sign), numberForm(sign))))
                : List.of(plain);
    }

    /** The same without Chinese digits. */
    static FoldedText plainNumbers(String text) {
        return fold(text, FoldedText::numberForm);
    }

    /**
     * How names are searched: as they are compared ({@link ComparisonKey}), without dots and dashes, without the tones of
     * Fān Sānyuán, and with Arabic digits as the Chinese ones they stand for in 范3元.
     */
    static FoldedText names(String text) {
        return fold(text, FoldedText::nameForm);
    }

    private static FoldedText fold(String text, IntFunction<String> form) {
        var result = new FoldedText(text.length() * LONGEST_FORM + LONGEST_FORM);
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            var plain = form.apply(sign);
            if (plain.isEmpty() && isMark(sign)) {
                result.extend(next);
            }
            for (int i = 0; i < plain.length(); i++) {
                result.add(plain.charAt(i), at, next);
            }
            at = next;
        }
        return result;
    }

    private static String numberForm(int sign) {
        return isPlain(sign)
                ? Character.toString(Simplified.of(sign))
                : NUMBER_FORMS.computeIfAbsent(sign, FoldedText::asNumber);
    }

    private static String nameForm(int sign) {
        if (sign == '\n' || sign == '\r') {
            return "";
        }
        return sign >= 0x4E00 && isPlain(sign)
                ? Character.toString(Simplified.of(sign))
                : NAME_FORMS.computeIfAbsent(sign, FoldedText::asLetter);
    }

    /** A sign that is its own form: most of a text. */
    private static boolean isPlain(int sign) {
        return sign >= 0x4E00 && sign <= 0x9FFF || sign > ' ' && sign < 0x7F || sign == '\n';
    }

    private static String asNumber(int sign) {
        if ("-".equals(ComparisonKey.of(Character.toString(sign)).value())) {
            return "-";
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return " ";
        }
        if (Character.isDigit(sign)) {
            return Integer.toString(Character.digit(sign, 10));
        }
        return isInvisible(sign) ? "" : plain(sign);
    }

    private static String asLetter(int sign) {
        if (Character.isDigit(sign)) {
            return DIGITS.substring(Character.digit(sign, 10), Character.digit(sign, 10) + 1);
        }
        var plain = TONES.matcher(Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD))
                .replaceAll("");
        var key = ComparisonKey.of(plain).value();
        return key.length() <= LONGEST_FORM ? BETWEEN_LETTERS.matcher(key).replaceAll("") : Character.toString(sign);
    }

    /** A few signs such as ﷺ become a whole sentence; they stay what they are. */
    private static String plain(int sign) {
        var plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
        return plain.length() <= LONGEST_FORM ? plain : Character.toString(sign);
    }

    private void add(char sign, int start, int end) {
        starts[folded.length()] = start;
        ends[folded.length()] = end;
        folded.append(sign);
    }

    /** A mark belongs to the sign before it. */
    private void extend(int end) {
        if (!folded.isEmpty()) {
            ends[folded.length() - 1] = end;
        }
    }

    private static boolean isInvisible(int sign) {
        return Character.getType(sign) == Character.FORMAT || isMark(sign) || sign >= 0xE0100 && sign <= 0xE01EF;
    }

    /** Whether it only changes how the sign before it looks, such as the frame of 1⃣. */
    private static boolean isMark(int sign) {
        return sign >= 0xFE00 && sign <= 0xFE0F || Character.getType(sign) == Character.ENCLOSING_MARK;
    }

    /** Whether anything stands there that numbers, addresses and accounts are written with. */
    boolean mayHoldNumbers() {
        return folded.chars().anyMatch(sign -> sign >= '0' && sign <= '9' || sign >= '@' && sign <= 'z' || sign == '十');
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
        return names(name).toString();
    }
}
