package org.qibu.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.qibu.calendar.YearList.Fault;
import org.qibu.calendar.YearList.Row;
import org.qibu.sheets.CellFault;
import org.qibu.sheets.ClipboardCells;
import org.qibu.sheets.Column;
import org.qibu.sheets.Nature;
import org.qibu.sheets.reader.SheetReader;
import org.qibu.text.TextCharacters;
import org.springframework.stereotype.Component;

/** Reads a year's list from a file, from pasted rows, or from the text of the yearly notice. */
@Component
class YearReader {

    /** The columns of a list, for files to read and to fetch. */
    static final List<Column> COLUMNS = List.of(
            Column.required("day", "日期").as(Nature.DAY), Column.required("kind", "类型"), Column.optional("name", "名称"));

    private final SheetReader reader;

    YearReader(SheetReader reader) {
        this.reader = reader;
    }

    /**
     * The list of a file; cells that cannot be read as they are seen are among its faults.
     *
     * @throws org.qibu.sheets.SheetRefused where the file is no such table
     */
    YearList file(int year, String name, byte[] content) {
        var table = reader.look(name, content, COLUMNS);
        var unread = table.faults().stream().map(CellFault::row).collect(Collectors.toSet());
        return YearList.of(
                        year,
                        table.rows().stream()
                                .filter(row -> !unread.contains(row.number()))
                                .map(row -> new Row(row.number(), row.get("day"), row.get("kind"), row.get("name")))
                                .toList())
                .and(table.faults().stream()
                        .map(fault -> new Fault(fault.row(), "", fault.message()))
                        .toList())
                .readFrom(table.reading());
    }

    /** @throws org.qibu.sheets.SheetRefused where the text has a heading but is no such table */
    YearList text(int year, String text) {
        if (NoticeText.isNotice(text)) {
            var notice = NoticeText.read(text, year);
            return YearList.of(
                            year,
                            notice.lines().stream()
                                    .map(line -> new Row(
                                            line.number(),
                                            line.day().toString(),
                                            line.working() ? "班" : "休",
                                            line.name()))
                                    .toList())
                    .and(notice.faults());
        }
        var heading = text.strip().lines().findFirst().orElse("");
        if (heading.contains("日期") || heading.startsWith("day")) {
            return file(year, "", ClipboardCells.asFile(text).getBytes(StandardCharsets.UTF_8));
        }
        return YearList.of(year, plain(text)).and(unreadable(text));
    }

    private static List<Fault> unreadable(String text) {
        var faults = new ArrayList<Fault>();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            var row = number;
            TextCharacters.fault(line).ifPresent(fault -> faults.add(new Fault(row, line.strip(), "这一行" + fault)));
        }
        return faults;
    }

    private static List<Row> plain(String text) {
        var rows = new ArrayList<Row>();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty()) {
                var cells = line.split("[\\t,，;；\\s]+", 3);
                rows.add(new Row(number, cells[0], cells.length > 1 ? cells[1] : "", cells.length > 2 ? cells[2] : ""));
            }
        }
        return rows;
    }

    /** A list as rows that are read as the same list again. */
    static String write(List<KeptDay> days) {
        var text = new StringBuilder();
        days.forEach(day -> text.append(day.day())
                .append('\t')
                .append(day.working() ? "班" : "休")
                .append('\t')
                .append(day.name())
                .append('\n'));
        return text.toString();
    }
}
