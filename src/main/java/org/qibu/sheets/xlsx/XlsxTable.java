package org.qibu.sheets.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qibu.sheets.Column;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.table.Rows;
import org.qibu.sheets.xlsx.Workbook.Sheet;

/**
 * The one sheet of an XLSX file a person would point at: visible, with the headings that are needed. Read as a stream, so
 * that a large one stays cheap; Strict Open XML as well, and nothing but the parts a table is made of.
 */
public final class XlsxTable {

    private XlsxTable() {}

    public static SheetTable read(byte[] content, List<Column> columns) {
        try (var parts = new ZipParts(content)) {
            return read(new Workbook(parts, ZippedKind.workbookOf(parts)), parts, columns);
        }
    }

    private static SheetTable read(Workbook book, ZipParts parts, List<Column> columns) {
        var numbers = book.numbers();
        var texts = book.texts();
        var looks = book.looks();
        var visible = book.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
        if (visible.isEmpty()) {
            throw new SheetRefused("这个工作簿里的工作表全是隐藏的，请取消隐藏要读的那一张。");
        }
        var read = new ArrayList<Rows>();
        for (var sheet : visible) {
            var rows = new Rows(columns, sheet.name());
            var what = "工作表“" + sheet.name() + "”";
            var formats = new ConditionalFormats();
            if (!parts.listen(sheet.part(), formats, what)
                    || !parts.listen(sheet.part(), new SheetXml(numbers, texts, looks, formats, rows), what)) {
                throw new SheetRefused("工作表“" + sheet.name() + "”不在文件里；请用表格软件打开后另存为“Excel 工作簿”再上传。");
            }
            read.add(rows);
        }
        var meant = meant(visible, read);
        return read.get(meant).table(said(book.sheets(), visible.get(meant)));
    }

    /** The place of the sheet that is meant: the only one with headings, or the only one of these with rows. */
    private static int meant(List<Sheet> sheets, List<Rows> read) {
        var headed = places(read, Rows::isHeaded);
        var filled = headed.stream().filter(place -> !read.get(place).isEmpty()).toList();
        if (filled.size() > 1) {
            throw new SheetRefused(
                    "有几张工作表都像要读的表：" + names(filled.stream().map(sheets::get).toList()) + "。请只留一张再上传。");
        }
        if (!filled.isEmpty()) {
            return filled.get(0);
        }
        return headed.isEmpty()
                ? places(read, Rows::isNearlyHeaded).stream().findFirst().orElse(0)
                : headed.get(0);
    }

    private static List<Integer> places(List<Rows> read, Predicate<Rows> which) {
        return IntStream.range(0, read.size())
                .filter(place -> which.test(read.get(place)))
                .boxed()
                .toList();
    }

    private static String said(List<Sheet> all, Sheet meant) {
        var hidden = all.stream().filter(Sheet::hidden).toList();
        var others =
                all.stream().filter(sheet -> !sheet.hidden() && sheet != meant).toList();
        var said = "读取的是“" + meant.name() + "”";
        if (!hidden.isEmpty()) {
            said += "；" + names(hidden) + "是隐藏的，没有读取";
        }
        if (!others.isEmpty()) {
            said += "；" + names(others) + "不是要读的表，没有读取";
        }
        return said + "。";
    }

    private static String names(List<Sheet> sheets) {
        return sheets.stream().map(sheet -> "“" + sheet.name() + "”").collect(Collectors.joining());
    }
}
