package org.qibu.decision;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.voting.polls.Polls;

/** Gives a vote with too few taking part its one extension, or its one more meeting. */
@ModelBean
class ExtendPoll implements JavaDelegate {

    private final PeriodTable periods;
    private final Polls polls;
    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Routing routing;
    private final Clock clock;

    ExtendPoll(
            PeriodTable periods,
            Polls polls,
            Matters matters,
            Timeline timeline,
            Correspondence correspondence,
            Routing routing,
            Clock clock) {
        this.periods = periods;
        this.polls = polls;
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.routing = routing;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var poll = polls.current(execution.getProcessBusinessKey()).orElseThrow();
        var matter = matters.get(poll.matterNo());
        var days = periods.amount(Period.VOTING_EXTENDED);
        polls.extend(poll, periods.end(Period.VOTING_EXTENDED, clock.instant()));
        routing.raise(execution, "pollExtended");
        timeline.tell(matter, null, "pollExtended", days);
        correspondence.tellAllConcerned(matter, "extended:" + poll.pollId(), "pollExtended", days);
    }
}
