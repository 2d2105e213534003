package org.qibu.availability;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Part of readiness: no new work comes to a node that can neither keep nor find anything. */
@Component
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealthIndicator(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(watch.state() == DatabaseState.UP ? "UP" : "DOWN");
    }
}
