package org.qibu.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is brought along was read with the first, and is read anew by whoever may not rely on that. */
class ReadTogetherTest {

    private static final class Small {}

    private static final class Other {}

    private static final class Large {}

    private final JdbcClient database = JdbcClient.create(RoomsDatabase.source());
    private final TestTransactions transactions = new TestTransactions();
    private final ReadTogether reads = new ReadTogether(database);

    private final Supplier<List<String>> all = reads.all(
            Small.class, "select said from read_together where thing = '' order by said", ReadTogetherTest::said);
    private final Function<String, List<String>> ofThing = reads.of(
            Other.class,
            "thing",
            "select said from read_together where thing = ? order by said",
            ReadTogetherTest::said);
    private final Function<String, List<String>> manyOfThing = reads.many(
            Large.class,
            "thing",
            "select said || '!' as said from read_together where thing = ? order by said",
            ReadTogetherTest::said);

    private static List<String> said(JsonNode rows) {
        return ReadTogether.each(rows, row -> row.path("said").textValue());
    }

    @BeforeEach
    void twoThings() {
        database.sql("drop table if exists read_together").update();
        database.sql("create table read_together (thing text, said text)").update();
        say("", "everywhere");
        say("a", "second");
        say("a", "first");
        say("b", "of b");
    }

    private void say(String thing, String said) {
        database.sql("insert into read_together values (?, ?)")
                .params(thing, said)
                .update();
    }

    @Test
    void bringsAlongWhatIsAboutTheSameThingAndWhatIsAboutNone() {
        transactions.commit(() -> {
            assertThat(manyOfThing.apply("a")).containsExactly("first!", "second!");
            say("a", "third");
            say("", "later");
            assertThat(ofThing.apply("a")).containsExactly("first", "second");
            assertThat(all.get()).containsExactly("everywhere");
        });
    }

    @Test
    void bringsAlongNothingAboutAnotherThing() {
        transactions.commit(() -> {
            ofThing.apply("a");
            say("b", "more of b");
            assertThat(ofThing.apply("b")).containsExactly("more of b", "of b");
        });
    }

    @Test
    void bringsAlongNothingThatIsLarge() {
        transactions.commit(() -> {
            ofThing.apply("a");
            say("a", "third");
            assertThat(manyOfThing.apply("a")).containsExactly("first!", "second!", "third!");
        });
    }

    @Test
    void whoeverWritesReadsTheirOwnAnewAndLeavesTheOthers() {
        transactions.commit(() -> {
            ofThing.apply("a");
            say("a", "third");
            say("", "later");
            ReadOnce.forget(Other.class);
            assertThat(ofThing.apply("a")).containsExactly("first", "second", "third");
            assertThat(all.get()).containsExactly("everywhere");
        });
    }

    @Test
    void whoeverWaitedForALockReadsAllAnew() {
        transactions.commit(() -> {
            ofThing.apply("a");
            say("", "later");
            ReadOnce.forgetAll();
            assertThat(all.get()).containsExactly("everywhere", "later");
        });
    }

    @Test
    void readsAfreshWithoutATransaction() {
        assertThat(ofThing.apply("a")).containsExactly("first", "second");
        say("a", "third");
        assertThat(ofThing.apply("a")).containsExactly("first", "second", "third");
        assertThat(ofThing.apply("nothing of it")).isEmpty();
    }

    @Test
    void whatOneTransactionReadIsUnknownToTheNext() {
        transactions.commit(() -> all.get());
        say("", "later");
        transactions.commit(() -> assertThat(all.get()).containsExactly("everywhere", "later"));
    }
}
