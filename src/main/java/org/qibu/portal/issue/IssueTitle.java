package org.qibu.portal.issue;

import java.util.regex.Pattern;

/** Makes the title of an issue out of its description: the first sentence, cut where it is long. */
final class IssueTitle {

    private static final int LONGEST = 40;
    private static final Pattern END = Pattern.compile("[。！？!?；;\\r\\n]");

    private IssueTitle() {}

    static String of(String description) {
        var sentence = END.split(description.strip(), 2)[0].strip();
        return sentence.codePointCount(0, sentence.length()) <= LONGEST
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
