package org.qibu.matter.contract;

/** Keys of the fields of the form {@code answer-directly}, 直接答复. */
public final class AnswerDirectlyFields {

    public static final String ANSWER = "answer";

    private AnswerDirectlyFields() {}
}
