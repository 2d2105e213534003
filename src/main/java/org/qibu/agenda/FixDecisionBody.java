package org.qibu.agenda;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.engine.process.DecisionTables;
import org.qibu.matter.contract.PublishedElements;
import org.qibu.matter.contract.VerifyIssueFields;

/** Finds out who has to decide a matter of this type, and by which rule. */
@ModelBean
class FixDecisionBody implements JavaDelegate {

    private final DecisionTables tables;

    FixDecisionBody(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var type = String.valueOf(execution.getVariable(VerifyIssueFields.MATTER_TYPE));
        var body =
                tables.single(PublishedElements.TABLE_DECISION_BODY_RULE, Map.of(VerifyIssueFields.MATTER_TYPE, type));
        for (var name : List.of("decisionBody", "ruleId", "statutory")) {
            execution.setVariable(name, body.get(name));
        }
    }
}
