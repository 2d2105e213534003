package org.qibu.collection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.MatterLock;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.correspondence.Followers;

/** Merges a matter raised twice into the one under way; its proposer, and whoever followed it, follow that one. */
@ModelBean
class JoinMatter implements JavaDelegate {

    private final Matters matters;
    private final MatterLock lock;
    private final Timeline timeline;
    private final Followers followers;

    JoinMatter(Matters matters, MatterLock lock, Timeline timeline, Followers followers) {
        this.matters = matters;
        this.lock = lock;
        this.timeline = timeline;
        this.followers = followers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var into = matters.get(String.valueOf(execution.getVariable(VerifyIssueFields.DUPLICATE_OF)));
        lock.holdBeside(matter.matterNo(), into.matterNo());
        followers.join(matter, into.matterNo());
        var before = matters.merge(matter.matterNo(), into.matterNo());
        timeline.tell(matter, null, "mergedInto", into.matterNo());
        before.forEach(no -> timeline.tell(matters.get(no), null, "mergedInto", into.matterNo()));
        timeline.tell(into, null, "joinedBy", matter.matterNo());
    }
}
