package org.qibu.notices.posting;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;

/** Posts the notice the calling step named, and tells the model when it ends. */
@ModelBean
class PostNotice implements JavaDelegate {

    private final Notices notices;
    private final Matters matters;

    PostNotice(Notices notices, Matters matters) {
        this.notices = notices;
        this.matters = matters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var notice = notices.post(matter, String.valueOf(execution.getVariable("noticeKind")));
        execution.setVariable("noticeEndsAt", Date.from(notice.postedUntil()));
    }
}
