package org.qibu.sheets.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of an XLSX file, in which characters XML cannot hold stand as {@code _x000D_}. */
public final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    public static String read(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }
}
