package org.qibu.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Within a transaction nothing is read twice, and nothing outlives what makes it stale. */
class ReadOnceTest {

    private final TestTransactions transactions = new TestTransactions();
    private final AtomicInteger reads = new AtomicInteger();

    private int read(Class<?> owner) {
        return ReadOnce.get(owner, "key", reads::incrementAndGet);
    }

    @Test
    void readsAfreshWithoutATransaction() {
        assertThat(read(String.class)).isEqualTo(1);
        assertThat(read(String.class)).isEqualTo(2);
    }

    @Test
    void readsOnceInATransactionAndAnewInTheNext() {
        transactions.commit(() -> {
            assertThat(read(String.class)).isEqualTo(1);
            assertThat(read(String.class)).isEqualTo(1);
        });
        transactions.commit(() -> assertThat(read(String.class)).isEqualTo(2));
    }

    @Test
    void remembersThatThereIsNothing() {
        transactions.commit(() -> {
            for (int time = 1; time <= 2; time++) {
                assertThat(ReadOnce.<Object>get(String.class, "nothing", () -> {
                            reads.incrementAndGet();
                            return null;
                        }))
                        .isNull();
            }
        });
        assertThat(reads).hasValue(1);
    }

    @Test
    void nothingOutlivesARollback() {
        transactions.rollBack(() -> read(String.class));
        transactions.commit(() -> assertThat(read(String.class)).isEqualTo(2));
    }

    @Test
    void whoWritesForgetsTheirOwnOnly() {
        transactions.commit(() -> {
            assertThat(read(String.class)).isEqualTo(1);
            assertThat(read(Integer.class)).isEqualTo(2);
            ReadOnce.forget(String.class);
            assertThat(read(Integer.class)).isEqualTo(2);
            assertThat(read(String.class)).isEqualTo(3);
        });
    }

    @Test
    void whatIsChangedStandsThereFromThenOn() {
        transactions.commit(() -> {
            assertThat(read(String.class)).isEqualTo(1);
            ReadOnce.<Integer>change(String.class, "key", before -> before + 10);
            assertThat(read(String.class)).isEqualTo(11);
        });
    }

    @Test
    void nothingIsChangedThatWasNotRead() {
        transactions.commit(() -> {
            ReadOnce.<Integer>change(String.class, "key", before -> before + 10);
            assertThat(ReadOnce.known(String.class, "key")).isEmpty();
            assertThat(read(String.class)).isEqualTo(1);
            assertThat(ReadOnce.known(String.class, "key")).contains(1);
        });
        assertThat(ReadOnce.known(String.class, "key")).isEmpty();
    }

    @Test
    void whoWaitedForALockForgetsEverything() {
        transactions.commit(() -> {
            read(String.class);
            read(Integer.class);
            ReadOnce.forgetAll();
            assertThat(read(String.class)).isEqualTo(3);
            assertThat(read(Integer.class)).isEqualTo(4);
        });
    }

    @Test
    void aTransactionWithinHasReadsOfItsOwn() {
        transactions.commit(() -> {
            assertThat(read(String.class)).isEqualTo(1);
            transactions.commit(() -> assertThat(read(String.class)).isEqualTo(2));
            assertThat(read(String.class)).isEqualTo(1);
        });
    }

    @Test
    void aFactIsNewOnceATransaction() {
        assertThat(ReadOnce.recordIfFirst(String.class, "fact")).isTrue();
        assertThat(ReadOnce.isRecorded(String.class, "fact")).isFalse();
        for (int time = 1; time <= 2; time++) {
            transactions.commit(() -> {
                assertThat(ReadOnce.recordIfFirst(String.class, "fact")).isTrue();
                assertThat(ReadOnce.recordIfFirst(String.class, "fact")).isFalse();
                assertThat(ReadOnce.recordIfFirst(Integer.class, "fact")).isTrue();
                assertThat(ReadOnce.isRecorded(String.class, "fact")).isTrue();
            });
        }
    }

    @Test
    void whatHoldsIsNewWheneverItChanges() {
        transactions.commit(() -> {
            assertThat(ReadOnce.recordIfNew(String.class, "key", "a")).isTrue();
            assertThat(ReadOnce.recordIfNew(String.class, "key", "a")).isFalse();
            assertThat(ReadOnce.recordIfNew(String.class, "key", "b")).isTrue();
        });
        assertThat(ReadOnce.recordIfNew(String.class, "key", "b")).isTrue();
    }
}
