package org.qibu.mail.texts;

import java.nio.charset.StandardCharsets;

/** Folds the lines of a calendar file at 75 octets (RFC 5545, 3.1), never within a character. */
final class FoldedLines {

    private static final int MOST_OCTETS = 75;
    private static final String NEXT = "\r\n ";

    private FoldedLines() {}

    /** {@code file} with lines that end in CR LF and are not folded yet. */
    static String of(String file) {
        var folded = new StringBuilder(file.length() + file.length() / 20);
        file.lines().forEach(line -> fold(line, folded).append("\r\n"));
        return folded.toString();
    }

    private static StringBuilder fold(String line, StringBuilder into) {
        var octets = 0;
        for (var sign : line.codePoints().toArray()) {
            var text = Character.toString(sign);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                into.append(NEXT);
                octets = 1;
            }
            into.append(text);
            octets += length;
        }
        return into;
    }
}
