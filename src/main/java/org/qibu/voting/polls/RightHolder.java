package org.qibu.voting.polls;

/**
 * One head that may vote.
 *
 * @param place where they live or own, for finding their ballot; empty for members of a meeting
 * @param area hundredths of a square metre; 0 where only heads count
 */
public record RightHolder(String no, String place, long area) {}
