package org.qibu.engine.rest;

import java.util.Locale;

/** What no name and no value of a request to the engine may be, wherever it stands. */
final class SafeText {

    private static final String EXPRESSION = "expression";

    private SafeText() {}

    /** Refuses names of query criteria whose value the engine would evaluate, such as {@code dueAfterExpression}. */
    static void mustNotBeExpression(String name) {
        if (name.strip().toLowerCase(Locale.ROOT).endsWith(EXPRESSION)) {
            throw new UnreadableRequest("查询条件里不能写表达式（" + shortened(name) + "），请直接写值。");
        }
    }

    /** Refuses what the database cannot keep: the character 0, and halves of characters. */
    static void mustBeText(String name, String text) {
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            var isPair = Character.isHighSurrogate(sign)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (sign == 0 || Character.isSurrogate(sign) && !isPair) {
                throw new UnreadableRequest("“" + shortened(name) + "”里有无法识别的字符，请删去后再试。");
            }
            if (isPair) {
                at++;
            }
        }
    }

    private static String shortened(String name) {
        var shown = name.codePoints()
                .filter(sign -> sign >= ' ' && !Character.isISOControl(sign) && (sign < 0xD800 || sign > 0xDFFF))
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return shown.toString();
    }
}
