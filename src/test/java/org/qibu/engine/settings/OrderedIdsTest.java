package org.qibu.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {

    private static final int MANY = 20_000;

    @Test
    void areShortAndPlain() {
        assertThat(new OrderedIds().getNextId()).matches("[0-9a-z]{20}");
    }

    @Test
    void areInTheOrderInWhichTheyWereAskedFor() {
        var ids = new OrderedIds();
        var asked = Stream.generate(ids::getNextId).limit(MANY).toList();
        assertThat(asked).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areNeverTheSameHoweverManyAskAtOnceOnTwoNodes() throws Exception {
        var nodes = List.of(new OrderedIds(), new OrderedIds());
        var threads = Executors.newFixedThreadPool(4);
        try {
            var work = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 4; i++) {
                var node = nodes.get(i % 2);
                work.add(() -> Stream.generate(node::getNextId).limit(MANY).toList());
            }
            var all = new HashSet<String>();
            for (var done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
            assertThat(all).hasSize(4 * MANY);
        } finally {
            threads.shutdownNow();
        }
    }
}
