package org.qibu.matter.contract;

/** Keys of the fields of the form {@code plan}, 实施方案. */
public final class PlanFields {

    public static final String ACCEPT_CRITERIA = "acceptCriteria";
    public static final String ACTIONS = "actions";
    public static final String FUNDING = "funding";
    public static final String LEAD_UNIT = "leadUnit";
    public static final String PLAN_DUE = "planDue";

    private PlanFields() {}
}
