package org.qibu.engine.spi;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Provides a decision table with what the program works out for it, just before a process asks the table, whoever drew the
 * process and when. So a table finds its facts also in a model of before the table read them.
 */
public interface TableFacts {

    /** @param table key of the decision */
    boolean isFor(String table);

    /** Sets the facts for this step of the process only. */
    void provide(String table, DelegateExecution execution);
}
