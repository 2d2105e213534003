package org.qibu.engine.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as a person meant it: composed, without control and direction characters that only deceive the eye. */
public final class Texts {

    private static final Pattern DECEPTIVE =
            Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private Texts() {}

    /** Whether a text holds control or direction characters, which nobody types and which make it read as something else. */
    public static boolean isDeceptive(String text) {
        return DECEPTIVE.matcher(text).find();
    }

    /** The text without what nobody meant to write. */
    public static String clean(String text) {
        var whole = text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Normalizer.normalize(whole, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replaceAll(
                        "[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]", "")
                .strip();
    }
}
