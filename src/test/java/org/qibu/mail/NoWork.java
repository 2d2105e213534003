package org.qibu.mail;

import java.util.ArrayList;
import java.util.Collection;
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
    public Set<String> open(Collection<String> taskIds) {
        var open = new HashSet<>(taskIds);
        open.removeAll(done);
        return open;
    }

    @Override
    public Set<String> openTo(Collection<String> taskIds, String accountId) {
        var open = open(taskIds);
        open.removeAll(taken);
        return open;
    }
}
