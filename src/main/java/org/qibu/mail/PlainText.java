package org.qibu.mail;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes what persons typed harmless to lay out: normal form, no hidden directions, no towers of marks, a bounded length. */
public final class PlainText {

    private static final int TEXT_LIMIT = 20_000;
    private static final Pattern HIDDEN =
            Pattern.compile("[\\u200B\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]|[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern TOWER = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private PlainText() {}

    /** Keeps line ends. */
    public static String of(String raw) {
        var lines = LINE_END.matcher(raw).replaceAll("\n");
        var visible =
                HIDDEN.matcher(Normalizer.normalize(lines, Normalizer.Form.NFC)).replaceAll("");
        return cut(TOWER.matcher(visible).replaceAll("$1"), TEXT_LIMIT);
    }

    /** One line, cut to the limit. */
    public static String line(String raw, int limit) {
        return cut(of(raw).replaceAll("\\s+", " ").strip(), limit);
    }

    private static String cut(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
    }
}
