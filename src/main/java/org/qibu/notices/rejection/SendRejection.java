package org.qibu.notices.rejection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;

/** Sends the explanation that was written. */
@ModelBean
class SendRejection implements JavaDelegate {

    private final Rejections rejections;
    private final Matters matters;

    SendRejection(Rejections rejections, Matters matters) {
        this.rejections = rejections;
        this.matters = matters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rejections.send(matters.get(execution.getProcessBusinessKey()));
    }
}
