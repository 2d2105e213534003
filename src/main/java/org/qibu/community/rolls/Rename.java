package org.qibu.community.rolls;

/**
 * Somebody whose number is known otherwise, for whoever imports the roll to decide.
 *
 * @param row of the roll that comes, counted like in the spreadsheet
 * @param number as the roll writes it
 * @param before the name the community knows, or the writing of the number it knows
 * @param after the name in the roll, or the writing of the number there
 * @param message the sentence that asks which of both it is
 * @param namesakes the other numbers the new name is known by, such as O002、O117; empty for none
 */
public record Rename(
        int row, String number, String before, String after, String message, Cause cause, String namesakes) {

    /** What differs from what is known. */
    public enum Cause {
        /** The name: a new one, or another person with a number that is taken. */
        NAME,
        /** The name, and it is that of another number as well, which stays as it is. */
        NAMESAKE,
        /** The name, and one of both names has gone to or comes from another number: numbers exchanged, or rows that slipped. */
        EXCHANGE,
        /** The writing of the number alone, such as O001 for Ｏ００１. */
        WRITING
    }

    /** Whether somebody has to say so of this one by itself, not of all renames at once. */
    public boolean isAskedByItself() {
        return cause != Cause.NAME;
    }

    public boolean isOfName() {
        return cause != Cause.WRITING;
    }
}
