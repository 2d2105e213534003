package org.qibu.engine.door;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.qibu.engine.LeadUnits;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Offers a task of a unit group to the members of the matter's own organisation only. A candidate group that was written
 * in the same transaction cannot be deleted again, so these groups are taken out of the parsed task and added here.
 */
class UnitCandidates implements TaskListener {

    static final Set<String> GROUPS =
            Set.of(LeadUnits.LEAD_UNIT, "property-firm", "resident-units", "owners-committee", "department");

    private final Set<String> groups;
    private final ObjectProvider<LeadUnits> units;

    UnitCandidates(Set<String> groups, ObjectProvider<LeadUnits> units) {
        this.groups = groups;
        this.units = units;
    }

    @Override
    public void notify(DelegateTask task) {
        var matterNo = task.getExecution().getProcessBusinessKey();
        groups.forEach(group -> offer(task, matterNo, group));
    }

    private void offer(DelegateTask task, String matterNo, String group) {
        var accounts = units.getObject().accountsOf(matterNo, group);
        accounts.forEach(task::addCandidateUser);
        if (accounts.isEmpty()) {
            task.addCandidateGroup(units.getObject().groupOf(matterNo, group));
        }
    }
}
