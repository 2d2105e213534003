package org.qibu.sheets.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.DataFormatter;

/** Numbers, dates and formatted texts of a spreadsheet as the person in front of it reads them. */
public class Numbers {

    /** A spreadsheet keeps no more digits than these; what follows is noise of binary arithmetic. */
    private static final MathContext KEPT = new MathContext(15);

    /** The first whole number with a digit more. */
    private static final BigDecimal LOSES_DIGITS = BigDecimal.TEN.pow(15);

    /** The first number a cell without a format shows as 1.23457E+11. */
    private static final BigDecimal SHOWN_WITH_POWER = BigDecimal.TEN.pow(11);

    /** Half of the smallest difference that could matter in any column. */
    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    private static final Pattern STORED =
            Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern POWER = Pattern.compile(".*\\d[Ee][+-]?\\d.*");

    private final Styles styles;
    private final boolean from1904;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    /** @param from1904 whether the file counts days from 1904 on */
    public Numbers(Styles styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** The cell of a stored number; refused where it shows another number than the one stored, or none. */
    public Cell shown(String stored, String style) {
        if (!STORED.matcher(stored.strip()).matches() || !Double.isFinite(Double.parseDouble(stored.strip()))) {
            return Cell.refused("存的“" + shortened(stored) + "”不是数，请重新填写。");
        }
        var number = new BigDecimal(stored.strip());
        var format = styles.of(style);
        if (format.isEmpty()) {
            return Cell.refused("的格式读不出，请重新填写。");
        }
        var date = format.get().date();
        return date.isPresent() ? date(number, date.get()) : number(number, format.get());
    }

    private Cell date(BigDecimal serial, DateFormat format) {
        if (format.elapsed()) {
            return Cell.refused("显示为时长，请设为文本后重填。");
        }
        if (!format.certain()) {
            return Cell.refused("的日期格式读不准，请设为普通的年月日格式后重填。");
        }
        return ShownDate.of(serial, from1904, format)
                .map(Cell::date)
                .orElseGet(() -> Cell.refused("设成了日期，但存的 " + plain(serial.round(KEPT)) + " 不是哪一天，请重填。"));
    }

    private Cell number(BigDecimal stored, Styles.Format format) {
        if (stored.abs().compareTo(LOSES_DIGITS) >= 0) {
            return Cell.refused("超过 15 位，Excel 已丢掉后几位；请设为文本后重填。");
        }
        var exact = stored.round(KEPT);
        if (format.isGeneral()) {
            return exact.abs().compareTo(SHOWN_WITH_POWER) >= 0
                    ? hides(formatted(exact, format).orElse("1E+11"), exact)
                    : Cell.number(Cell.Kind.PLAIN_NUMBER, plain(exact));
        }
        if (format.isText()) {
            return Cell.number(Cell.Kind.NUMBER, plain(exact));
        }
        return formatted(exact, format).map(text -> formatted(text, exact)).orElseGet(() -> unclear(format));
    }

    private Cell formatted(String text, BigDecimal exact) {
        if (text.isEmpty()) {
            return Cell.refused("的内容被单元格格式隐藏，看不见；请改为常规格式。");
        }
        var number = text.replace(",", "");
        if (!PLAIN.matcher(number).matches()) {
            return POWER.matcher(text).matches() ? hides(text, exact) : Cell.number(Cell.Kind.NUMBER, text);
        }
        return new BigDecimal(number).subtract(exact).abs().compareTo(NOISE) > 0
                ? hides(text, exact)
                : Cell.number(Cell.Kind.NUMBER, number);
    }

    private static Cell hides(String text, BigDecimal exact) {
        return Cell.refused("显示为 " + text + "，实际存的是 " + plain(exact) + "，请改成要用的数，编号请设为文本后重填。");
    }

    /** The text as the format shows it; empty where the format is one we do not know for certain. */
    private Optional<String> formatted(BigDecimal exact, Styles.Format format) {
        if (!format.isKnown() || format.hasConditions()) {
            return Optional.empty();
        }
        var section = format.section(exact.signum());
        if (section.isEmpty()) {
            return Optional.of("");
        }
        if (!format.isGeneral() && !format.isPlaced(section, exact.signum() == 0)) {
            return exact.abs().compareTo(SHOWN_WITH_POWER) >= 0
                    ? Optional.empty()
                    : format.around(section, plain(format.signsNegative() ? exact : exact.abs()))
                            .map(String::strip);
        }
        try {
            var shown = format.hasWordsAmongDigits()
                    ? CellFormat.getInstance(Locale.ROOT, format.plainCode()).apply(exact.doubleValue()).text
                    : formatter.formatRawCellContents(exact.doubleValue(), format.id(), format.paddedByNothing());
            return Optional.of(shown.strip());
        } catch (RuntimeException notThisFormat) {
            return Optional.empty();
        }
    }

    /** The cell of a stored text; refused where its format shows another text. */
    public Cell text(String stored, String style) {
        var format = styles.of(style).orElse(Styles.Format.GENERAL);
        var section = format.textSection().orElse("@");
        if (section.isEmpty()) {
            return Cell.refused("的内容被单元格格式隐藏，看不见；请改为常规格式。");
        }
        return "@".equals(section)
                ? Cell.text(stored)
                : Cell.refused("的格式“" + shortened(format.code()) + "”使显示的与存的不同，请改为常规格式后重填。");
    }

    private static Cell unclear(Styles.Format format) {
        return Cell.refused("的格式“" + shortened(format.code()) + "”读不准，请设为常规或文本后重填。");
    }

    /** The date of a cell that stores it as ISO text, as Strict Open XML does. */
    public Cell isoDate(String stored, String style) {
        var format = styles.of(style).flatMap(Styles.Format::date);
        if (format.filter(each -> each.elapsed() || !each.certain()).isPresent()) {
            return Cell.refused("的日期格式读不准，请设为普通的年月日格式后重填。");
        }
        return IsoDate.read(stored.strip(), format)
                .map(Cell::date)
                .orElseGet(() -> Cell.refused("存的“" + shortened(stored) + "”不是日期，请重填。"));
    }

    /** The ink that a number format writes with, whatever the font says; empty where it names none. */
    public Optional<Ink> ink(String stored, String style, boolean isText) {
        return styles.of(style).flatMap(format -> {
            var section = isText
                    ? format.sectionOfTexts()
                    : format.section(stored.strip().startsWith("-") ? -1 : isNothing(stored) ? 0 : 1);
            return FormatColours.in(section).map(colour -> new Ink(colour, false));
        });
    }

    private static boolean isNothing(String stored) {
        return !stored.matches(".*[1-9].*");
    }

    /** Whether what a cell of this style holds is struck out. */
    public boolean isStruck(String style) {
        return styles.isStruck(style);
    }

    public static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
