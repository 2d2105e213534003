package org.qibu.implementation;

import org.qibu.matter.contract.UserTaskElements;

/** Elements and results of the fifth step that code names. */
public final class ImplementationElements {

    public static final String TASK_ACCEPT_WORK = UserTaskElements.ACCEPT_WORK;

    static final String RESULT = "implementationResult";
    static final String RESULT_IMPOSSIBLE = "IMPOSSIBLE";
    static final String RESULT_COST_OVERRUN = "COST_OVERRUN";

    private ImplementationElements() {}
}
