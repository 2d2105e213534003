package org.qibu.limits;

import org.qibu.calendar.PeriodicSweep;
import org.springframework.stereotype.Component;

/** Throws away counts nobody asks about any more. */
@Component
class LimitSweep extends PeriodicSweep {

    private final Limits limits;

    LimitSweep(Limits limits) {
        super("limits");
        this.limits = limits;
    }

    @Override
    public void runDue() {
        limits.forget();
    }
}
