package org.qibu.matter.correspondence;

import java.time.Duration;
import java.time.Instant;
import org.qibu.mail.Invite;
import org.qibu.privacy.MaskedText;

/** A meeting for the calendars of participants, who may show it to anybody; the same {@code uid} replaces an earlier one. */
public record MeetingInvite(
        String uid,
        MaskedText summary,
        MaskedText location,
        Instant startsAt,
        Duration length,
        MaskedText organizerName) {

    Invite forMail() {
        return new Invite(uid, summary.toString(), location.toString(), startsAt, length, organizerName.toString());
    }
}
