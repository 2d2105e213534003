package org.qibu.community.rolls;

/**
 * Somebody whose number is known under another name: a new name, or another person with a number that is taken.
 *
 * @param row of the roll that comes, counted like in the spreadsheet
 * @param number as the roll writes it
 * @param before the name the community knows
 * @param after the name in the roll
 * @param message the sentence that asks which of both it is
 */
public record Rename(int row, String number, String before, String after, String message) {}
