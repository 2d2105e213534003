package org.qibu.collection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;
import org.qibu.matter.contract.VerifyIssueFields;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.form.Records;
import org.qibu.matter.proposer.ProposerPeriods;

/** Asks the proposer by mail for what is missing; counts how often. */
@ModelBean
class AskProposer implements JavaDelegate {

    /** The routing value that counts how often the proposer was asked. */
    static final String ASKED = "asked";

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Records records;
    private final ProposerPeriods periods;

    AskProposer(
            Matters matters,
            Timeline timeline,
            Correspondence correspondence,
            Records records,
            ProposerPeriods periods) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.records = records;
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        execution.setVariable(ASKED, Routing.number(execution, ASKED) + 1);
        timeline.tell(matter, null, "moreInfoAsked");
        var missing = records.latest(matter.matterNo(), CollectionForms.VERIFY_ISSUE)
                .map(record -> record.values().text(VerifyIssueFields.FINDINGS))
                .orElse("");
        correspondence.tellStatus(
                matter,
                "moreInfo:" + execution.getActivityInstanceId(),
                "moreInfoAsked",
                missing,
                periods.moreInfo(matter.matterNo()));
    }
}
