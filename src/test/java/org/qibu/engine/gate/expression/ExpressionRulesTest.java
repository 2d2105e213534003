package org.qibu.engine.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.gate.bpmn.ModelRulesTest;
import org.qibu.matter.Routing;
import org.qibu.matter.course.Periods;

class ExpressionRulesTest {

    private final ExpressionRules rules = new ExpressionRules(
            Map.of("periods", Periods.class, "routing", Routing.class, "closeMatter", ExecutionListener.class));

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
                "${routing.set(execution, 'matterNo', 'HZ-AS-2026-0001')}",
                "${routing.copy(execution, 'track', 'communityCode')}",
                "${routing.set(execution, 'routing', 1)}",
                "${routing.raise(execution, '1a')}",
                "${routing.set(execution, 'place', '楼道')}",
                "${need == '要'}"
            })
    void refusesToSetOrAskForWhatNoProcessCanKeep(String expression) {
        assertThat(new ExpressionRules(ModelRulesTest.BEANS).objection(expression))
                .isPresent();
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
                "${periods.workingDays(60000000)}",
                "${periods.workingDays(-1)}",
                "${periods.workingDays(1.5)}",
                "${periods.workingDays('x')}",
                "${periods.workingDayz(3)}",
                "${periods.workingDays(3, 4)}",
                "${periods.hashCode()}",
            })
    void refusesEverythingThatReachesFurther(String expression) {
        assertThat(rules.objection(expression)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${environment}",
                "${closeMatter.x}",
                "${closeMatter}",
                "${routing}",
                "#{unknownBean}"
            })
    void refusesADelegateThatWasNotMadeForModels(String expression) {
        assertThat(rules.delegateObjection(expression, JavaDelegate.class)).isPresent();
    }
}
