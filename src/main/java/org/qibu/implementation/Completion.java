package org.qibu.implementation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.qibu.matter.Matters;
import org.qibu.matter.Timeline;
import org.qibu.matter.correspondence.Correspondence;
import org.springframework.stereotype.Component;

/** Notes the day the work was completed, from which survey and return visit count, and tells the proposer. */
@Component
class Completion {

    private final Matters matters;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final Clock clock;

    Completion(Matters matters, Timeline timeline, Correspondence correspondence, Clock clock) {
        this.matters = matters;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    void record(String matterNo, @Nullable String actor) {
        var now = clock.instant();
        matters.complete(matterNo, now);
        var matter = matters.get(matterNo);
        timeline.tell(matter, actor, "completed");
        correspondence.tellStatus(matter, "completed:" + now.toEpochMilli(), "completed");
    }
}
