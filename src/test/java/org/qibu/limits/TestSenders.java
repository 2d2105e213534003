package org.qibu.limits;

import java.time.Clock;
import org.qibu.RoomsDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits by sender over a real database, for tests of other rooms. */
public final class TestSenders {

    private TestSenders() {}

    public static SenderLimits limits(Clock clock) {
        return new SenderLimits(new Limits(JdbcClient.create(RoomsDatabase.source()), clock));
    }
}
