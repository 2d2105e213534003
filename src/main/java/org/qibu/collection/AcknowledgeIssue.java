package org.qibu.collection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.mail.MailKind;
import org.qibu.matter.Matters;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.matter.correspondence.MailContent;

/** Sends whoever raised a matter their receipt, with the code that lets them follow it. */
@ModelBean
class AcknowledgeIssue implements JavaDelegate {

    private final Matters matters;
    private final Correspondence correspondence;

    AcknowledgeIssue(Matters matters, Correspondence correspondence) {
        this.matters = matters;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        correspondence.toProposer(
                matter, MailKind.RECEIPT, "receipt", MailContent.empty().receipt(matter));
    }
}
