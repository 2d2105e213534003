package org.qibu.matter.contract;

/** Keys of the fields of the form {@code verify-issue}, 核实归并. */
public final class VerifyIssueFields {

    public static final String AFFECTED_HOUSEHOLDS = "affectedHouseholds";
    public static final String AFFECTED_SCOPE = "affectedScope";
    public static final String CONTESTED = "contested";
    public static final String COST_ESTIMATE = "costEstimate";
    public static final String COURT_OR_CASE_PENDING = "courtOrCasePending";
    public static final String DUPLICATE_OF = "duplicateOf";
    public static final String FINDINGS = "findings";
    public static final String GOVERNMENT_DUTY = "governmentDuty";
    public static final String ILLEGAL_DEMAND = "illegalDemand";
    public static final String MATTER_TYPE = "matterType";
    public static final String PUBLIC_INTEREST = "publicInterest";
    public static final String PUBLIC_TITLE = "publicTitle";
    public static final String PUBLIC_TITLE_SEEN = "publicTitleSeen";
    public static final String SAFETY_RISK = "safetyRisk";
    public static final String SITE_VISIT_ON = "siteVisitOn";
    public static final String TECHNICAL = "technical";
    public static final String VERIFIED = "verified";
    public static final String VULNERABLE_PEOPLE = "vulnerablePeople";

    private VerifyIssueFields() {}
}
