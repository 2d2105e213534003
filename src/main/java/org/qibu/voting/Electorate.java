package org.qibu.voting;

/**
 * Who may vote on a matter.
 *
 * @param id such as {@code owners:TX-HB:hebin:5:2}
 * @param kind owners, households or representatives
 */
public record Electorate(String id, String kind, String label, Measure total) {

    /** The rule that holds for this electorate, where a body may meet by adults or by households. */
    public String ruleFor(String ruleId) {
        return "households".equals(kind) ? ruleId.replace("-ADULT", "-HOUSEHOLD") : ruleId;
    }
}
