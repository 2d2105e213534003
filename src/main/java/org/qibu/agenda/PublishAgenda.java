package org.qibu.agenda;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;

/** Invites those named and says which notice announces the topic. */
@ModelBean
class PublishAgenda implements JavaDelegate {

    /** The notice before a consultation meeting. */
    static final String NOTICE = "AGENDA_COUNCIL";

    private final Matters matters;
    private final Invitations invitations;

    PublishAgenda(Matters matters, Invitations invitations) {
        this.matters = matters;
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.send(matters.get(execution.getProcessBusinessKey()));
        execution.setVariable("noticeKind", NOTICE);
    }
}
