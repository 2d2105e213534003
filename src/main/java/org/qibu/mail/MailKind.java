package org.qibu.mail;

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
    PROCESS_FAULT;

    /** Whether it goes to members of staff about their work, never to residents. */
    public boolean isForStaff() {
        return compareTo(TASK) >= 0;
    }

    /** Whether it is about a rung of the ladder. */
    boolean isOfLadder() {
        return this == REMIND_DUE || name().startsWith("OVERDUE_");
    }

    /** The name its templates start with; the rungs of the ladder share one. */
    String template() {
        return name().startsWith("OVERDUE_") ? "overdue" : name().toLowerCase(Locale.ROOT);
    }
}
