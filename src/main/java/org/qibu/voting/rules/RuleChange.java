package org.qibu.voting.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Other numbers for a rule.
 *
 * @param quorum null where the rule is a limit by itself
 * @param ofTotal whether agreement is measured against everybody entitled; of no meaning for a limit by itself
 */
record RuleChange(LocalDate validFrom, @Nullable Share quorum, Share limit, boolean ofTotal, String source) {}
