package org.qibu.privacy;

/**
 * Something personal in a text.
 *
 * @param words as they stand in the text
 * @param around a few signs before and after, so that a reader finds the place
 */
public record Finding(Kind kind, String words, String around) {

    /** What it is. */
    public enum Kind {
        /** Somebody's name, known to the community or to the matter. */
        NAME,
        /** What looks like a name but is on no list. */
        LIKELY_NAME,
        /** A number that nothing says to be a person's, but may be. */
        LIKELY_NUMBER,
        /** Where somebody lives: the number of a flat. */
        ROOM,
        /** A telephone, identity, bank card or plate number, a mail address or an account. */
        NUMBER
    }

    private static final int BESIDE = 8;

    static Finding in(String text, Span span) {
        var from = text.offsetByCodePoints(span.start(), -Math.min(BESIDE, text.codePointCount(0, span.start())));
        var to = text.offsetByCodePoints(span.end(), Math.min(BESIDE, text.codePointCount(span.end(), text.length())));
        var around = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return new Finding(
                span.kind(),
                text.substring(span.start(), span.end()).strip(),
                around.replaceAll("\\s+", " ").strip());
    }
}
