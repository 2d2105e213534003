package org.qibu.engine.listener;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.qibu.engine.spi.LeadUnits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Offers a task of a unit group to the members of the matter's own organisation only. A candidate group that was written
 * in the same transaction cannot be deleted again, so these groups are taken out of the parsed task and added here.
 */
class UnitCandidates implements TaskListener {

    static final Set<String> GROUPS =
            Set.of(LeadUnits.LEAD_UNIT, "property-firm", "resident-units", "owners-committee", "department");

    private final Set<String> groups;
    private final SingletonSupplier<LeadUnits> units;

    UnitCandidates(Set<String> groups, ObjectProvider<LeadUnits> units) {
        this.groups = groups;
        this.units = SingletonSupplier.of(units::getObject);
    }

    /** Whom a task is offered to: single accounts, and groups where an organisation has no account. */
    record Offer(Set<String> users, Set<String> groups) {}

    @Override
    public void notify(DelegateTask task) {
        var offer = offer(task.getExecution().getProcessBusinessKey());
        offer.users().forEach(task::addCandidateUser);
        offer.groups().forEach(task::addCandidateGroup);
    }

    /** Whom a task of the matter is offered to as its organisations stand now. */
    Offer offer(String matterNo) {
        var offer = new Offer(new TreeSet<>(), new TreeSet<>());
        for (var group : groups) {
            var accounts = units.obtain().accountsOf(matterNo, group);
            offer.users().addAll(accounts);
            if (accounts.isEmpty()) {
                offer.groups().add(units.obtain().groupOf(matterNo, group));
            }
        }
        return offer;
    }
}
