package org.qibu.matter.file;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Reports DOWN while stored files are damaged, with their number; not part of readiness, so requests still come here.
 */
@Component
class StoredFilesHealthIndicator extends AbstractHealthIndicator {

    private final Seals seals;

    StoredFilesHealthIndicator(Seals seals) {
        super("the damaged files cannot be counted");
        this.seals = seals;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var broken = seals.broken().size();
        builder.status(broken == 0 ? "UP" : "DOWN").withDetail("damagedFiles", broken);
    }
}
