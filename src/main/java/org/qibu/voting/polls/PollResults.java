package org.qibu.voting.polls;

import java.util.Optional;
import org.qibu.voting.rules.BodyRules;
import org.springframework.stereotype.Service;

/** Judges counts by the rule that held when their vote was prepared. */
@Service
public class PollResults {

    private final Polls polls;
    private final BodyRules rules;

    PollResults(Polls polls, BodyRules rules) {
        this.polls = polls;
        this.rules = rules;
    }

    /** What a count comes to, certified or not. */
    public PollResult judge(Poll poll, Tally tally) {
        var rule = rules.find(poll.ruleId(), poll.ruleDay())
                .orElseThrow(() -> new IllegalStateException("no rule " + poll.ruleId() + " on " + poll.ruleDay()));
        var count = tally.count(poll, rule);
        return new PollResult(poll, rule, tally, count, rule.judge(count));
    }

    /** The certified result of a vote; empty until there is one. */
    public Optional<PollResult> of(Poll poll) {
        return poll.result() == null
                ? Optional.empty()
                : polls.latestCount(poll)
                        .filter(tally -> Boolean.TRUE.equals(tally.certified()))
                        .map(tally -> judge(poll, tally));
    }
}
