package org.qibu.voting.polls;

import org.qibu.voting.Measure;

/**
 * Who may vote on a matter.
 *
 * @param id such as {@code owners:TX-HB:hebin:5:2}
 * @param kind owners, households, residents or representatives
 */
public record Electorate(String id, String kind, String label, Measure total) {

    /** The rule that holds for this electorate, where a body may meet by adults, by households or by representatives. */
    public String ruleFor(String ruleId) {
        return switch (kind) {
            case "households" -> ruleId.replace("-ADULT", "-HOUSEHOLD");
            case "representatives" -> "RM-ADULT".equals(ruleId) ? "RM-GROUP" : ruleId;
            default -> ruleId;
        };
    }
}
