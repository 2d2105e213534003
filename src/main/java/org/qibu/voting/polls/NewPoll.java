package org.qibu.voting.polls;

import java.time.Instant;
import java.time.LocalDate;

/** What is fixed before a vote opens. */
public record NewPoll(
        String ruleId,
        LocalDate ruleDay,
        Electorate electorate,
        String question,
        String method,
        LocalDate registerDate,
        Instant opensAt,
        Instant closesAt,
        String silentRule,
        String silentRuleBasis) {}
