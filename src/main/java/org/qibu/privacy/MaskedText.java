package org.qibu.privacy;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A text that may be read outside the house. Only {@link Masker} makes one, so that whatever asks for this type instead of
 * a plain text cannot be given words as somebody typed them.
 */
public final class MaskedText implements CharSequence {

    /** No text. */
    public static final MaskedText NONE = new MaskedText("");

    private final String text;

    MaskedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    /** The text as it is shown, which is also how it is written to JSON. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskedText masked && masked.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
