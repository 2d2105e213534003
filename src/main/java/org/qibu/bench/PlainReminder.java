package org.qibu.bench;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * What a plain timer leads to: one row of a ready mail, written over the engine's own connection and committed with it. No
 * recipient is looked up and no template is filled, so that nothing but the engine is measured.
 */
final class PlainReminder implements JavaDelegate {

    private static final String INSERT =
            "insert into plain_mail (execution_id, address, subject, text) values (?, ?, ?, ?)";

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        var connection =
                Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, execution.getProcessInstanceId());
            insert.setString(2, "late@qibu.example");
            insert.setString(3, "超期提醒：等人办理（" + execution.getProcessBusinessKey() + "）");
            insert.setString(4, "您有一项工作已到办理期限，请尽快办理。");
            insert.executeUpdate();
        }
    }
}
