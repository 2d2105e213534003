package org.qibu.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;

/** Announces the decision and says which notice publishes a counted one. */
@ModelBean
class AnnounceDecision implements JavaDelegate {

    private final Matters matters;
    private final Announcement announcement;

    AnnounceDecision(Matters matters, Announcement announcement) {
        this.matters = matters;
        this.announcement = announcement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var counted = Boolean.TRUE.equals(execution.getVariable("statutory"));
        var body = String.valueOf(execution.getVariable("decisionBody"));
        announcement.make(matter, counted, body, execution.getProcessInstanceId());
        execution.setVariable("noticeKind", Announcement.notice(body, matter.matterType()));
    }
}
