package org.qibu.mail.staff;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qibu.mail.StaffNote;

/** Finds what waits for somebody when their daily mail is written; implemented by the room that has the tasks. */
public interface WaitingWork {

    /** Those of these accounts that could take anything nobody has; one question however many they are. */
    Set<String> offered(Collection<String> accountIds);

    /** What somebody could take and nobody has, as notes of the kind TASK, the most pressing first. */
    List<StaffNote> unclaimed(String accountId);

    /** Those of these tasks that still wait for anybody at all; as many questions for a hundred as for one. */
    Set<String> open(Collection<String> taskIds);

    /** Those of these tasks that still wait and that this person may take or holds. */
    Set<String> openTo(Collection<String> taskIds, String accountId);
}
