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
    REMIND_DUE(0),
    OVERDUE_L1(1),
    OVERDUE_L2(2),
    OVERDUE_L3(3),
    OVERDUE_L4(4),
    DIGEST,
    ABSENCE,
    /** Several rungs of the ladder told to one person in one mail. */
    LATE_LIST,
    /** A process cannot go on because of its model; to those who mend models. */
    PROCESS_FAULT,
    /** One this version has no name for: a damaged row, or written by a newer node. It is shown and never sent. */
    UNKNOWN;

    private static final int NO_LEVEL = -1;
    private static final List<MailKind> KNOWN =
            Arrays.stream(values()).filter(kind -> kind != UNKNOWN).toList();

    private final int level;

    MailKind() {
        this(NO_LEVEL);
    }

    MailKind(int level) {
        this.level = level;
    }

    /** The mails about this level of the ladder: 0 for the reminder, then 1 to 4. */
    public static MailKind ofLevel(int level) {
        return KNOWN.stream()
                .filter(kind -> kind.isOfLadder() && kind.level == level)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level of the ladder: " + level));
    }

    /** The level of the ladder it is about; below 0 where it is about none. */
    public int level() {
        return level;
    }

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
        return level != NO_LEVEL;
    }

    /** Whether it is about a task that is late. */
    public boolean isOverdue() {
        return level > 0;
    }

    /** The name its templates start with; the rungs of the ladder share one. */
    public String template() {
        return isOverdue() ? "overdue" : name().toLowerCase(Locale.ROOT);
    }
}
