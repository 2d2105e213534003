package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionRulesTest {

    private final ExpressionRules rules = new ExpressionRules(Set.of("periods", "routing", "closeMatter"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${collectionResult == 'ACCEPT' && track == 'IN_DEPTH'}",
                "${!technical}",
                "${round >= 3 || !(opinionConfirmed)}",
                "${periods.days(3)}",
                "${routing.set(execution, 'agendaResult', 'ADOPT')}",
                "#{execution.processBusinessKey}",
                "${closeMatter}"
            })
    void letsPlainConditionsAndCallsOfModelBeansThrough(String expression) {
        assertThat(rules.objection(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.System')}",
                "${''['class']}",
                "${periods.class}",
                "${periods.getClass().getClassLoader()}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${dataSource.getConnection()}",
                "${routing.set(execution, 'x', ''.getClass())}",
                "${periods.days(execution.getProcessEngine())}",
                "${true ? periods.getClass() : 1}",
                "${fn:execute()}",
                "${execution.setVariable('a', 1)}",
                "not closed ${",
            })
    void refusesEverythingThatReachesFurther(String expression) {
        assertThat(rules.objection(expression)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource}", "${environment}", "${closeMatter.x}", "#{unknownBean}"})
    void refusesADelegateThatWasNotMadeForModels(String expression) {
        assertThat(rules.delegateObjection(expression)).isPresent();
    }
}
