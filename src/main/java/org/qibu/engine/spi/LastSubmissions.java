package org.qibu.engine.spi;

import java.util.Map;
import org.qibu.engine.FormCase;

/**
 * Where it is kept what stood before the last form of a matter was submitted, so that its doer can take it back. One room
 * implements it; the engine only calls.
 */
public interface LastSubmissions {

    /** Keeps where the engine stands, and everything of our own a form may change, before the form is taken. */
    void before(FormCase form, String footing);

    /** Keeps where the engine stands after the form was taken. */
    void after(FormCase form, String footing);

    /** What was entered and taken back, for the task that asks for it anew; empty for any other task. */
    Map<String, Object> takenBack(FormCase form);
}
