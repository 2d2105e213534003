package org.qibu.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibu.mail.Block.Item;

/** A mail's own words with the values in their places; a value is never read for further names. */
final class FilledText {

    static final Pattern NAME = Pattern.compile("\\{\\{ ?([A-Za-z]+) ?}}");

    private static final Pattern FACT = Pattern.compile("([^：:{}]{1,30}[：:]) ?\\{\\{ ?([A-Za-z]+) ?}}");
    private static final Pattern ALONE = Pattern.compile("\\{\\{ ?([A-Za-z]+) ?}}");

    private final Map<String, Object> values;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();

    private FilledText(Map<String, Object> values) {
        this.values = values;
    }

    /** The subject; a missing value leaves a gap, never the name. */
    static String line(String text, Map<String, Object> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "").toString()));
    }

    /** The body in pieces. */
    static List<Block> blocks(String body, Map<String, Object> values) {
        var filled = new FilledText(values);
        body.lines().map(String::strip).forEach(filled::take);
        filled.closeParagraph();
        return List.copyOf(filled.blocks);
    }

    /** The pieces as plain text. */
    static String text(List<Block> blocks) {
        var text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var joinsLast = i > 0 && block.label() != null && blocks.get(i - 1).label() != null;
            text.append(i == 0 ? "" : joinsLast ? "\n" : "\n\n").append(text(block));
        }
        return text.toString();
    }

    private void take(String line) {
        var fact = FACT.matcher(line);
        var alone = ALONE.matcher(line);
        if (line.isEmpty()) {
            closeParagraph();
        } else if (alone.matches() && values.get(alone.group(1)) instanceof Collection<?> items) {
            closeParagraph();
            blocks.add(Block.list(items.stream().map(FilledText::item).toList()));
        } else if (isMissingAny(line)) {
            return;
        } else if (fact.matches()) {
            closeParagraph();
            blocks.add(Block.fact(fact.group(1), values.get(fact.group(2)).toString()));
        } else {
            paragraph.add(line(line, values));
        }
    }

    private boolean isMissingAny(String line) {
        return NAME.matcher(line).results().anyMatch(found -> !values.containsKey(found.group(1)));
    }

    private void closeParagraph() {
        if (!paragraph.isEmpty()) {
            blocks.add(Block.paragraph(String.join("\n", paragraph)));
            paragraph.clear();
        }
    }

    private static Item item(Object item) {
        return item instanceof Item ready ? ready : new Item(item.toString(), null);
    }

    private static String text(Block block) {
        if (!block.items().isEmpty()) {
            return String.join(
                    "\n", block.items().stream().map(FilledText::text).toList());
        }
        if (block.label() == null) {
            return block.text();
        }
        var colon = block.label().endsWith("：") ? "" : " ";
        return block.label() + (block.text().contains("\n") ? "\n" : colon) + block.text();
    }

    private static String text(Item item) {
        return "- " + item.text() + (item.link() == null ? "" : "\n  " + item.link());
    }
}
