package org.qibu.matter.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitInUseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "${!certified && recounts < 2}|2",
                "${!certified && recounts >= 3}|3",
                "${!certified && routing.count(execution, 'recounts') < 4}|4",
                "${recounts == 0}|1",
                "${recounts > 0}|1"
            })
    void aVersionCountsByTheNumberItsConditionsHold(String condition, int most) {
        assertThat(LimitInUse.ownNumber(List.of("${certified}", condition), "recounts"))
                .contains(most);
    }

    @Test
    void oneThatAsksTheTableHasNoNumberOfItsOwn() {
        assertThat(LimitInUse.ownNumber(
                        List.of("${!certified && passLimits.isLeft(execution, 'recounts')}"), "recounts"))
                .isEmpty();
        assertThat(LimitInUse.ownNumber(List.of("${certified}", "${others < 2}"), "recounts"))
                .isEmpty();
    }
}
