package org.qibu.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.model.StylesTable;

/** Numbers of a spreadsheet as the person in front of it reads them. */
class Numbers {

    /** A spreadsheet shows no more digits than these; what follows is noise of binary arithmetic. */
    private static final MathContext SEEN = new MathContext(15);

    /** Half of the smallest difference that could matter in any column. */
    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    private final StylesTable styles;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    Numbers(StylesTable styles) {
        this.styles = styles;
    }

    /** The text of a stored number; refused where the format shows another number than the one stored. */
    Cell shown(String stored, String style) {
        var exact = new BigDecimal(stored).round(SEEN);
        var format = styles.getStyleAt(style == null ? 0 : Integer.parseInt(style));
        var pattern = format == null ? "General" : format.getDataFormatString();
        if (pattern == null || "General".equalsIgnoreCase(pattern) || "@".equals(pattern)) {
            return Cell.of(plain(exact));
        }
        var text = formatter
                .formatRawCellContents(exact.doubleValue(), format.getDataFormat(), pattern)
                .strip();
        var number = text.replace(",", "");
        if (!number.matches("-?\\d+(\\.\\d+)?")) {
            return Cell.of(text);
        }
        return new BigDecimal(number).subtract(exact).abs().compareTo(NOISE) > 0
                ? Cell.refused("显示为 " + text + "，实际存的是 " + plain(exact) + "，请改成要用的数。")
                : Cell.of(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
