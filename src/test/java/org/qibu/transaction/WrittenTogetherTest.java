package org.qibu.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of a transaction are written in one go, in order, and never without it. */
class WrittenTogetherTest {

    private final TestTransactions transactions = new TestTransactions();
    private final List<List<String>> written = new ArrayList<>();
    private final WrittenTogether<String> table = new WrittenTogether<>(written::add);

    @Test
    void writesAtOnceWithoutATransaction() {
        table.add("a");
        table.add("b");
        assertThat(written).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void writesAllBeforeTheCommitInTheirOrder() {
        transactions.commit(() -> {
            table.add("a");
            table.addAll(List.of("b", "c"));
            assertThat(written).isEmpty();
        });
        assertThat(written).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void writesNothingWhereNothingWasPutIn() {
        table.addAll(List.of());
        transactions.commit(() -> table.addAll(List.of()));
        transactions.commit(table::flush);
        assertThat(written).isEmpty();
    }

    @Test
    void writesNothingOfATransactionThatIsRolledBack() {
        transactions.rollBack(() -> table.add("a"));
        transactions.commit(() -> table.add("b"));
        assertThat(written).containsExactly(List.of("b"));
    }

    @Test
    void aReaderFindsWhatWasPutInBefore() {
        transactions.commit(() -> {
            table.add("a");
            table.flush();
            assertThat(written).containsExactly(List.of("a"));
            table.add("b");
        });
        assertThat(written).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void whatAReaderTakesIsTheirsToWrite() {
        transactions.commit(() -> {
            table.addAll(List.of("a", "b"));
            assertThat(table.take()).containsExactly("a", "b");
            assertThat(table.take()).isEmpty();
            table.add("c");
        });
        assertThat(table.take()).isEmpty();
        assertThat(written).containsExactly(List.of("c"));
    }

    @Test
    void aTransactionWithinWritesItsOwnOnly() {
        transactions.commit(() -> {
            table.add("outer");
            transactions.commit(() -> table.add("inner"));
            assertThat(written).containsExactly(List.of("inner"));
        });
        assertThat(written).containsExactly(List.of("inner"), List.of("outer"));
    }

    /** As a table of papers does that notes a mail when it is written. */
    @Test
    void whatIsPutInWhileOthersAreWrittenIsWrittenToo() {
        var first = new WrittenTogether<String>(table::addAll);
        transactions.commit(() -> first.add("a"));
        assertThat(written).containsExactly(List.of("a"));
    }
}
