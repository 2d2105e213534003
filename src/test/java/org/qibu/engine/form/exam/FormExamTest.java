package org.qibu.engine.form.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibu.engine.ModelBean;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Kind;
import org.qibu.engine.form.FieldCheck;
import org.qibu.engine.form.FormCheck;
import org.qibu.engine.form.FormDefinition;
import org.qibu.engine.form.FormFault;
import org.qibu.engine.form.FormField;
import org.qibu.engine.form.Moments;
import org.qibu.engine.form.RowCheck;
import org.qibu.engine.form.SubmittedValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.engine.spi.StartFormHandler;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * A form that is taken and then cannot be opened, submitted or found again in somebody's matter: whatever the gate takes
 * works, and whatever it does not take is refused with the field and what to write.
 */
class FormExamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormCheck check = new FormCheck(rowCheck(), Clock.systemUTC());
    private final FormExam exam = new FormExam(
            rowCheck(),
            check,
            beans().getBeanProvider(FormHandler.class),
            beans().getBeanProvider(StartFormHandler.class),
            beans());

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("filepicker", "字段“现场照片”：文件请在“事项”页签上传。"),
                Arguments.of("group-path", "分组“值班”写了路径 person，请清空。"),
                Arguments.of("settle-instantly-group-path", "分组“补充”写了路径 extra，请清空。"),
                Arguments.of("feel-min", "字段“人数”的最小值要是数字，现在是“=1+1”。"),
                Arguments.of("settle-instantly-min-feel", "字段“到场人数”的最小值要是数字，现在是“=1+1”。"),
                Arguments.of("maxlength-text", "字段“说明”的最多字数要是不小于 0 的整数，现在是“200字”。"),
                Arguments.of("settle-instantly-maxLength-text", "字段“补充说明”的最多字数要是不小于 0 的整数，现在是“200字”。"),
                Arguments.of("no-id", "表单没有编号（id）。"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileThatCouldNotBeUsedIsRefusedInOneSentenceAtItsField(String file, String sentence) throws IOException {
        assertThat(exam.examine(file(file)).faults())
                .extracting(FormFault::sentence)
                .containsExactly(sentence);
    }

    @Test
    void everyComponentTheTaskListCannotShowIsSaidInWords() throws IOException {
        assertThat(exam.examine(file("expression-html-button")).faults())
                .extracting(FormFault::sentence)
                .hasSize(5)
                .allMatch(sentence -> sentence.contains("请"))
                .noneMatch(sentence -> sentence.contains("expression") || sentence.contains("dynamiclist"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"duty", "bom"})
    void aPlainFormIsTakenWithOrWithoutAMarkOfItsByteOrder(String file) throws IOException {
        assertThat(exam.examine(file(file)).faults()).isEmpty();
        assertThat(exam.examine(file(file)).id()).isEqualTo("duty");
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong("textfield", "'validate':{'min':1}", "validate.min"),
                wrong("textfield", "'validate':{'minLength':9,'maxLength':3}", "最少字数 9 比最多字数 3 大"),
                wrong("textfield", "'validate':{'minLength':-1}", "“-1”"),
                wrong("textfield", "'validate':{'maxLength':2.5}", "“2.5”"),
                wrong("textfield", "'validate':{'maxLength':true}", "“true”"),
                wrong("textfield", "'validate':{'required':'=a'}", "“=a”"),
                wrong("textfield", "'validate':{'pattern':'(?<=a)b'}", "(?<=a)b"),
                wrong("textfield", "'validate':{'pattern':'(?i)abc'}", "(?i)abc"),
                wrong("textfield", "'validate':{'pattern':'[0-9'}", "[0-9"),
                wrong("textfield", "'validate':{'pattern':'^[a]{9}$','maxLength':3}", "找不到能填的值"),
                wrong("textfield", "'validate':{'validationType':'iban'}", "iban"),
                wrong("textfield", "'defaultValue':7", "“7”"),
                wrong("textfield", "'defaultValue':'太长了太长了','validate':{'maxLength':2}", "“太长了太长了”"),
                wrong("textfield", "'disabled':true", "停用"),
                wrong("textfield", "'readonly':'=a'", "“=a”"),
                wrong("textfield", "'readonly':true,'validate':{'required':true}", "只读"),
                wrong("textfield", "'properties':{'routing':'true'}", "流转"),
                wrong("textfield", "'properties':{'rows':'attendance'}", "rows"),
                wrong("textfield", "'properties':{'requiredWhenShown':'yes'}", "“yes”"),
                wrong("textfield", "'properties':{'colour':'red'}", "properties.colour"),
                wrong("textfield", "'visible':false", "visible"),
                wrong("textfield", "'conditional':{'show':'=a'}", "conditional.show"),
                wrong("textfield", "'conditional':{'hide':'=a = \\u201cX\\u201d'}", "隐藏条件"),
                wrong("textfield", "'conditional':{'hide':'a = 1'}", "以 = 开头"),
                wrong("textfield", "'conditional':{'hide':true}", "隐藏条件"),
                wrong("textfield", "'description':'{{#if a}}x'", "没有写完"),
                wrong("number", "'validate':{'max':'很多'}", "“很多”"),
                wrong("number", "'validate':{'max':[1]}", "“[1]”"),
                wrong("number", "'validate':{'min':5,'max':1}", "最小值 5 比最大值 1 大"),
                wrong("number", "'validate':{'min':'1e999999999'}", "1e999999999"),
                wrong("number", "'decimalDigits':'两位'", "“两位”"),
                wrong("number", "'increment':0", "步长"),
                wrong("number", "'increment':5,'validate':{'min':1,'max':4}", "找不到能填的值"),
                wrong("number", "'defaultValue':'=1'", "“=1”"),
                wrong("number", "'defaultValue':9,'validate':{'max':5}", "“9”"),
                wrong("checkbox", "'defaultValue':'true'", "“true”"),
                wrong("select", "", "没有选项"),
                wrong("select", "'values':[]", "没有选项"),
                wrong("select", "'values':[{'label':'甲','value':1}]", "“甲”"),
                wrong("select", "'values':[{'label':'甲','value':''}]", "“甲”"),
                wrong("select", "'values':[{'label':'','value':'A'}]", "没有标签"),
                wrong("select", "'values':[{'label':'甲','value':'A'},{'label':'乙','value':'A'}]", "“A”"),
                wrong("select", "'valuesExpression':'=x'", "不能用表达式"),
                wrong("select", "'valuesKey':'nobodysOptions'", "nobodysOptions"),
                wrong("radio", "'values':[{'label':'甲','value':'A'}],'defaultValue':'B'", "“B”"),
                wrong("checklist", "'values':[{'label':'甲','value':'A'}],'defaultValue':'A'", "“A”"),
                wrong("taglist", "'values':[{'label':'甲','value':'A'}],'defaultValue':['B']", "B"),
                wrong("datetime", "'subtype':'month'", "month"),
                wrong("datetime", "'subtype':'time','timeSerializingFormat':'local'", "local"),
                wrong("datetime", "'timeInterval':'15分钟'", "15分钟"),
                wrong("toggle", "", "toggle"));
    }

    private static Arguments wrong(String type, String more, String offending) {
        return Arguments.of(type, more, offending);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wrongFields")
    void whatNobodyWouldHonourIsRefusedWithTheOffendingWords(String type, String more, String offending) {
        var field = "{'type':'" + type + "','id':'f','key':'f','" + (type.equals("datetime") ? "dateLabel" : "label")
                + "':'情况'" + (more.isEmpty() ? "" : "," + more) + "}";

        assertThat(exam.examine(form(field)).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.sentence())
                        .startsWith("字段“情况”")
                        .contains(offending)
                        .endsWith("。"));
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                Arguments.of("not json", "JSON"),
                Arguments.of("{\"id\":\"f\",\"components\":[]} x", "JSON"),
                Arguments.of("{\"id\":\"f\",\"id\":\"g\",\"components\":[]}", "JSON"),
                Arguments.of("[]", "不是 Camunda 表单"),
                Arguments.of("{\"id\":\"f\"}", "不是 Camunda 表单"),
                Arguments.of("{\"id\":\"  \",\"components\":[]}", "表单没有编号（id）"),
                Arguments.of("{\"id\":\"a b\",\"components\":[]}", "“a b”"),
                Arguments.of("{\"id\":\"f\",\"schemaVersion\":99,\"components\":[]}", "99"),
                Arguments.of("{\"id\":\"f\",\"executionPlatform\":\"Camunda Cloud\",\"components\":[]}", "Camunda 8"),
                Arguments.of(text(field("textfield", "a"), field("textfield", "a")), "“a”用了两次"),
                Arguments.of(
                        text(
                                "{'type':'textfield','id':'x','key':'a','label':'甲'}",
                                "{'type':'textfield','id':'x','key':'b','label':'乙'}"),
                        "“x”用了两次"),
                Arguments.of(text("{'type':'textfield','id':'x','label':'甲'}"), "没有填写 Key"),
                Arguments.of(text("{'type':'textfield','id':'x','key':'a'}"), "没有标签"),
                Arguments.of(text("{'type':'textfield','id':'x','key':'a','label':'=b'}"), "不能是表达式"),
                Arguments.of(text(field("textfield", "a.b")), "里不能有点"),
                Arguments.of(text(field("textfield", "brief")), "“brief”"),
                Arguments.of(text(field("textfield", "attendanceShown")), "“attendanceShown”"),
                Arguments.of(
                        text("{'type':'number','key':'matterNo','label':'甲','properties':{'routing':'true'}}"),
                        "“matterNo”"),
                Arguments.of(
                        text("{'type':'table','id':'t','label':'表','dataSource':'=x','properties':{'rows':'nothing'}}"),
                        "“nothing”"),
                Arguments.of(
                        text("{'type':'group','id':'g','label':'组','isRepeating':true,'components':[]}"),
                        "isRepeating"),
                Arguments.of(text("{'type':'text','id':'t','text':'= a +'}"), "看不懂"),
                Arguments.of(text("{'type':'text','id':'t','text':'{{a'}"), "没有写完"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongForms")
    void aFormThatIsWrongAsAWholeIsRefusedInWords(String form, String offending) {
        assertThat(exam.examine(form.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                        .faults())
                .extracting(FormFault::sentence)
                .isNotEmpty()
                .anyMatch(sentence -> sentence.contains(offending));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "periods",
                "loopCounter",
                "nrOfInstances",
                "nrOfActiveInstances",
                "nrOfCompletedInstances",
                "authenticatedUserId"
            })
    void aRoutingFieldMustNotHideWhatExpressionsCall(String key) {
        var field = "{'type':'number','id':'n','key':'" + key + "','label':'数','properties':{'routing':'true'}}";

        assertThat(exam.examine(form(field)).faults())
                .extracting(FormFault::sentence)
                .containsExactly("字段“数”的编号“" + key + "”是保留词，请换一个。");
        assertThat(exam.examine(form(field.replace("'true'", "'false'"))).faults())
                .as("hides nothing where models never see it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=nobody = 1", "=a = 1 and nobody != null", "=count(nobody) = 0"})
    void aHidingConditionAsksForFieldsOfItsForm(String hide) {
        var hidden = "{'type':'textfield','id':'b','key':'b','label':'乙','conditional':{'hide':'" + hide + "'}}";

        assertThat(exam.examine(form("{'type':'number','id':'a','key':'a','label':'甲'}", hidden))
                        .faults())
                .extracting(FormFault::sentence)
                .containsExactly("字段“乙”的隐藏条件用到的“nobody”不是这张表单的字段，请改用表单里的字段编号。");
        assertThat(exam.examine(form(
                                "{'type':'number','id':'a','key':'a','label':'甲'}",
                                "{'type':'number','id':'n','key':'nobody','label':'丙'}",
                                hidden))
                        .faults())
                .isEmpty();
    }

    /** The rooms of these add what the conditions of their forms ask for. */
    private static final Set<String> OF_ROOMS = Set.of("evaluate.form", "enter-ballots.form");

    @Test
    void theFormsOfTheProductAskForTheirOwnFieldsAndHideNothing() throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".form"))
                    .filter(each -> !OF_ROOMS.contains(each.getFileName().toString()))
                    .toList()) {
                assertThat(exam.examine(Files.readAllBytes(file)).faults())
                        .as(file.toString())
                        .extracting(FormFault::words)
                        .noneMatch(words -> words.contains("隐藏条件") || words.contains("保留词"));
            }
        }
    }

    @Test
    void takesACharacterByItsNumberInAPatternAsBrowsersDo() {
        assertThat(exam.examine(
                                form(
                                        "{'type':'textfield','id':'a','key':'a','label':'甲','validate':{'pattern':'^[\\\\u4e00-\\\\u9fa5]{2,4}$'}}"))
                        .faults())
                .isEmpty();
    }

    @Test
    void refusesAChoiceToRouteByThatNoProcessCanKeep() {
        var choice =
                "{'type':'radio','id':'a','key':'a','label':'甲','values':[{'label':'要','value':'要'}],'properties':{'routing':'true'}}";

        assertThat(exam.examine(form(choice)).faults())
                .singleElement()
                .asString()
                .contains("的选项“要”作流转依据，它的值“要”只能用英文字母、数字");
        assertThat(exam.examine(form(choice.replace("'true'", "'false'"))).faults())
                .isEmpty();
    }

    @Test
    void aFieldInAGroupThatIsHiddenIsNotAskedFor() {
        var form = FormDefinition.read(form(
                "{'type':'checkbox','id':'c','key':'more','label':'还有'}",
                "{'type':'group','id':'g','label':'补充','conditional':{'hide':'=more = false'},'components':["
                        + "{'type':'textfield','id':'n','key':'note','label':'说明','validate':{'required':true}}]}"));

        assertThat(check.check(form, Map.of("more", false), Map.of(), "HZ-AS")).doesNotContainKey("note");
        assertThat(exam.examine(form("{'type':'number','id':'n','key':'n','label':'数','increment':0.5}"))
                        .faults())
                .isEmpty();
    }

    @Test
    void aTimeIsKeptAsThePeopleAtTheScreenMeantItWhateverOffsetTheFormSends() {
        assertThat(Moments.normalise("time", "11:30Z")).contains("19:30");
        assertThat(Moments.normalise("time", "19:30+08:00")).contains("19:30");
        assertThat(Moments.normalise("time", "19:30")).contains("19:30");
        assertThat(Moments.normalise("time", "19:30 or so")).isEmpty();
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsNone() {
        assertThat(FieldCheck.number("1e999999999")).isEmpty();
        assertThat(FieldCheck.number("1e-999999999")).isEmpty();
        assertThat(FieldCheck.number("9007199254740993.25")).isPresent();
    }

    /** Forms drawn at random from what an editor offers: what is taken opens, takes every shape, and gives it back. */
    @Test
    void whateverIsTakenIsOpenedSubmittedAndFoundAgain() throws JsonProcessingException {
        var random = new Random(20261130);
        var taken = 0;
        for (int drawing = 0; drawing < 400; drawing++) {
            var source = JSON.writeValueAsBytes(drawn(random));
            if (exam.examine(source).faults().isEmpty()) {
                taken++;
                assertUsable(source);
            }
        }
        assertThat(taken).as("forms that were taken").isBetween(50, 399);
    }

    private void assertUsable(byte[] source) {
        var form = FormDefinition.read(source);
        var submitted = Variables.createVariables();
        form.fields().forEach(field -> submitted.put(field.key(), asTasklistSends(field)));
        var plain = SubmittedValues.plain(submitted);
        var kept = check.check(form, plain, Map.of(), "HZ-AS");
        for (var field : form.fields()) {
            var sent = plain.get(field.key());
            if (field.hides().isEmpty() && sent != null && !List.of().equals(sent)) {
                assertThat(String.valueOf(kept.get(field.key())).replaceAll("\\.0$", ""))
                        .as(new String(source, StandardCharsets.UTF_8) + field.key())
                        .startsWith(sent.toString().replaceAll("\\.0$", ""));
            }
        }
    }

    /** Objects as Json, everything else untyped, as the task list does. */
    private static Object asTasklistSends(FormField field) {
        return switch (field.type()) {
            case "checkbox" -> true;
            case "checklist", "taglist" ->
                SpinValues.jsonValue("[\"" + field.choices().get(0) + "\"]").create();
            case "select", "radio" -> field.choices().get(0);
            case "date" -> "2999-12-31";
            case "time" -> "19:30";
            case "datetime" -> "2999-12-31T19:30";
            case "number" ->
                SubmittedValues.plain(Map.of("x", FormSamples.of(field).get(0))).get("x");
            default -> FormSamples.of(field).get(0);
        };
    }

    private static Map<String, Object> drawn(Random random) {
        var components = new ArrayList<Map<String, Object>>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            components.add(component(random, "f" + random.nextInt(30)));
        }
        return Map.of("type", "default", "id", "drawn", "schemaVersion", 16, "components", components);
    }

    private static Map<String, Object> component(Random random, String key) {
        var types = List.of(
                "textfield",
                "textarea",
                "number",
                "checkbox",
                "select",
                "radio",
                "checklist",
                "taglist",
                "datetime",
                "group");
        var type = types.get(random.nextInt(types.size()));
        var component = new LinkedHashMap<String, Object>();
        component.put("type", type);
        component.put("id", "id_" + key);
        component.put("label", "标签" + key);
        if (type.equals("group")) {
            component.put("components", List.of(component(random, key + "a")));
            return component;
        }
        component.put("key", key);
        var validate = new LinkedHashMap<String, Object>();
        validate.put("required", random.nextBoolean());
        switch (type) {
            case "textfield", "textarea" -> {
                some(random, validate, "minLength", 0, 1, 5, "=2");
                some(random, validate, "maxLength", 3, 200, "100", "一百");
                if (type.equals("textfield")) {
                    some(random, validate, "pattern", "^[0-9]{3}$", "^\\d{4}-\\d{4}$", "[甲乙]", "(?=a)b");
                }
            }
            case "number" -> {
                some(random, validate, "min", 0, -3, 2.5, "=1");
                some(random, validate, "max", 10, 100, 4);
                some(random, component, "decimalDigits", 0, 2);
                some(random, component, "increment", 1, 0.5, 5);
                some(random, component, "serializeToString", true, false);
            }
            case "select", "radio", "checklist", "taglist" ->
                component.put(
                        "values", List.of(Map.of("label", "甲", "value", "A"), Map.of("label", "乙", "value", "B")));
            case "datetime" -> {
                component.put("subtype", List.of("date", "time", "datetime").get(random.nextInt(3)));
                some(random, component, "timeSerializingFormat", "utc_offset", "utc_normalized", "no_timezone");
            }
            default -> some(random, component, "defaultValue", true, "yes");
        }
        component.put("validate", validate);
        return component;
    }

    private static void some(Random random, Map<String, Object> target, String name, Object... values) {
        if (random.nextInt(3) == 0) {
            target.put(name, values[random.nextInt(values.length)]);
        }
    }

    private static String field(String type, String key) {
        return "{'type':'" + type + "','id':'" + Math.abs(new Object().hashCode()) + "','key':'" + key
                + "','label':'甲'}";
    }

    private static String text(String... components) {
        return "{\"type\":\"default\",\"id\":\"f\",\"schemaVersion\":16,\"components\":["
                + String.join(",", components).replace('\'', '"') + "]}";
    }

    private static byte[] form(String... components) {
        return text(components).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        try (var stream = FormExamTest.class.getResourceAsStream("/engine/form/" + name + ".form")) {
            return stream.readAllBytes();
        }
    }

    /** Stands for a component that models call. */
    @ModelBean
    private static final class Component {}

    private static RowCheck rowCheck() {
        return new RowCheck(beans().getBeanProvider(RowList.class), (community, person) -> Optional.empty());
    }

    private static StaticListableBeanFactory beans() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("periods", new Component());
        beans.addBean(
                "attendance",
                new RowList("attendance", "签到", List.of(RowList.required("personNo", "人员", Kind.PERSON))));
        return beans;
    }
}
