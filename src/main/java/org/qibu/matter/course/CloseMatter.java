package org.qibu.matter.course;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.qibu.engine.ModelBean;
import org.qibu.mail.Attachment;
import org.qibu.mail.MailKind;
import org.qibu.matter.Correspondence;
import org.qibu.matter.Matters;
import org.qibu.matter.PaperKind;
import org.qibu.matter.Papers;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;

/** Ends a matter with the outcome its end event stands for, and answers its proposer. */
@ModelBean
class CloseMatter implements ExecutionListener {

    private static final Map<String, String> OUTCOMES = Map.of(
            "end_closed", "CLOSED",
            "end_notAccepted", "NOT_ACCEPTED",
            "end_referred", "REFERRED",
            "end_withdrawn", "WITHDRAWN",
            "end_withdrawnOnRequest", "WITHDRAWN",
            "end_notAdopted", "NOT_ADOPTED");

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Answers answers;
    private final Routing routing;
    private final Papers papers;

    CloseMatter(
            Matters matters,
            Timeline timeline,
            Correspondence correspondence,
            Answers answers,
            Routing routing,
            Papers papers) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.answers = answers;
        this.routing = routing;
        this.papers = papers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var outcome = OUTCOMES.get(execution.getCurrentActivityId());
        var matterNo = execution.getProcessBusinessKey();
        routing.mirror(execution);
        matters.close(matterNo, outcome);
        var matter = matters.get(matterNo);
        timeline.tell(matter, null, "ended", outcome);
        var files = "REFERRED".equals(outcome)
                ? papers.issue(matter, PaperKind.REFERRAL).stream().toList()
                : List.<Attachment>of();
        correspondence.toProposer(
                matter,
                MailKind.STATUS,
                "ended:" + execution.getProcessInstanceId(),
                answers.toProposer(matter),
                files);
    }
}
