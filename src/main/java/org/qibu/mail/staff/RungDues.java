package org.qibu.mail.staff;

import java.time.Instant;
import java.util.Optional;

/** Finds when a rung of the ladder fell due for a task; implemented by the room that keeps deadlines. */
public interface RungDues {

    /**
     * A rung.
     *
     * @param taskDueAt until when the task had to be done
     * @param dueAt when the rung fell due
     */
    record Rung(Instant taskDueAt, Instant dueAt) {}

    /** The rung of this level a mail is about; {@code key} is the one of its note. Empty where it is about none. */
    Optional<Rung> of(String taskId, int level, String key);
}
