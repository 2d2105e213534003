package org.qibu.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qibu.mail.staff.WaitingWork;

/** Work as a test wants it: every task open to everybody but those it names. */
public final class NoWork implements WaitingWork {

    public final List<StaffNote> unclaimed = new ArrayList<>();
    public final Set<String> done = new HashSet<>();
    public final Set<String> taken = new HashSet<>();

    @Override
    public Set<String> offered(Collection<String> accountIds) {
        return unclaimed.isEmpty() ? Set.of() : Set.copyOf(accountIds);
    }

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
