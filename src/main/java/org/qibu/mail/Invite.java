package org.qibu.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A meeting to be put into the recipient's calendar; the same {@code uid} replaces an earlier invitation. */
public record Invite(
        String uid, String summary, String location, Instant startsAt, Duration length, String organizerName) {

    public Invite {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(length, "length");
        summary = PlainText.line(Objects.requireNonNullElse(summary, ""), 120);
        location = PlainText.line(Objects.requireNonNullElse(location, ""), 120);
        organizerName = PlainText.line(Objects.requireNonNullElse(organizerName, ""), 60);
    }
}
