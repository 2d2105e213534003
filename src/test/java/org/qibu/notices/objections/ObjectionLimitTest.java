package org.qibu.notices.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibu.limits.AtOnce;
import org.qibu.limits.MovedClock;
import org.qibu.limits.Sender;
import org.qibu.limits.TestSenders;

/** A limit counts the right thing: objections of one sender to one matter, so that no neighbour waits for another. */
class ObjectionLimitTest {

    private final String network = UUID.randomUUID().toString();
    private final Sender home = new Sender(network, "");
    private final ObjectionLimit limit = new ObjectionLimit(5, TestSenders.limits(new MovedClock()));

    @Test
    void ofAHundredAtOnceExactlyFiveAreTaken() {
        assertThat(AtOnce.passed(100, () -> limit.take(home, "HZ-AS-2026-0001")))
                .isEqualTo(5);
    }

    @Test
    void aNeighbourWithAnotherBrowserIsNotKeptOutByAnybodyBehindTheSameAddress() {
        AtOnce.passed(100, () -> limit.take(home, "HZ-AS-2026-0001"));
        assertThatCode(() -> limit.take(new Sender(network, "of a neighbour"), "HZ-AS-2026-0001"))
                .doesNotThrowAnyException();
    }

    @Test
    void neighboursBehindTheSameAddressObjectToAnotherMatterAndOthersToThisOne() {
        AtOnce.passed(100, () -> limit.take(home, "HZ-AS-2026-0001"));
        assertThatCode(() -> limit.take(home, "HZ-AS-2026-0002")).doesNotThrowAnyException();
        assertThatCode(() -> limit.take(new Sender(network + " elsewhere", ""), "HZ-AS-2026-0001"))
                .doesNotThrowAnyException();
    }
}
