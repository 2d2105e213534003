package org.qibu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form leaves blank does not stop a matter at the condition that asks for it. */
class RoutingValuesTest {

    private static final FormDefinition FORM = FormDefinition.read("""
            {"type":"default","id":"duty","schemaVersion":16,"components":[
              {"type":"textfield","id":"a","key":"who","label":"值班人"},
              {"type":"number","id":"b","key":"need","label":"几个","properties":{"routing":"true"}}]}
            """.getBytes(StandardCharsets.UTF_8));

    @Test
    void isNothingWhereTheEngineKnowsNoValueYet() {
        assertThat(FormSubmissionService.routing(FORM, Map.of("who", "甲"), Map.of()))
                .isEqualTo(Collections.singletonMap("need", null));
    }

    @Test
    void leavesAValueThatIsKnown() {
        assertThat(FormSubmissionService.routing(FORM, Map.of(), Map.of("need", 2)))
                .isEmpty();
    }

    @Test
    void isWhatWasEntered() {
        assertThat(FormSubmissionService.routing(FORM, Map.of("who", "甲", "need", 3), Map.of("need", 2)))
                .isEqualTo(Map.of("need", 3));
    }
}
