package org.qibu.voting.polls;

import org.qibu.voting.Count;
import org.qibu.voting.Verdict;
import org.qibu.voting.rules.BodyRule;

/**
 * What a count of a vote comes to.
 *
 * @param rule the rule as it stood when the vote was prepared
 * @param count who could vote, who took part, who agreed
 */
public record PollResult(Poll poll, BodyRule rule, Tally tally, Count count, Verdict verdict) {}
