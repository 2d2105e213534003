package org.qibu.notices.posting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.qibu.calendar.PeriodicSweep;
import org.qibu.matter.Matters;
import org.springframework.stereotype.Component;

/** Notes which terms are over, and takes down the notices that no model waits for; those of others are taken down by their model. */
@Component
public class NoticeSweep extends PeriodicSweep {

    private final Notices notices;
    private final Matters matters;
    private final Clock clock;

    public NoticeSweep(Notices notices, Matters matters, Clock clock) {
        super("notices");
        this.notices = notices;
        this.matters = matters;
        this.clock = clock;
    }

    @Override
    public void runDue() {
        var now = clock.instant();
        notices.endThoseOver(now);
        notices.leftHanging().stream()
                .filter(notice -> !notice.isPosted(now))
                .forEach(notice -> notices.takeDown(matters.get(notice.matterNo()), notice));
    }

    @Override
    public Optional<Instant> nextDue() {
        return notices.nextEnd();
    }
}
