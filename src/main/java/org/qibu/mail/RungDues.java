package org.qibu.mail;

import java.time.Instant;
import java.util.Optional;

/** Asked for the mail page when a rung fell due; whoever keeps the deadlines answers. */
public interface RungDues {

    /** When the task had to be done, and when the rung was mounted; empty where this rung never was. */
    record Rung(Instant taskDueAt, Instant mountedAt) {}

    Optional<Rung> of(String taskId, MailKind kind);
}
