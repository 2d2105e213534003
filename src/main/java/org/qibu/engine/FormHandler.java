package org.qibu.engine;

import java.util.Map;

/**
 * What a step does with one form of its own. A form without a handler is kept in the ledger and routes by its fields
 * marked {@code routing} alone, so a task drawn tomorrow works without code.
 */
public interface FormHandler {

    /** The id of the form, which is the name of its file. */
    String formId();

    /** Values that stand in the form when it is opened, beyond what the ledger remembers under the same keys. */
    default Map<String, Object> prefill(FormCase form) {
        return Map.of();
    }

    /**
     * Writes the checked values into our own tables, in the transaction that completes the task.
     *
     * @return the routing values the engine keeps, beyond the fields marked {@code routing}
     * @throws FormRefused with a Chinese sentence at the field that is wrong; nothing is kept then
     */
    Map<String, Object> submit(FormCase form, FormValues values);
}
