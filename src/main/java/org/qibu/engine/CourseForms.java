package org.qibu.engine;

/** Ids of the forms of the whole course that the engine itself must know. */
public final class CourseForms {

    /** 登记议题: the form with which every matter begins. */
    public static final String RECORD_ISSUE = "record-issue";

    private CourseForms() {}
}
