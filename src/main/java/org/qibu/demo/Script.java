package org.qibu.demo;

import java.util.List;
import java.util.Map;

/** What people do with one matter, one after the other; the first of it records the issue. */
public record Script(String title, List<Act> acts) {

    /**
     * Somebody fills in a form, or a timer fires.
     *
     * @param by the account; missing for a timer
     * @param task the id of the task, {@code start} for the start form; missing for a timer
     * @param timer the id of the timer; missing for a form
     * @param values the fields and rows of the form
     */
    public record Act(String by, String task, String timer, Map<String, Object> values) {

        /** What to call this act where it went wrong. */
        String name() {
            return timer != null ? timer : task + " (" + by + ")";
        }
    }
}
