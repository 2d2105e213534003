package org.qibu.matter.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.engine.FormRefused;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Column;
import org.qibu.sheets.ClipboardCells;
import org.qibu.text.ComparisonKey;
import org.qibu.text.WrittenDate;
import org.springframework.stereotype.Component;

/** Reads rows copied from a spreadsheet as the editor with a script does, words as people write them. */
@Component
class PastedRows {

    private static final List<String> YES = List.of("是", "有", "√", "✓", "1", "y", "yes", "true");
    private static final Set<String> RUNNING_NUMBERS = Set.of("序号", "#");
    private static final List<String> NO = List.of("否", "无", "×", "0", "n", "no", "false");

    private final Persons persons;

    PastedRows(Persons persons) {
        this.persons = persons;
    }

    /** @throws FormRefused where cells stand under a heading that names no column of the list */
    List<Object> read(RowList list, String lines, String community) {
        var grid = ClipboardCells.read(lines);
        var places = grid.isEmpty() ? List.<Optional<Column>>of() : headings(list, grid.get(0));
        var headed = !places.isEmpty();
        if (headed) {
            refuseStrangeColumns(list, places, grid);
        }
        var rows = new ArrayList<Object>();
        for (var cells : headed ? grid.subList(1, grid.size()) : grid) {
            rows.add(row(headed ? places : inOrder(list), cells, community));
        }
        return rows;
    }

    /** What stands in a column nobody asked for would be lost without a word; a running number is none. */
    private static void refuseStrangeColumns(RowList list, List<Optional<Column>> places, List<List<String>> grid) {
        var strange = IntStream.range(0, places.size())
                .filter(place -> places.get(place).isEmpty() && isFilled(grid, place))
                .mapToObj(place -> heading(grid, place))
                .filter(heading -> !RUNNING_NUMBERS.contains(plain(heading)))
                .map(heading -> "“" + heading + "”")
                .collect(Collectors.joining());
        if (!strange.isEmpty()) {
            throw new FormRefused(list.field(), "“" + list.label() + "”里没有" + strange + "这样的列，请删去后再保存。");
        }
    }

    private static boolean isFilled(List<List<String>> grid, int place) {
        return grid.stream()
                .skip(1)
                .anyMatch(cells -> place < cells.size() && !cells.get(place).isBlank());
    }

    private static String heading(List<List<String>> grid, int place) {
        var heading = grid.get(0).get(place).strip();
        return heading.isEmpty() ? "第 " + (place + 1) + " 列" : heading;
    }

    private static List<Optional<Column>> inOrder(RowList list) {
        return list.columns().stream().map(Optional::of).toList();
    }

    /** The rows as such lines, for somebody without a script to change. */
    String write(RowList list, List<Map<String, Object>> rows) {
        return ClipboardCells.write(rows.stream()
                .map(row -> list.columns().stream()
                        .map(column -> word(column, row.get(column.key())))
                        .toList())
                .toList());
    }

    /** The columns a line of headings names, in its order; none where it is no such line: the same rule as in pasted.js. */
    private static List<Optional<Column>> headings(RowList list, List<String> cells) {
        var named = cells.stream().map(cell -> named(list, cell)).toList();
        var known = named.stream().flatMap(Optional::stream).toList();
        var filled = cells.stream()
                .filter(cell -> !cell.isBlank() && !RUNNING_NUMBERS.contains(plain(cell)))
                .count();
        return !known.isEmpty()
                        && (known.size() > 1 || known.size() * 2L >= filled)
                        && Set.copyOf(known).size() == known.size()
                ? named
                : List.of();
    }

    private static Optional<Column> named(RowList list, String cell) {
        var heading = ComparisonKey.of(plain(cell));
        return list.columns().stream()
                .filter(column -> !heading.isEmpty()
                        && (heading.equals(ComparisonKey.of(plain(column.label())))
                                || heading.equals(ComparisonKey.of(column.key()))))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.strip().replaceFirst("[（(].*$", "").replaceAll("[*＊：:]", "");
    }

    /** A cell behind the last column is refused with its row by a member no list has, rather than passed over. */
    private Map<String, Object> row(List<Optional<Column>> places, List<String> cells, String community) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i).strip();
            if (i >= places.size() && !text.isEmpty()) {
                row.put("第 " + (i + 1) + " 格", text);
            } else if (i < places.size() && places.get(i).isPresent() && !text.isEmpty()) {
                var column = places.get(i).get();
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
                        .filter(choice ->
                                ComparisonKey.same(choice.label(), text) || ComparisonKey.same(choice.value(), text))
                        .map(RowList.Choice::value)
                        .findFirst()
                        .orElse(text);
            case PERSON -> number(text, community);
            case DAY -> day(text);
            case WHOLE, AMOUNT -> amount(text);
            case TEXT, PERSON_OR_NAME -> text;
        };
    }

    /** 1,200元 as 1200; a comma that parts no thousands stays and is refused, since it may be a decimal one. */
    private static String amount(String text) {
        var bare = text.replaceAll("[￥¥]", "").replaceFirst("[元户票]$", "");
        return bare.matches("\\d{1,3}([,，]\\d{3})+(\\.\\d+)?") ? bare.replaceAll("[,，]", "") : bare;
    }

    private static String day(String text) {
        return WrittenDate.read(text).map(date -> date.day().toString()).orElse(text);
    }

    private static Object flag(String text) {
        var word = ComparisonKey.of(text).value();
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : (Object) text;
    }

    /** A name stands for its number where only one person of the community bears it; the check tells of two. */
    private String number(String text, String community) {
        var named = persons.numberOf(community, text).isPresent() ? List.<Person>of() : persons.named(community, text);
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
                .orElse(value.toString());
    }
}
