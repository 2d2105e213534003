package org.qibu.mail.texts;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.qibu.mail.texts.MailBlock.Item;
import org.qibu.mail.texts.MailBlock.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words of a mail, compiled once: their subject and the lines of their body. A value is never read for further names. */
public final class CompiledText {

    private static final Logger log = LoggerFactory.getLogger(CompiledText.class);
    private static final Pattern ALONE = Pattern.compile("([^：:{}]{0,30}[：:])? ?\\{\\{([A-Za-z]+)}}");
    /** Of what is filled in only the named values are reached, never what these are made of. */
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .withCollector(new BasicCollector() {

                @Override
                public <K, V> Map<K, V> createFetcherCache() {
                    return new ConcurrentHashMap<>();
                }
            });

    private final Template subject;
    private final List<Line> lines;

    CompiledText(MailText text) {
        subject = compile(text.subject());
        lines = text.body().lines().map(String::strip).map(CompiledText::line).toList();
    }

    /**
     * A line of the body.
     *
     * @param names the values it needs
     * @param label what stands before a value that is by itself on the line; null where nothing does
     * @param alone the name of that value; null where the line says more
     */
    private record Line(boolean isEmpty, Template words, Set<String> names, String label, String alone) {}

    private static Line line(String line) {
        var alone = ALONE.matcher(line);
        var isAlone = alone.matches();
        var words = compile(line);
        return new Line(
                line.isEmpty(), words, names(words), isAlone ? alone.group(1) : null, isAlone ? alone.group(2) : null);
    }

    /** Braces around anything but names, as in no text that was ever kept, stand as they are. */
    private static Template compile(String text) {
        try {
            var template = COMPILER.compile(text);
            if (names(template).stream().allMatch(name -> name.matches("[A-Za-z]+"))) {
                return template;
            }
        } catch (MustacheException e) {
            log.debug("No names in {}", text, e);
        }
        return COMPILER.withDelims("\u0001 \u0002").compile(text);
    }

    /** Whether a name stands on this line by itself or behind its label. */
    public static boolean isAlone(String line) {
        return ALONE.matcher(line).matches();
    }

    /** The names in a text. */
    public static Set<String> names(String text) {
        return names(compile(text));
    }

    private static Set<String> names(Template template) {
        var names = new HashSet<String>();
        template.visit(new Mustache.Visitor() {

            @Override
            public void visitText(String between) {
                // says nothing
            }

            @Override
            public void visitVariable(String name) {
                names.add(name);
            }

            @Override
            public boolean visitInclude(String name) {
                names.add(">" + name);
                return false;
            }

            @Override
            public boolean visitSection(String name) {
                names.add("#" + name);
                return false;
            }

            @Override
            public boolean visitInvertedSection(String name) {
                names.add("^" + name);
                return false;
            }
        });
        return names;
    }

    /** The subject; a missing value leaves a gap, never the name. */
    public String subject(Map<String, Object> values) {
        return subject.execute(values);
    }

    /** The body in pieces; a line whose value is missing is left out. */
    public List<MailBlock> blocks(Map<String, Object> values) {
        var blocks = new ArrayList<MailBlock>();
        var paragraph = new ArrayList<String>();
        for (var line : lines) {
            if (line.isEmpty()) {
                close(paragraph, blocks);
            } else if (values.keySet().containsAll(line.names())) {
                var block = block(line, values);
                if (block == null) {
                    paragraph.add(line.words().execute(values));
                } else {
                    close(paragraph, blocks);
                    blocks.add(block);
                }
            }
        }
        close(paragraph, blocks);
        return List.copyOf(blocks);
    }

    /** The value that stands by itself: a list, or what is under its label; null where the line is a part of a paragraph. */
    private static MailBlock block(Line line, Map<String, Object> values) {
        if (line.alone() == null) {
            return null;
        }
        var value = values.get(line.alone());
        if (value instanceof Collection<?> items) {
            return list(line.label(), items);
        }
        return line.label() == null ? null : MailBlock.fact(line.label(), value.toString());
    }

    private static MailBlock list(String label, Collection<?> items) {
        var steps = items.stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .toList();
        return steps.isEmpty()
                ? MailBlock.list(label, items.stream().map(CompiledText::item).toList())
                : MailBlock.steps(steps);
    }

    private static Item item(Object item) {
        return item instanceof Item ready ? ready : new Item(item.toString(), null);
    }

    private static void close(List<String> paragraph, List<MailBlock> blocks) {
        if (!paragraph.isEmpty()) {
            blocks.add(MailBlock.paragraph(String.join("\n", paragraph)));
            paragraph.clear();
        }
    }
}
