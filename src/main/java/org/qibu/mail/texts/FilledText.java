package org.qibu.mail.texts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailBlock.Step;

/** A mail's own words with the values in their places; a value is never read for further names. */
public final class FilledText {

    public static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z]+)}}");

    private static final Pattern FACT = Pattern.compile("([^：:{}]{0,30}[：:])? ?\\{\\{([A-Za-z]+)}}");

    private final Map<String, Object> values;
    private final List<MailBlock> blocks = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();

    private FilledText(Map<String, Object> values) {
        this.values = values;
    }

    /** Whether a name stands on this line by itself or behind its label. */
    public static boolean isAlone(String line) {
        return FACT.matcher(line).matches();
    }

    /** The subject; a missing value leaves a gap, never the name. */
    public static String line(String text, Map<String, Object> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "").toString()));
    }

    /** The body in pieces. */
    public static List<MailBlock> blocks(String body, Map<String, Object> values) {
        var filled = new FilledText(values);
        body.lines().map(String::strip).forEach(filled::take);
        filled.closeParagraph();
        return List.copyOf(filled.blocks);
    }

    private void take(String line) {
        if (line.isEmpty()) {
            closeParagraph();
        } else if (!isMissingAny(line)) {
            var alone = FACT.matcher(line);
            if (alone.matches() && stands(alone.group(1), values.get(alone.group(2)))) {
                return;
            }
            paragraph.add(line(line, values));
        }
    }

    private boolean isMissingAny(String line) {
        return NAME.matcher(line).results().anyMatch(found -> !values.containsKey(found.group(1)));
    }

    /** Whether the value stands by itself: as a list, or under its label. */
    private boolean stands(String label, Object value) {
        if (value instanceof Collection<?> items) {
            closeParagraph();
            blocks.add(list(label, items));
            return true;
        }
        if (label != null) {
            closeParagraph();
            blocks.add(MailBlock.fact(label, value.toString()));
            return true;
        }
        return false;
    }

    private static MailBlock list(String label, Collection<?> items) {
        var steps = items.stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .toList();
        return steps.isEmpty()
                ? MailBlock.list(label, items.stream().map(FilledText::item).toList())
                : MailBlock.steps(steps);
    }

    private static Item item(Object item) {
        return item instanceof Item ready ? ready : new Item(item.toString(), null);
    }

    private void closeParagraph() {
        if (!paragraph.isEmpty()) {
            blocks.add(MailBlock.paragraph(String.join("\n", paragraph)));
            paragraph.clear();
        }
    }

    /** The pieces as plain text. */
    static String text(List<MailBlock> blocks) {
        var text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            var joinsLast = i > 0 && isFact(blocks.get(i)) && isFact(blocks.get(i - 1));
            text.append(i == 0 ? "" : joinsLast ? "\n" : "\n\n").append(text(blocks.get(i)));
        }
        return text.toString();
    }

    private static boolean isFact(MailBlock mailBlock) {
        return mailBlock.label() != null && mailBlock.items().isEmpty();
    }

    private static String text(MailBlock mailBlock) {
        if (!mailBlock.steps().isEmpty()) {
            return mailBlock.steps().stream().map(FilledText::text).collect(Collectors.joining(" "));
        }
        if (!mailBlock.items().isEmpty()) {
            var label = mailBlock.label() == null ? "" : mailBlock.label() + "\n";
            return label + mailBlock.items().stream().map(FilledText::text).collect(Collectors.joining("\n"));
        }
        return mailBlock.label() == null ? mailBlock.text() : labelled(mailBlock);
    }

    private static String labelled(MailBlock mailBlock) {
        var colon = mailBlock.label().endsWith("：") ? "" : " ";
        return mailBlock.label() + (mailBlock.text().contains("\n") ? "\n" : colon) + mailBlock.text();
    }

    private static String text(Item item) {
        return "- " + item.text().replace("\n", "\n  ") + (item.link() == null ? "" : "\n  " + item.link());
    }

    private static String text(Step step) {
        var text = step.sign() + " " + step.name();
        return step.current() ? "【" + text + "】" : text;
    }
}
