package org.qibu.bench.matters;

import java.io.IOException;

/** How clients of one side take a matter from its first form to its end. */
interface MeasuredMatters {

    /** Raises one with its first form; returns its number. */
    String raise(int index) throws IOException;

    /** How many forms come after the first. */
    int steps();

    /** Whether a matter waits before this form for a moment that the clock has to reach. */
    boolean waitsBefore(int step);

    /** Finds the task of this form, from nought on, and submits it; says whether it was there. */
    boolean submit(String matterNo, int step) throws IOException;

    /** Moves the clock on by a day. */
    void passDay() throws IOException;

    /** Whether the task of this form is there. */
    boolean isOpen(String matterNo, int step) throws IOException;
}
