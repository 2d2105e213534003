package org.qibu.engine;

import java.util.regex.Pattern;

/** What may stand as a text in a variable of a process: codes and numbers, never words about people. */
public final class RoutingCode {

    /** What a code is made of, in words that end a sentence. */
    public static final String WORDS = "只能用英文字母、数字和 _ : . , -，最多 100 个，如 YES";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_:.,-]{0,100}");

    private RoutingCode() {}

    /** Whether a process can keep this text. */
    public static boolean is(String text) {
        return CODE.matcher(text).matches();
    }
}
