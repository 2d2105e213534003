package org.qibu.matter.page;

import java.util.regex.Pattern;

/** Takes telephone, identity and mail numbers out of a text before everybody may read it. */
public final class Masking {

    private static final Pattern PERSONAL = Pattern.compile(
            "[1-9]\\d{16}[\\dXx]" // identity number
                    + "|(?<!\\d)1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)" // mobile telephone
                    + "|(?<!\\d)0\\d{2,3}-\\d{7,8}(?!\\d)" // telephone with area code
                    + "|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

    private Masking() {}

    /** The text with everything personal starred out. */
    public static String mask(String text) {
        return text == null ? "" : PERSONAL.matcher(text).replaceAll("***");
    }
}
