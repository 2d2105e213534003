package org.qibu.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a member of staff is to be told about a task.
 *
 * <p>Of the values only those named here reach a mail, so that nothing of a proposer slips in: {@code taskName},
 * {@code step}, {@code due} (an {@link java.time.Instant}), {@code workingDaysLate} (whole working days after the due day,
 * 0 on that day itself), {@code holder} (who holds the task: a name, an office or a group), {@code title} (of the matter,
 * without names), {@code expected} (one sentence: what the recipient is asked to do), {@code communityName}, and
 * {@code assigned} (true where a new task is this person's own already). What is missing is left out of the mail. Step,
 * holder and expected may stand a second time under their name and {@link #ENGLISH}, for whoever reads English.
 *
 * @param accountId who is told; whoever is away is replaced by their deputy
 * @param standsInFor the account of whoever is away; null before that is known, and where nobody is
 * @param kind TASK, REMIND_DUE or one of the OVERDUE rungs
 * @param key says once and for all what is told: a second note with this key to the same person is dropped
 * @param matterNo null for a note about no single matter
 * @param communityCode null likewise
 * @param taskId what the link opens; null where there is no task
 */
public record StaffNote(
        String accountId,
        MailKind kind,
        String key,
        String matterNo,
        String communityCode,
        String taskId,
        Map<String, Object> values,
        String standsInFor) {

    /** Behind the name of a value: what it says to recipients who read English. */
    public static final String ENGLISH = ".en";

    public StaffNote {
        Objects.requireNonNull(accountId, "accountId");
        if (!kind.isForStaff()) {
            throw new IllegalArgumentException(kind + " is no mail to staff");
        }
        if (key == null || key.isBlank() || key.length() > 250) {
            throw new IllegalArgumentException("A note needs a key of 1 to 200 characters");
        }
        var present = new LinkedHashMap<>(values);
        present.values().removeIf(Objects::isNull);
        values = Map.copyOf(present);
    }

    /** A note as rooms hand it in, meant for this account itself. */
    public StaffNote(
            String accountId,
            MailKind kind,
            String key,
            String matterNo,
            String communityCode,
            String taskId,
            Map<String, Object> values) {
        this(accountId, kind, key, matterNo, communityCode, taskId, values, null);
    }

    /** The same for the deputy of whoever is away, who is named in it. */
    public StaffNote readBy(String deputyId, String absentName) {
        var said = new LinkedHashMap<>(values);
        said.put("standInFor", absentName);
        return new StaffNote(deputyId, kind, key, matterNo, communityCode, taskId, said, accountId);
    }

    /** What somebody is told about a task on this level of the ladder: 0 for the reminder, then 1 to 4. */
    public static StaffNote ofLevel(
            String accountId,
            int level,
            String key,
            String matterNo,
            String communityCode,
            String taskId,
            Map<String, Object> values) {
        return new StaffNote(accountId, MailKind.ofLevel(level), key, matterNo, communityCode, taskId, values);
    }

    /** Whether the task it is about is already the recipient's own. */
    public boolean isAssigned() {
        return Boolean.TRUE.equals(values.get("assigned"));
    }
}
