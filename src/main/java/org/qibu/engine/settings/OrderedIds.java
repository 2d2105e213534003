package org.qibu.engine.settings;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.stereotype.Component;

/**
 * Numbers of the engine's rows: the moment in base 36, then what tells this run of this node from any other. Twenty
 * characters where a UUID takes 36, and neighbours in time are neighbours in an index; each row holds up to nine of them.
 */
@Component
class OrderedIds implements IdGenerator {

    private static final int RADIX = 36;
    private static final int MOMENT = 11;
    private static final int NODE = 9;
    private static final int PER_MILLISECOND_BITS = 12;

    private final AtomicLong last = new AtomicLong();
    private final String node = padded(new SecureRandom().nextLong((long) Math.pow(RADIX, NODE)), NODE);

    @Override
    public String getNextId() {
        var moment =
                last.updateAndGet(before -> Math.max(before + 1, System.currentTimeMillis() << PER_MILLISECOND_BITS));
        return padded(moment, MOMENT) + node;
    }

    private static String padded(long number, int length) {
        var digits = Long.toString(number, RADIX);
        return "0".repeat(length - digits.length()) + digits;
    }
}
