package org.qibu.decision;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qibu.calendar.Calendars;
import org.qibu.engine.ModelBean;
import org.qibu.matter.Matters;
import org.qibu.matter.Routing;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.qibu.voting.polls.Polls;

/** Gives a vote with too few taking part its one extension, or its one more meeting. */
@ModelBean
class ExtendPoll implements JavaDelegate {

    private static final int EXTENSION_DAYS = 15;

    private final Polls polls;
    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Routing routing;
    private final Calendars calendars;
    private final Clock clock;

    ExtendPoll(
            Polls polls,
            Matters matters,
            Timeline timeline,
            Correspondence correspondence,
            Routing routing,
            Calendars calendars,
            Clock clock) {
        this.polls = polls;
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.routing = routing;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var poll = polls.current(execution.getProcessBusinessKey()).orElseThrow();
        var matter = matters.get(poll.matterNo());
        polls.extend(poll, calendars.afterDays(clock.instant(), EXTENSION_DAYS));
        routing.raise(execution, "pollExtended");
        timeline.tell(matter, null, "pollExtended", EXTENSION_DAYS);
        correspondence.tellAllConcerned(matter, "extended:" + poll.pollId(), "pollExtended", EXTENSION_DAYS);
    }
}
