package org.qibu.mail.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Keeps the layouts of mails that are paragraphs and facts only, one for each shape such a mail can have. */
final class LayoutCache {

    /** More shapes than there are kinds of mail, so that they never fill the memory. */
    private static final int MOST = 500;

    private static final List<String> KEYS = List.of("anybodyKey", "buttonKey", "footerKey", "language");

    private final Layout layout;
    private final List<String> names;
    private final UnaryOperator<String> written;
    private final Map<List<Object>, CompiledLayout> known = new ConcurrentHashMap<>();

    /**
     * @param names the values of a model that stand in the layout
     * @param written how a value is written down in it
     */
    LayoutCache(Layout layout, List<String> names, UnaryOperator<String> written) {
        this.layout = layout;
        this.names = names;
        this.written = written;
    }

    /** Lays out the slow way. */
    @FunctionalInterface
    interface Layout {

        String of(List<MailBlock> blocks, Locale language, Map<String, Object> model);
    }

    String layOut(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var isPlain = blocks.stream()
                .allMatch(mailBlock ->
                        mailBlock.items().isEmpty() && mailBlock.steps().isEmpty());
        return isPlain && !model.containsKey("attachments")
                ? layout(blocks, language, model).fill(values(blocks, model))
                : layout.of(blocks, language, model);
    }

    private CompiledLayout layout(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var shape = new ArrayList<Object>();
        shape.add(language);
        KEYS.forEach(key -> shape.add(Optional.ofNullable(model.get(key))));
        names.forEach(key -> shape.add(model.containsKey(key)));
        blocks.forEach(mailBlock -> shape.add(mailBlock.label() == null));
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(shape, key -> new CompiledLayout(withGaps(blocks, language, model)));
    }

    private String withGaps(List<MailBlock> blocks, Locale language, Map<String, Object> model) {
        var gaps = new HashMap<>(model);
        for (int i = 0; i < names.size(); i++) {
            var gap = CompiledLayout.gap(i);
            gaps.computeIfPresent(names.get(i), (name, value) -> gap);
        }
        var empty = new ArrayList<MailBlock>();
        for (var mailBlock : blocks) {
            var next = names.size() + 2 * empty.size();
            empty.add(
                    mailBlock.label() == null
                            ? MailBlock.paragraph(CompiledLayout.gap(next))
                            : MailBlock.fact(CompiledLayout.gap(next + 1) + ":", CompiledLayout.gap(next)));
        }
        return layout.of(empty, language, gaps);
    }

    private List<String> values(List<MailBlock> blocks, Map<String, Object> model) {
        var values = new ArrayList<String>();
        names.forEach(
                name -> values.add(written.apply(model.getOrDefault(name, "").toString())));
        for (var mailBlock : blocks) {
            values.add(written.apply(mailBlock.text()));
            values.add(mailBlock.label() == null ? "" : written.apply(mailBlock.heading()));
        }
        return values;
    }
}
