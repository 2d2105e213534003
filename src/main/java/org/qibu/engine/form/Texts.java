package org.qibu.engine.form;

import java.text.Normalizer;

/** Text as a person meant it: composed, without control and direction characters that only deceive the eye. */
final class Texts {

    private Texts() {}

    static String clean(String text) {
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
