package org.qibu.matter.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.qibu.engine.RowList;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.contract.RecordIssueFields;
import org.qibu.matter.display.DisplayText;
import org.qibu.matter.form.FormTexts;
import org.qibu.matter.form.Records;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lays the submitted forms of a matter out for reading: labels and words, rows as tables, people by name. */
@Component
class FormSheets {

    private static final Set<String> CONTACT =
            Set.of(RecordIssueFields.PROPOSER_NAME, RecordIssueFields.PROPOSER_PHONE, RecordIssueFields.PROPOSER_EMAIL);

    private final FormTexts texts;
    private final DisplayText displayText;
    private final SingletonSupplier<List<RowList>> lists;

    FormSheets(FormTexts texts, DisplayText displayText, ObjectProvider<RowList> lists) {
        this.texts = texts;
        this.displayText = displayText;
        this.lists = SingletonSupplier.of(() -> lists.stream().toList());
    }

    /** Rows under their headings. */
    record Table(String label, List<String> heads, List<List<String>> rows) {}

    /** What stands under one label; {@code table} instead of {@code text} where it is a list of rows. */
    record Item(String key, String label, String text, Table table) {}

    /** One submitted form. */
    record Sheet(
            String form, String title, String step, int cycle, int round, Instant at, String actor, List<Item> items) {

        Item item(String key) {
            return items.stream()
                    .filter(item -> item.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** All forms in the order they were submitted. */
    List<Sheet> of(
            StaffAccess.View view,
            List<Records.Record> records,
            Map<String, String> names,
            UnaryOperator<String> actors,
            Locale language) {
        return records.stream()
                .map(record -> new Sheet(
                        record.form(),
                        texts.titleOf(record.form(), language),
                        record.step().name(),
                        record.cycle(),
                        record.round(),
                        record.at(),
                        actor(record, actors, language),
                        items(view, record, names, language)))
                .toList();
    }

    /** Who did it, and for whom where somebody was away. */
    private String actor(Records.Record record, UnaryOperator<String> actors, Locale language) {
        var actor = actors.apply(record.actor());
        return record.onBehalfOf() == null
                ? actor
                : displayText.onBehalf(actor, actors.apply(record.onBehalfOf()), language);
    }

    private List<Item> items(StaffAccess.View view, Records.Record record, Map<String, String> names, Locale language) {
        var items = new ArrayList<Item>();
        for (var line : texts.lines(record, text -> say(text, names, language))) {
            if (!CONTACT.contains(line.key()) || view.seesContact()) {
                var rows = record.values().all().get(line.key()) instanceof List<?> list
                        ? maps(list)
                        : List.<Map<?, ?>>of();
                var table =
                        rows.isEmpty() || RowEntry.isClosedList(line.key()) ? null : table(line, rows, names, language);
                items.add(new Item(line.key(), label(line), line.value(), table));
            }
        }
        return items;
    }

    private static List<Map<?, ?>> maps(List<?> list) {
        var rows = new ArrayList<Map<?, ?>>();
        list.stream().filter(Map.class::isInstance).forEach(row -> rows.add((Map<?, ?>) row));
        return rows;
    }

    private String label(FormTexts.Line line) {
        return line.label().replace("（必填）", "");
    }

    private Table table(FormTexts.Line line, List<Map<?, ?>> rows, Map<String, String> names, Locale language) {
        var known = lists.obtain().stream()
                .filter(list -> list.field().equals(line.key()))
                .findFirst();
        var columns = known.map(RowList::columns)
                .orElseGet(() -> rows.get(0).keySet().stream()
                        .map(key -> RowList.optional(String.valueOf(key), String.valueOf(key), RowList.Kind.TEXT))
                        .toList());
        return new Table(
                label(line),
                columns.stream().map(RowList.Column::label).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> cell(column, row.get(column.key()), names, language))
                                .toList())
                        .toList());
    }

    private String cell(RowList.Column column, Object value, Map<String, String> names, Locale language) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return displayText.flag(flag, language);
        }
        return column.choices().stream()
                .filter(choice -> choice.value().equals(value.toString()))
                .map(RowList.Choice::label)
                .findFirst()
                .orElseGet(() -> say(value.toString(), names, language));
    }

    private String say(String text, Map<String, String> names, Locale language) {
        return names.getOrDefault(text, displayText.spoken(text, language));
    }

    /** The newest item under this key, over all forms. */
    static Item newest(List<Sheet> sheets, String key) {
        return sheets.stream()
                .map(sheet -> sheet.item(key))
                .filter(item -> item != null)
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
