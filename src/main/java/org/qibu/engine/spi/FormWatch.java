package org.qibu.engine.spi;

import org.qibu.engine.FormCase;

/**
 * Is told when a person opens a form and when it was taken, so that the load on staff can be counted. One room may
 * implement it; the engine only calls, and never for what residents or the engine itself send.
 */
public interface FormWatch {

    /**
     * A person opened a form.
     *
     * @param place the id of its task, or of the form where a matter begins with it
     */
    void opened(String place, String userId);

    /** A form was taken, in the transaction that keeps it. */
    void taken(String place, FormCase form, Load load);

    /**
     * What filling in a form took: fields that hold a value, every filled cell of a list being one, a box only when it is
     * ticked.
     *
     * @param filled how many hold a value
     * @param kept how many of them hold what stood there when the form was opened
     */
    record Load(int filled, int kept) {}
}
