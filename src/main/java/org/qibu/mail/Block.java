package org.qibu.mail;

import java.util.List;

/**
 * A piece of a mail: a paragraph, a value under its label, or a list.
 *
 * @param label null for a paragraph
 * @param items empty unless it is a list
 */
record Block(String label, String text, List<Item> items) {

    /**
     * An entry of a list.
     *
     * @param link null where it leads nowhere
     */
    record Item(String text, String link) {}

    /** The label without its colon. */
    public String heading() {
        return label.substring(0, label.length() - 1);
    }

    static Block paragraph(String text) {
        return new Block(null, text, List.of());
    }

    static Block fact(String label, String value) {
        return new Block(label, value, List.of());
    }

    static Block list(List<Item> items) {
        return new Block(null, "", items);
    }
}
