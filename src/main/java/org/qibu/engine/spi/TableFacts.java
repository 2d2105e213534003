package org.qibu.engine.spi;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Asked before a process asks a decision table, whoever drew the process and when: gives the table what the program works
 * out for it. So a table finds its facts also in a model of before the table read them.
 */
public interface TableFacts {

    /** @param table key of the decision */
    boolean isFor(String table);

    /** Sets the facts for this step of the process only. */
    void provide(String table, DelegateExecution execution);
}
