package org.qibu.calendar;

import java.time.Instant;
import java.util.Optional;

/** Something that acts when its moment has come; training mode asks it whenever the clock was moved. */
public interface TimeDriven {

    /** Does everything that is due now. */
    void runDue();

    /**
     * The next moment something falls due, so that a moved clock stops there; without an answer it stops at nine every
     * morning, which is when reminders are due.
     */
    default Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
