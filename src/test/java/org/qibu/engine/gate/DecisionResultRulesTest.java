package org.qibu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibu.engine.gate.bpmn.ModelRulesTest;
import org.qibu.engine.gate.dmn.TableRulesTest;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.SafeXml;
import org.xml.sax.SAXException;

/** A model and its table fit: the way the result is taken is one the table can answer in every case. */
class DecisionResultRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "singleEntry|FIRST|1|",
                "singleResult|UNIQUE|3|",
                "collectEntries|COLLECT|1|",
                "resultList|RULE ORDER|2|",
                "singleEntry|FIRST|2|只取一列",
                "collectEntries|COLLECT|2|只取一列",
                "singleEntry|COLLECT|1|只取一行",
                "singleResult|RULE ORDER|2|只取一行",
                "第一个|FIRST|1|读不了，请选 singleEntry"
            })
    void holdsTheResultAgainstTheTable(String mapping, String policy, int columns, String words) throws SAXException {
        var findings = new Findings();
        var rules = new DecisionResultRules(findings);
        rules.know(SafeXml.read(TableRulesTest.resource("D00-control.dmn")
                .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"" + policy + "\"")
                .replace("<output ", "<output/>".repeat(columns - 1) + "<output ")
                .getBytes(StandardCharsets.UTF_8)));

        rules.check(
                "p.bpmn",
                SafeXml.read(ModelRulesTest.process(
                                "<businessRuleTask id=\"d\" name=\"判\" camunda:decisionRef=\"duty-table\""
                                        + " camunda:mapDecisionResult=\"" + mapping + "\"/>")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(findings.isEmpty()).isEqualTo(words == null);
        assertThat(findings.told()).contains(words == null ? "" : words);
    }
}
