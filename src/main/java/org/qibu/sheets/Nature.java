package org.qibu.sheets;

/** What the cells of a column hold; decides how a number, a date or a formula found there is read. */
public enum Nature {
    /** Words, addresses, telephone numbers. */
    TEXT,
    /** A number or name by which something is found again; a plain number among them may be a date in disguise. */
    KEY,
    /** A quantity. */
    NUMBER,
    /** Yes or no; a row with nothing but a no counts as blank. */
    FLAG,
    /** A day; read as 2027-02-05 however it is stored or written. */
    DAY,
    /** A day or a moment of a day; read as 2027-02-05 or 2027-02-05 09:30. */
    MOMENT
}
