package org.qibu.sheets.format;

import java.util.Locale;
import java.util.Set;
import org.qibu.text.TextCharacters;

/**
 * What was found in one cell.
 *
 * @param kind how it is stored
 * @param text what a person sees, on one line
 * @param date the date and time it stands for, null where it does not
 * @param fault why what a person sees cannot be taken, null when it can; matters only in a column somebody reads
 */
public record Cell(Kind kind, String text, ShownDate date, String fault) {

    /** How the content of a cell is stored. */
    public enum Kind {
        TEXT,
        /** a number shown by a format of its own */
        NUMBER,
        /** a number shown as it is stored */
        PLAIN_NUMBER,
        DATE,
        BOOLEAN
    }

    private static final String STRUCK = "有删除线；已经作废的请删去，没有作废的请去掉删除线。";
    private static final Set<String> NO = Set.of("否", "false", "0", "no", "n", "×");

    /** No cell of a spreadsheet holds more characters. */
    private static final int LONGEST = 32_767;

    public static Cell text(String stored) {
        if (stored.length() > LONGEST) {
            return refused("超过 " + LONGEST + " 个字，请缩短。");
        }
        return TextCharacters.fault(stored)
                .map(Cell::refused)
                .orElseGet(() -> new Cell(Kind.TEXT, TextCharacters.shownOnOneLine(stored), null, null));
    }

    static Cell number(Kind kind, String shown) {
        return new Cell(kind, shown, null, null);
    }

    static Cell date(ShownDate date) {
        return new Cell(Kind.DATE, date.inChinese(), date, null);
    }

    public static Cell flag(boolean value) {
        return new Cell(Kind.BOOLEAN, value ? "TRUE" : "FALSE", null, null);
    }

    /** A cell that somebody struck out: there, and meant not to be. */
    public static Cell struck() {
        return refused(STRUCK);
    }

    public boolean isStruck() {
        return STRUCK.equals(fault);
    }

    /** A cell whose content a person does not see, or sees otherwise. */
    public Cell unseen(String why) {
        return new Cell(Kind.TEXT, text, null, why);
    }

    public static Cell refused(String fault) {
        return new Cell(Kind.TEXT, "", null, fault);
    }

    public boolean isBlank() {
        return text.isEmpty() && fault == null;
    }

    /** Whether it says no, or nothing. */
    public boolean isNo() {
        return fault == null && (text.isEmpty() || NO.contains(text.toLowerCase(Locale.ROOT)));
    }
}
