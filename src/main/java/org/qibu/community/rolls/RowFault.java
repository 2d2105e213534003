package org.qibu.community.rolls;

/**
 * What is wrong with one cell of a roll.
 *
 * @param row counted like in the spreadsheet
 * @param field the key of the column
 * @param message one Chinese sentence
 * @param value what stands there
 */
public record RowFault(int row, String field, String message, String value) {}
