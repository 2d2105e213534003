package org.qibu.engine.gate.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.gate.dmn.TableRulesTest;
import org.qibu.engine.gate.finding.SafeXml;
import org.qibu.engine.gate.finding.XmlFault;
import org.xml.sax.SAXException;

/** A refusal is a Chinese sentence, whoever refuses: what the parsers complain about is told by its cause. */
class ParserTrialTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "cvc-complex-type.3.2.2: Attribute 'foo' is not allowed to appear in element 'bpmn:task'.|不允许属性 foo",
                "cvc-complex-type.4: Attribute 'sourceRef' must appear on element 'bpmn:sequenceFlow'.|缺少属性 sourceRef",
                "cvc-id.2: There are multiple occurrences of ID value 'Flow_1'.|的编号 Flow_1 用了两次",
                "cvc-datatype-valid.1.2.1: '01duty' is not a valid value for 'NCName'.|里的值“01duty”不合规定",
                "Timer needs configuration (either timeDate, timeCycle or timeDuration is needed).|没有写时间，请写 ${periods.days(3)}",
                "multiple start events not supported for subprocess|有不止一个开始事件",
                "Unsupported intermediate catch event type|是引擎不支持的种类",
                "Something nobody thought of ENGINE-09005|引擎读不了，请在 Modeler 里检查这里"
            })
    void saysWhatTheEngineMeans(String said, String words) {
        assertThat(ParserTrial.words(said)).isEqualTo(words).doesNotContain("cvc-", "ENGINE-", "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a>",
                "<a",
                "<a></b>",
                "<a b='1' b='2'/>",
                "<a:b/>",
                "<a x:y='1'/>",
                "<a>&x;</a>",
                "<a>&</a>",
                "<!DOCTYPE a><a/>",
                "<a b='<'/>",
                "<a>\u0001</a>",
                "<a/><b/>"
            })
    void saysWhyAFileIsNoXml(String source) {
        var bytes = source.getBytes(StandardCharsets.UTF_8);
        var words = "";
        try {
            SafeXml.read(bytes);
        } catch (SAXException e) {
            words = XmlFault.of(e, bytes).inWords();
        }

        assertThat(words)
                .matches("(第 \\d+ 行：)?.*\\p{IsHan}.*")
                .doesNotContain("must", "prefix", "element type", "null");
    }

    @Test
    void namesThePrefixThatWasNotDeclared() throws SAXException {
        var source = TableRulesTest.resource("G34-undeclared-prefix.bpmn").getBytes(StandardCharsets.UTF_8);
        try {
            SafeXml.read(source);
        } catch (SAXException e) {
            assertThat(XmlFault.of(e, source).inWords()).isEqualTo("第 3 行：前缀 camunda 没有声明");
        }
    }
}
