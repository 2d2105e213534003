package org.qibu.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Work as a test wants it: every task open to everybody but those it names. */
final class NoWork implements WaitingWork {

    final List<StaffNote> unclaimed = new ArrayList<>();
    final Set<String> done = new HashSet<>();
    final Set<String> taken = new HashSet<>();

    @Override
    public List<StaffNote> unclaimed(String accountId) {
        return unclaimed;
    }

    @Override
    public boolean isOpen(String taskId) {
        return !done.contains(taskId);
    }

    @Override
    public boolean isOpenTo(String taskId, String accountId) {
        return isOpen(taskId) && !taken.contains(taskId);
    }
}
