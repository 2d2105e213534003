package org.qibu.matter.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibu.calendar.SpokenDates;
import org.qibu.engine.FormLabel;
import org.qibu.engine.ModelSource;
import org.qibu.engine.RowList;
import org.qibu.matter.Matter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What was entered in fields a process administrator added to a form of the program, under the labels they had then. Papers,
 * notices and mails that are made of a form say these after what they say themselves; a field marked {@code internal} stays
 * in the house.
 */
@Component
public class AddedFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormTexts texts;
    private final Names names;
    private final RowWords rowWords;
    private final SingletonSupplier<List<RowList>> lists;
    private final Map<String, Set<String>> own = new HashMap<>();

    AddedFields(FormTexts texts, Names names, RowWords rowWords, ObjectProvider<RowList> lists, ModelSource source) {
        this.texts = texts;
        this.names = names;
        this.rowWords = rowWords;
        this.lists = SingletonSupplier.of(() -> lists.stream().toList());
        source.own().forEach((name, content) -> {
            if (name.endsWith(".form")) {
                know(content);
            }
        });
    }

    private void know(byte[] content) {
        try {
            var form = JSON.readTree(content);
            collect(form, own.computeIfAbsent(form.path("id").asText(), id -> new HashSet<>()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode parent, Set<String> keys) {
        for (var component : parent.path("components")) {
            keys.add(component.path("properties").path("rows").asText(""));
            keys.add(component.path("key").asText(""));
            collect(component, keys);
        }
    }

    /** The keys of the fields the program does not know, in the order of the form. */
    List<String> keys(Records.Record record) {
        return labels(record).map(FormLabel::key).toList();
    }

    /** What was entered in them and may be shown to others, in words and unmasked; empty fields are left out. */
    public List<FormTexts.Line> of(Matter matter, Records.Record record) {
        var open = labels(record).filter(label -> !label.internal()).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var called = names.of(matter, List.of(record));
        UnaryOperator<String> saying = text -> called.getOrDefault(text, SpokenDates.spoken(text, Locale.CHINESE));
        var said = texts.lines(record, saying).stream()
                .collect(Collectors.toMap(FormTexts.Line::key, line -> line, (one, other) -> one));
        var lines = new ArrayList<FormTexts.Line>();
        for (var label : open) {
            var line = said.get(label.key());
            if (line != null) {
                var rows = record.values().all().get(label.key()) instanceof List<?> list
                                && list.stream().anyMatch(Map.class::isInstance)
                        ? inWords(matter, label.key(), record.values().rows(label.key()))
                        : line.value();
                lines.add(new FormTexts.Line(line.key(), line.label().replace("（必填）", ""), rows));
            }
        }
        return lines;
    }

    private Stream<FormLabel> labels(Records.Record record) {
        var known = own.getOrDefault(record.form(), Set.of());
        return record.labels().stream().filter(label -> !known.contains(label.key()));
    }

    private String inWords(Matter matter, String field, List<Map<String, Object>> rows) {
        var list = lists.obtain().stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElse(new RowList(field, field, List.of()));
        return rowWords.of(matter.communityCode(), list, rows).stream()
                .map(row -> row.entrySet().stream()
                        .filter(cell -> cell.getValue() != null && !"".equals(cell.getValue()))
                        .map(cell -> label(list, cell.getKey()) + " " + cell.getValue())
                        .collect(Collectors.joining("，")))
                .collect(Collectors.joining("；"));
    }

    private static String label(RowList list, String key) {
        return list.columns().stream()
                .filter(column -> column.key().equals(key))
                .map(RowList.Column::label)
                .findFirst()
                .orElse(key);
    }
}
