package org.qibu.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail to be written to one person.
 *
 * <p>{@code key} says what it is about once and for all: a second letter with the same key to the same address is not sent.
 * {@code matterNo} and {@code communityCode} may be null for a letter about several matters. Values of the model that are
 * null count as missing, and a missing value leaves its paragraph out.
 */
public record Letter(
        String key,
        MailKind kind,
        String matterNo,
        String communityCode,
        Recipient to,
        Map<String, Object> model,
        Optional<Invite> invite,
        List<Attachment> attachments,
        Optional<StaffReader> reader) {

    public Letter {
        if (key == null || key.isBlank() || key.length() > 300) {
            throw new IllegalArgumentException("A letter needs a key of 1 to 300 characters");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(invite, "invite");
        model = withoutNulls(model);
        attachments = List.copyOf(attachments);
    }

    public Letter(
            String key,
            MailKind kind,
            String matterNo,
            String communityCode,
            Recipient to,
            Map<String, Object> model,
            Optional<Invite> invite,
            List<Attachment> attachments) {
        this(key, kind, matterNo, communityCode, to, model, invite, attachments, Optional.empty());
    }

    /** A letter without an invitation. */
    public static Letter of(
            String key, MailKind kind, String matterNo, String communityCode, Recipient to, Map<String, Object> model) {
        return new Letter(key, kind, matterNo, communityCode, to, model, Optional.empty(), List.of());
    }

    /** The same letter with a meeting for the calendar. */
    public Letter with(Invite meeting) {
        return new Letter(key, kind, matterNo, communityCode, to, model, Optional.of(meeting), attachments, reader);
    }

    /** The same letter with files. */
    public Letter with(List<Attachment> files) {
        return new Letter(key, kind, matterNo, communityCode, to, model, invite, files, reader);
    }

    /** The same letter for a member of staff. */
    public Letter readBy(StaffReader staff) {
        return new Letter(key, kind, matterNo, communityCode, to, model, invite, attachments, Optional.of(staff));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> model) {
        var present = new LinkedHashMap<>(model);
        present.values().removeIf(Objects::isNull);
        return Map.copyOf(present);
    }
}
