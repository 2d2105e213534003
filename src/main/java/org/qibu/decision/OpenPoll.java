package org.qibu.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.voting.polls.Polls;

/** Freezes the roll at the moment a vote opens, so that nobody can be added or lost while it runs. */
@ModelBean
class OpenPoll implements JavaDelegate {

    private final Polls polls;
    private final Matters matters;
    private final Timeline timeline;

    OpenPoll(Polls polls, Matters matters, Timeline timeline) {
        this.polls = polls;
        this.matters = matters;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var poll = polls.current(execution.getProcessBusinessKey()).orElseThrow();
        var open = polls.open(poll);
        timeline.tell(
                matters.get(open.matterNo()),
                null,
                "pollOpened",
                open.totalHeads(),
                open.rollSha256().substring(0, 16));
    }
}
