package org.qibu.engine.lists;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.qibu.engine.ModelBean;

/**
 * Up to which moment a due date counts as near; the stored query of a list asks it by name. The name of the list says the
 * number; whoever wants another keeps a list of their own.
 */
@ModelBean
public class DueSoon {

    private static final Duration NEAR = Duration.ofDays(2);

    private final Clock clock;

    DueSoon(Clock clock) {
        this.clock = clock;
    }

    /** Two days from now. */
    public Date limit() {
        return Date.from(clock.instant().plus(NEAR));
    }
}
