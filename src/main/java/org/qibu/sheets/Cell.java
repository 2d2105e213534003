package org.qibu.sheets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What was found in one cell.
 *
 * @param fault why the content cannot be taken, null when it can; matters only in a column somebody reads
 */
record Cell(String text, String fault) {

    private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\p{Z}]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}]");

    static Cell of(String text) {
        return new Cell(clean(text), null);
    }

    static Cell refused(String fault) {
        return new Cell("", fault);
    }

    boolean isBlank() {
        return text.isEmpty() && fault == null;
    }

    /** Composed, on one line, without signs that do not show or that turn the reading direction. */
    private static String clean(String text) {
        var oneLine =
                BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        return INVISIBLE.matcher(oneLine).replaceAll("").strip();
    }
}
