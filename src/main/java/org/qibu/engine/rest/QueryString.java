package org.qibu.engine.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The parameters behind the question mark of a request to the engine. */
final class QueryString {

    private QueryString() {}

    /** Refuses expressions, and what cannot be read; {@code query} as it was sent, or null. */
    static void check(String query) {
        if (query == null) {
            return;
        }
        for (var parameter : query.split("&")) {
            var sign = parameter.indexOf('=');
            var name = decoded(sign < 0 ? parameter : parameter.substring(0, sign));
            SafeText.mustNotBeExpression(name);
            SafeText.mustBeText(name, name);
            SafeText.mustBeText(name, decoded(sign < 0 ? "" : parameter.substring(sign + 1)));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new UnreadableRequest("网址里的参数写法不正确，请检查百分号（%）后面的编码。");
        }
    }
}
