package org.qibu.engine.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.Test;

/** A number of repetitions that only the matter tells is bounded where it is worked out. */
class RepetitionBoundTest {

    private final Expression expression = mock(Expression.class);
    private final VariableScope matter = mock(VariableScope.class);

    private Object bounded(Object value) {
        when(expression.getValue(matter)).thenReturn(value);
        when(expression.getExpressionText()).thenReturn("${人数}");
        return new RepetitionBound.Bounded(expression).getValue(matter);
    }

    @Test
    void aHundredAreDone() {
        for (var value : List.<Object>of(100, 100L, "100", "7", 3.0, Collections.nCopies(100, "x"))) {
            assertThat(bounded(value)).isEqualTo(value);
        }
    }

    @Test
    void moreAreRefusedWithTheWordsOfTheModel() {
        for (var value : List.<Object>of(
                101, 1_000_000L, "1000000", "+500", Double.POSITIVE_INFINITY, Collections.nCopies(101, "x"))) {
            assertThatThrownBy(() -> bounded(value))
                    .hasMessageContaining("${人数}")
                    .hasMessageContaining("100 次");
        }
    }
}
