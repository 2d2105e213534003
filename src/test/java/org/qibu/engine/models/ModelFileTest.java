package org.qibu.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.qibu.engine.models.ModelFile.Kind;

/** What a file defines and asks for is read as XML, whatever prefixes and quotes its editor writes. */
class ModelFileTest {

    @Test
    void readsAProcessWithOtherPrefixesAndQuotes() {
        var file = ModelFile.read("course.bpmn", """
                <?xml version='1.0' encoding='UTF-8'?>
                <b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:engine='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
                  <b:process id = 'course' isExecutable='true'>
                    <b:userTask id='task_ask' engine:formRef = 'ask-more'/>
                    <b:businessRuleTask id='decision_bound' engine:decisionRef='route-level'
                        engine:decisionRefBinding='deployment'/>
                    <b:businessRuleTask id='decision_shared' engine:decisionRef='notice-period'/>
                    <!-- <b:userTask id='task_gone' engine:formRef='gone'/> -->
                  </b:process>
                </b:definitions>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(file.kind()).isEqualTo(Kind.PROCESS);
        assertThat(file.ids()).containsExactly("course");
        assertThat(file.forms()).containsExactly("ask-more");
        assertThat(file.tables()).containsExactly("route-level");
        assertThat(file.sharedTables()).containsExactly("notice-period");
    }

    @Test
    void readsATableWithAPrefix() {
        var file = ModelFile.read("route-level.DMN", """
                <d:definitions xmlns:d='https://www.omg.org/spec/DMN/20191111/MODEL/' id='definitions_x' name='x'
                    namespace='n'><d:decision id='route-level' name='分级'/></d:definitions>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(file.kind()).isEqualTo(Kind.TABLE);
        assertThat(file.ids()).containsExactly("route-level");
    }
}
