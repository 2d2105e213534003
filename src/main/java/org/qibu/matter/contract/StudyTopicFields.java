package org.qibu.matter.contract;

/** Keys of the fields of the form {@code study-topic}, 调查论证. */
public final class StudyTopicFields {

    public static final String COST_ESTIMATE = "costEstimate";
    public static final String OPTIONS_CONSIDERED = "optionsConsidered";
    public static final String PROBLEM_STATEMENT = "problemStatement";
    public static final String RESOURCE_OFFERS = "resourceOffers";

    private StudyTopicFields() {}
}
