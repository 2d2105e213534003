package org.qibu.mail.staff;

import java.util.Locale;
import org.qibu.mail.StaffNote;

/**
 * How somebody on the staff wants to be written to. Mails about tasks more than a week late and above go at once whatever
 * is chosen.
 *
 * @param language of the mails
 * @param newTasks how they hear of new tasks
 * @param remindersInDigest whether reminders and the first two rungs of the ladder wait for the daily mail
 * @param digestHour the hour in China, 0 to 23, at which the daily mail goes on working days
 * @param unclaimed whether the daily mail lists what nobody of their groups has taken yet
 */
public record MailChoice(
        Locale language, NewTasks newTasks, boolean remindersInDigest, int digestHour, boolean unclaimed) {

    /** How somebody hears of a new task. */
    public enum NewTasks {
        /** At once when it is their own, otherwise in the daily mail. */
        FITTING,
        AT_ONCE,
        DIGEST,
        OFF
    }

    enum Way {
        AT_ONCE,
        DIGEST,
        NOT_AT_ALL
    }

    /** What holds until somebody chooses: one daily mail at nine, one's own tasks and reminders at once. */
    public static final MailChoice USUAL = new MailChoice(Locale.CHINESE, NewTasks.FITTING, false, 9, true);

    public MailChoice {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("no hour of the day: " + digestHour);
        }
    }

    Way wayOf(StaffNote note) {
        return switch (note.kind()) {
            case TASK -> wayOfTask(note.isAssigned());
            case REMIND_DUE, OVERDUE_L1, OVERDUE_L2 -> remindersInDigest ? Way.DIGEST : Way.AT_ONCE;
            default -> Way.AT_ONCE;
        };
    }

    private Way wayOfTask(boolean assigned) {
        return switch (newTasks) {
            case OFF -> Way.NOT_AT_ALL;
            case AT_ONCE -> Way.AT_ONCE;
            case DIGEST -> Way.DIGEST;
            case FITTING -> assigned ? Way.AT_ONCE : Way.DIGEST;
        };
    }
}
