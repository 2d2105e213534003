package org.qibu.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A piece of a text, by the indices of its first sign and of the one after its last, and what is to stand there instead. */
record Span(int start, int end, String instead, Finding.Kind kind) {

    /** The same so many signs further on. */
    Span moved(int by) {
        return new Span(start + by, end + by, instead, kind);
    }

    private boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    private int length() {
        return end - start;
    }

    /** Those of the spans that are left when of two that overlap the longer one counts, in the order of the text. */
    static List<Span> apart(Collection<Span> spans) {
        var left = new ArrayList<Span>();
        spans.stream()
                .sorted(Comparator.comparingInt(Span::length).reversed().thenComparingInt(Span::start))
                .filter(span -> left.stream().noneMatch(span::overlaps))
                .forEach(left::add);
        left.sort(Comparator.comparingInt(Span::start));
        return left;
    }

    /** The text with what is to stand instead in the place of each span; they must be apart and in order. */
    static String replace(String text, List<Span> spans) {
        var replaced = new StringBuilder(text.length());
        int at = 0;
        for (var span : spans) {
            replaced.append(text, at, span.start).append(span.instead);
            at = span.end;
        }
        return replaced.append(text, at, text.length()).toString();
    }
}
