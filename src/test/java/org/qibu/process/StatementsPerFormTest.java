package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.qibu.process.Statements.Count;

/** A form costs what it must: how much a submission asks of the database, over a whole matter in depth. */
class StatementsPerFormTest extends ProcessTest {

    /** On average, each row of a batch counted as a statement; a little above what was measured. */
    private static final double MOST_STATEMENTS = 65;

    /** Who asks is looked up before; the submission is one, whatever it does. */
    private static final int MOST_TRANSACTIONS = 2;

    @Test
    void aSubmissionAsksLittleOfTheDatabase() {
        walk(new Meter());
        var meter = new Meter();
        walk(meter);

        assertThat(meter.average())
                .as("statements by form %s", meter.statements)
                .isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(meter.transactions).as("transactions of each form").allMatch(many -> many <= MOST_TRANSACTIONS);
    }

    private void walk(Meter meter) {
        raise(Map.of())
                .watchedBy(meter)
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .implement()
                .publish()
                .review(Forms.evaluated("FULL", 29, 0));
    }

    /** Reads the counters before and after each form. */
    private static final class Meter implements Story.Onlooker {

        private final Map<String, Integer> statements = new LinkedHashMap<>();
        private final List<Integer> transactions = new ArrayList<>();
        private Count before;

        @Override
        public void opens(String account, Task task) {
            before = Statements.ofThread();
        }

        @Override
        public void sent(Task task) {
            var count = Statements.ofThread().since(before);
            statements.merge(task.getTaskDefinitionKey(), count.statements(), Math::max);
            transactions.add(count.transactions());
        }

        double average() {
            return statements.values().stream()
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElseThrow();
        }
    }
}
