package org.qibu.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a mail is about; stands in its header {@code X-Qibu-Mail}. */
public enum MailKind {
    RECEIPT,
    STATUS,
    INVITATION,
    MINUTES,
    RESULT,
    REJECTION,
    TASK,
    REMIND_DUE,
    OVERDUE_L1,
    OVERDUE_L2,
    OVERDUE_L3,
    OVERDUE_L4,
    DIGEST,
    ABSENCE,
    /** Several rungs of the ladder told to one person in one mail. */
    LATE_LIST,
    /** A process cannot go on because of its model; to those who mend models. */
    PROCESS_FAULT,
    /** One this version has no name for: a damaged row, or written by a newer node. It is shown and never sent. */
    UNKNOWN;

    private static final List<MailKind> KNOWN =
            Arrays.stream(values()).filter(kind -> kind != UNKNOWN).toList();

    /** The kind as it is stored; {@link #UNKNOWN} for any other word. */
    public static MailKind of(String stored) {
        return KNOWN.stream()
                .filter(kind -> kind.name().equals(stored))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** All kinds this version can write and send. */
    public static List<MailKind> known() {
        return KNOWN;
    }

    /** The names of {@link #known()}, as they are stored. */
    public static String[] knownNames() {
        return KNOWN.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Whether it goes to members of staff about their work, never to residents. */
    public boolean isForStaff() {
        return compareTo(TASK) >= 0;
    }

    /** Whether it is about a rung of the ladder. */
    public boolean isOfLadder() {
        return this == REMIND_DUE || name().startsWith("OVERDUE_");
    }

    /** The name its templates start with; the rungs of the ladder share one. */
    public String template() {
        return name().startsWith("OVERDUE_") ? "overdue" : name().toLowerCase(Locale.ROOT);
    }
}
