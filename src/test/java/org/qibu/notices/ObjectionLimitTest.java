package org.qibu.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.limits.AtOnce;
import org.qibu.limits.Limits;
import org.qibu.limits.MovedClock;
import org.springframework.jdbc.core.simple.JdbcClient;

class ObjectionLimitTest {

    private final String home = UUID.randomUUID().toString();
    private final ObjectionLimit limit =
            new ObjectionLimit(5, new Limits(JdbcClient.create(RoomsDatabase.source()), new MovedClock()));

    @Test
    void ofAHundredAtOnceExactlyFiveAreTaken() {
        assertThat(AtOnce.passed(100, () -> limit.take(home, "HZ-AS-2026-0001")))
                .isEqualTo(5);
    }

    @Test
    void neighboursBehindTheSameAddressObjectToAnotherMatterAndOthersToThisOne() {
        AtOnce.passed(100, () -> limit.take(home, "HZ-AS-2026-0001"));
        assertThatCode(() -> limit.take(home, "HZ-AS-2026-0002")).doesNotThrowAnyException();
        assertThatCode(() -> limit.take(home + " elsewhere", "HZ-AS-2026-0001")).doesNotThrowAnyException();
    }
}
