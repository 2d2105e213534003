package org.qibu.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;

/** Assembles the file of the matter and tells the model whether it is complete. */
@ModelBean
class AssembleFile implements JavaDelegate {

    private final ArchiveFile file;
    private final Matters matters;
    private final Timeline timeline;

    AssembleFile(ArchiveFile file, Matters matters, Timeline timeline) {
        this.file = file;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = matters.get(execution.getProcessBusinessKey());
        var complete = file.assemble(matter);
        timeline.note(matter, null, complete ? "fileComplete" : "fileIncomplete");
        execution.setVariable("fileComplete", complete);
    }
}
