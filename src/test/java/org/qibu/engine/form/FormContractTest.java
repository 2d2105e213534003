package org.qibu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.engine.form.exam.FormContract;

/** A form of the program may grow; what the program goes by it goes on asking. */
class FormContractTest {

    private static final String OWN = form(
            "{'type':'radio','key':'result','label':'结果','validate':{'required':true},'values':["
                    + "{'value':'SETTLED','label':'谈妥'},{'value':'UPGRADE','label':'转'}]}",
            "{'type':'number','key':'agree','label':'同意','validate':{'required':true}}",
            "{'type':'checkbox','key':'technical','label':'技术','properties':{'routing':'true'}}",
            "{'type':'textarea','key':'note','label':'备注'}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'key':'agree'|'key':'agreed'|字段“同意”（agree）程序要用，不能删去，请放回",
                "'type':'number','key':'agree'|'type':'textfield','key':'agree'|字段“同意”的类型程序要用，不能从 number 改成 textfield",
                "'label':'同意','validate':{'required':true}|'label':'同意'|字段“同意”程序要用，必须保持必填",
                ",'properties':{'routing':'true'}||字段“技术”流程要用，自定义属性 routing=true 不能去掉",
                "{'value':'UPGRADE','label':'转'}|{'value':'LATER','label':'以后'}|字段“结果”的选项“以后”（LATER）流程里没有走法"
            })
    void refusesWhatTheProgramCannotDoWithout(String right, String wrong, String words) {
        assertThat(OWN).contains(right.replace('\'', '"'));
        assertThat(broken(OWN.replace(right.replace('\'', '"'), wrong == null ? "" : wrong.replace('\'', '"'))))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void takesAFormThatGrowsOrAsksNoMoreForWhatIsOptional() {
        assertThat(broken(OWN)).isEmpty();
        assertThat(broken(OWN.replace(
                        "{\"type\":\"textarea\",\"key\":\"note\"", "{\"type\":\"textfield\",\"key\":\"more\"")))
                .isEmpty();
        assertThat(broken(OWN.replace("\"radio\"", "\"select\""))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void theProgramsOwnFormsKeepTheirContract(Path form) throws IOException {
        var source = Files.readAllBytes(form);

        assertThat(FormContract.broken(source, source, value -> true)).isEmpty();
    }

    static Stream<Path> ours() throws IOException {
        return Files.walk(Path.of("forms")).filter(file -> file.toString().endsWith(".form"));
    }

    private static List<String> broken(String sent) {
        return FormContract.broken(
                        bytes(OWN),
                        bytes(sent),
                        value -> List.of("SETTLED", "UPGRADE").contains(value))
                .stream()
                .map(FormFault::sentence)
                .toList();
    }

    private static String form(String... components) {
        return ("{'type':'default','id':'f','components':[" + String.join(",", components) + "]}").replace('\'', '"');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
