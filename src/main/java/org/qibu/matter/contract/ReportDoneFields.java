package org.qibu.matter.contract;

/** Keys of the fields of the form {@code report-done}, 办理情况. */
public final class ReportDoneFields {

    public static final String DONE_TEXT = "doneText";

    private ReportDoneFields() {}
}
