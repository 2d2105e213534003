package org.qibu.matter.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.qibu.community.Persons;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Column;
import org.springframework.stereotype.Component;

/** Reads lines copied from a spreadsheet: one row a line, a tab between the columns, words as people write them. */
@Component
class PastedRows {

    private static final List<String> YES = List.of("是", "有", "√", "✓", "1", "y", "yes", "true");
    private static final List<String> NO = List.of("否", "无", "×", "0", "n", "no", "false");

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})日?");

    private final Persons persons;

    PastedRows(Persons persons) {
        this.persons = persons;
    }

    List<Object> read(RowList list, String lines, String community) {
        var rows = new ArrayList<Object>();
        for (var line : lines.split("\\R")) {
            var cells = line.split("\t", -1);
            if (!line.isBlank() && !isHeading(list, cells)) {
                rows.add(row(list, cells, community));
            }
        }
        return rows;
    }

    /** The rows as such lines, for somebody without a script to change. */
    String write(RowList list, List<Map<String, Object>> rows) {
        var lines = new StringBuilder();
        for (var row : rows) {
            var cells = list.columns().stream()
                    .map(column -> word(column, row.get(column.key())))
                    .toList();
            lines.append(String.join("\t", cells)).append('\n');
        }
        return lines.toString();
    }

    private static boolean isHeading(RowList list, String[] cells) {
        return cells[0].strip().equals(list.columns().get(0).label());
    }

    private Map<String, Object> row(RowList list, String[] cells, String community) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < Math.min(cells.length, list.columns().size()); i++) {
            var column = list.columns().get(i);
            var text = cells[i].strip();
            if (!text.isEmpty()) {
                row.put(column.key(), value(column, text, community));
            }
        }
        return row;
    }

    private Object value(Column column, String text, String community) {
        return switch (column.kind()) {
            case FLAG -> flag(text);
            case CHOICE ->
                column.choices().stream()
                        .filter(choice -> choice.label().equals(text))
                        .map(RowList.Choice::value)
                        .findFirst()
                        .orElse(text);
            case PERSON -> number(text, community);
            case DAY -> day(text);
            case WHOLE, AMOUNT -> text.replace(",", "").replaceFirst("[元户票]$", "");
            case TEXT, PERSON_OR_NAME -> text;
        };
    }

    private static String day(String text) {
        var day = DAY.matcher(text);
        return day.matches()
                ? "%s-%02d-%02d".formatted(day.group(1), Integer.valueOf(day.group(2)), Integer.valueOf(day.group(3)))
                : text;
    }

    private static Object flag(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : (Object) text;
    }

    /** A name stands for its number where only one person of the community bears it. */
    private String number(String text, String community) {
        if (persons.isKnown(community, text)) {
            return text;
        }
        var named = persons.search(community, text, 20).stream()
                .filter(person -> person.name().equals(text))
                .toList();
        return named.size() == 1 ? named.get(0).personNo() : text;
    }

    private static String word(Column column, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        return column.choices().stream()
                .filter(choice -> choice.value().equals(value.toString()))
                .map(RowList.Choice::label)
                .findFirst()
                .orElse(value.toString())
                .replaceAll("[\\t\\r\\n]+", " ");
    }
}
