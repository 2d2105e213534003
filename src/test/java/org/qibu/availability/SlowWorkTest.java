package org.qibu.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Slow work waits for its turn without keeping anything others need: no database connection, no place in an endless queue. */
class SlowWorkTest {

    @Test
    void onlyAFewWorkAtOnceAndAllAreServed() throws Exception {
        var slow = new SlowWork(2, Duration.ofSeconds(30));
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var people = Executors.newFixedThreadPool(60);
        try {
            var uploads = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 60; i++) {
                uploads.add(people.submit(() -> slow.inTurn(() -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    return working.decrementAndGet();
                })));
            }
            for (var upload : uploads) {
                upload.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void whoeverWouldWaitTooLongIsToldWhenToComeBack() throws Exception {
        var slow = new SlowWork(1, Duration.ofMillis(50));
        var done = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var people = Executors.newSingleThreadExecutor();
        try {
            people.submit(() -> slow.inTurn(() -> {
                begun.countDown();
                return done.await(30, java.util.concurrent.TimeUnit.SECONDS);
            }));
            await().until(() -> begun.getCount() == 0);
            assertThatThrownBy(() -> slow.inTurn(() -> 1)).isInstanceOfSatisfying(TooBusy.class, busy -> {
                assertThat(busy.getStatusCode().value()).isEqualTo(503);
                assertThat(busy.getHeaders().getFirst("Retry-After")).isEqualTo("30");
            });
        } finally {
            done.countDown();
            people.shutdownNow();
        }
    }

    @Test
    void nothingSlowIsDoneInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> new SlowWork().inTurn(() -> 1)).hasMessageContaining("database connection");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }
}
