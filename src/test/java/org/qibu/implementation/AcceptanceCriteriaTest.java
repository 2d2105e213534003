package org.qibu.implementation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptanceCriteriaTest {

    private static final List<String> PLANNED = List.of("距窗二十米", "照明可用");

    private static AcceptanceCriteria judged(boolean light) {
        return new AcceptanceCriteria(
                List.of(Map.of("text", "距窗二十米", "met", true), Map.of("text", "照明可用", "met", light)));
    }

    @Test
    void areAcceptedOnlyAllTogether() {
        assertThatCode(() -> judged(true).check(PLANNED, true)).doesNotThrowAnyException();
        assertThatCode(() -> judged(false).check(PLANNED, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> judged(false).check(PLANNED, true)).hasMessageContaining("有标准没有达到");
    }

    @Test
    void leaveNoneOfThePlanOut() {
        var some = new AcceptanceCriteria(List.of(Map.of("text", "照明可用", "met", true)));

        assertThatThrownBy(() -> some.check(PLANNED, false)).hasMessageContaining("距窗二十米");
    }
}
