package org.qibu.sheets.table;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.qibu.sheets.CellFault;
import org.qibu.sheets.Column;
import org.qibu.sheets.format.Cell;
import org.qibu.sheets.format.Reading;

/**
 * Plain numbers in a column of keys that may be dates: a spreadsheet makes 3-2 a date, somebody takes the date format away,
 * and 46083 is left. Where all keys are plain numbers of five digits and some of them no likely date, they are what they
 * seem; otherwise whoever sent the table is asked.
 */
class DatesInDisguise {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Column column;
    private final Map<Integer, Cell> suspects = new LinkedHashMap<>();
    private boolean hasOthers;
    private boolean hasUnlikely;

    DatesInDisguise(Column column) {
        this.column = column;
    }

    void take(int row, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (Reading.guessedDay(cell).isPresent()) {
            suspects.put(row, cell);
        } else if (cell.kind() == Cell.Kind.PLAIN_NUMBER && cell.text().length() == 5) {
            hasUnlikely = true;
        } else {
            hasOthers = true;
        }
    }

    Stream<CellFault> faults() {
        return hasUnlikely && !hasOthers
                ? Stream.empty()
                : suspects.entrySet().stream().map(each -> fault(each.getKey(), each.getValue()));
    }

    private CellFault fault(int row, Cell cell) {
        var day = Reading.guessedDay(cell).orElseThrow();
        return CellFault.of(
                row,
                column,
                "是 " + cell.text() + "，像是 " + day.getMonthValue() + "-" + day.getDayOfMonth() + " 被 Excel 变成了日期（"
                        + DAY.format(day) + "）；请核对，设为文本后重填。");
    }
}
