package org.qibu.mail.texts;

import java.util.List;
import java.util.stream.Collectors;

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
    record Step(String sign, String name, boolean current) {

        /** Its sign and name, never on two lines. */
        String shown() {
            return sign + "\u00a0" + name;
        }
    }

    boolean isSteps() {
        return !steps.isEmpty();
    }

    boolean isList() {
        return !items.isEmpty();
    }

    /** Whether it is a paragraph, or a fact where there is a label. */
    boolean isText() {
        return !isSteps() && !isList();
    }

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

    /** Pieces as plain text: facts on lines that follow each other, all else set apart. */
    static String text(List<MailBlock> blocks) {
        var text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            var joinsLast = i > 0 && blocks.get(i).isFact() && blocks.get(i - 1).isFact();
            text.append(i == 0 ? "" : joinsLast ? "\n" : "\n\n")
                    .append(blocks.get(i).inText());
        }
        return text.toString();
    }

    private boolean isFact() {
        return label != null && !isList();
    }

    private String inText() {
        if (isSteps()) {
            return steps.stream().map(MailBlock::inText).collect(Collectors.joining(" "));
        }
        if (isList()) {
            return (label == null ? "" : label + "\n")
                    + items.stream().map(MailBlock::inText).collect(Collectors.joining("\n"));
        }
        if (label == null) {
            return text;
        }
        return label + (text.contains("\n") ? "\n" : label.endsWith("：") ? "" : " ") + text;
    }

    private static String inText(Item item) {
        return "- " + item.text().replace("\n", "\n  ") + (item.link() == null ? "" : "\n  " + item.link());
    }

    private static String inText(Step step) {
        var text = step.sign() + " " + step.name();
        return step.current() ? "【" + text + "】" : text;
    }
}
