package org.qibu.mail.texts;

import java.util.List;

/**
 * A piece of a mail: a paragraph, a value or a list under its label, a list, or the line of the seven steps.
 *
 * @param label with its colon; null where there is none
 * @param items empty unless it is a list
 * @param steps empty unless it is the line of the steps
 */
public record MailBlock(String label, String text, List<Item> items, List<Step> steps) {

    /**
     * An entry of a list.
     *
     * @param link null where it leads nowhere
     */
    public record Item(String text, String link) {}

    /** One of the seven steps. */
    record Step(String sign, String name, boolean current) {}

    /** The label without its colon. */
    public String heading() {
        return label == null ? null : label.substring(0, label.length() - 1);
    }

    static MailBlock paragraph(String text) {
        return new MailBlock(null, text, List.of(), List.of());
    }

    static MailBlock fact(String label, String value) {
        return new MailBlock(label, value, List.of(), List.of());
    }

    static MailBlock list(String label, List<Item> items) {
        return new MailBlock(label, "", items, List.of());
    }

    static MailBlock steps(List<Step> steps) {
        return new MailBlock(null, "", List.of(), steps);
    }
}
