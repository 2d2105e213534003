package org.qibu.notices.posting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;

/** Takes the notice down, because its time is over or an objection was upheld. */
@ModelBean
class TakeDownNotice implements JavaDelegate {

    private final Notices notices;
    private final Matters matters;

    TakeDownNotice(Notices notices, Matters matters) {
        this.notices = notices;
        this.matters = matters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.takeDown(matters.get(execution.getProcessBusinessKey()));
    }
}
