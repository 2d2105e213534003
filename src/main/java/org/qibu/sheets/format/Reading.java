package org.qibu.sheets.format;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.qibu.sheets.Nature;
import org.qibu.text.WrittenDate;

/**
 * What a cell says in its column.
 *
 * @param text for the row, empty where there is a fault
 * @param fault the end of a sentence about the cell, null where there is none
 */
public record Reading(String text, String fault) {

    private static final LocalDate FIRST_GUESSED = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_GUESSED = LocalDate.of(2060, 1, 1);

    public static Reading of(Nature nature, Cell cell) {
        if (cell.fault() != null) {
            return fault(cell.fault());
        }
        return switch (nature) {
            case DAY, MOMENT -> date(nature, cell);
            case NUMBER -> cell.date() == null ? text(cell) : fault("是日期（" + cell.text() + "），这里要填数；请设为常规后重填。");
            case KEY, TEXT, FLAG ->
                cell.date() != null
                        ? fault(isDate(cell))
                        : spoilt(nature, cell).map(Reading::fault).orElseGet(() -> text(cell));
        };
    }

    private static Optional<String> spoilt(Nature nature, Cell cell) {
        if (cell.kind() != Cell.Kind.TEXT) {
            return Optional.empty();
        }
        return SpoiltKey.lost(cell.text())
                .or(() -> nature == Nature.KEY ? SpoiltKey.fault(cell.text()) : Optional.empty());
    }

    private static String isDate(Cell cell) {
        var date = cell.date();
        var example = date.at().getMonthValue() + "-" + date.at().getDayOfMonth();
        return date.day()
                ? "是日期（" + cell.text() + "），Excel 常把 " + example + " 变成日期；请设为文本后重填。"
                : "是日期或时间" + (date.time() ? "（" + cell.text() + "）" : "的一部分") + "，Excel 常把编号变成日期；请设为文本后重填。";
    }

    private static Reading date(Nature nature, Cell cell) {
        if (cell.date() != null) {
            return cell.date().day()
                    ? new Reading(cell.date().in(nature), null)
                    : fault(part(cell) + "，看不出是哪一天；请填写完整的年月日。");
        }
        var written = WrittenDate.read(cell.text());
        if (written.isEmpty() && cell.kind() == Cell.Kind.PLAIN_NUMBER) {
            var guessed = guessedDay(cell).map(day -> "，像是 " + day).orElse("");
            return fault("是数 " + cell.text() + guessed + "；请把这一格设为日期格式，或写成 2027-02-05 的样子。");
        }
        return written.map(date -> new Reading(ShownDate.of(date).in(nature), null))
                .orElseGet(() -> text(cell));
    }

    private static String part(Cell cell) {
        return cell.date().time() ? "显示为“" + cell.text() + "”" : "显示为日期的一部分（只有年、月、日或星期）";
    }

    /** The day a plain number would be, had somebody taken the date's format away; empty where that is unlikely. */
    public static Optional<LocalDate> guessedDay(Cell cell) {
        if (cell.kind() != Cell.Kind.PLAIN_NUMBER || !cell.text().matches("\\d{5}")) {
            return Optional.empty();
        }
        var day = DateUtil.getLocalDateTime(Double.parseDouble(cell.text())).toLocalDate();
        return Optional.of(day).filter(each -> !each.isBefore(FIRST_GUESSED) && each.isBefore(LAST_GUESSED));
    }

    private static Reading text(Cell cell) {
        return new Reading(cell.text(), null);
    }

    private static Reading fault(String fault) {
        return new Reading("", fault);
    }
}
