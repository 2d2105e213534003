package org.qibu.mail;

import java.util.List;

/** Asked what waits for somebody when their daily mail is written; whoever knows the tasks answers. */
public interface WaitingWork {

    /** What somebody could take and nobody has, as notes of the kind TASK, the most pressing first. */
    List<StaffNote> unclaimed(String accountId);

    /** Whether the task still waits for anybody at all. */
    boolean isOpen(String taskId);

    /** Whether the task still waits and this person may take it or holds it. */
    boolean isOpenTo(String taskId, String accountId);
}
