package org.qibu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.engine.FormRefused;
import org.qibu.engine.PlainInput;
import org.qibu.engine.RowList;
import org.qibu.engine.RowList.Kind;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FormCheckTest {

    private static final String FORM = """
            {"id":"look","components":[
              {"type":"textfield","key":"title","label":"标题","validate":{"required":true,"maxLength":5,"minLength":2}},
              {"type":"number","key":"cost","label":"费用","decimalDigits":2,"validate":{"min":0,"max":100}},
              {"type":"number","key":"count","label":"人数","decimalDigits":0},
              {"type":"checkbox","key":"met","label":"达到","properties":{"required":"true"}},
              {"type":"select","key":"kind","label":"类型","values":[{"label":"甲","value":"A"},{"label":"乙","value":"B"}]},
              {"type":"textfield","key":"reason","label":"理由","properties":{"requiredWhenShown":"true"},
                "conditional":{"hide":"=kind != \\"B\\""}},
              {"type":"datetime","subtype":"date","key":"day","dateLabel":"日期"},
              {"type":"textfield","key":"mail","label":"邮箱","validate":{"validationType":"email"}},
              {"type":"table","id":"t","label":"签到","properties":{"rows":"attendance","required":"true","minRows":"1"}}
            ]}""";

    private final FormDefinition form = FormDefinition.read(FORM.getBytes(StandardCharsets.UTF_8));
    private final FormCheck check = new FormCheck(rowCheck(), Clock.systemUTC());

    @Test
    void aConditionBeyondTheBoundsOfTablesEndsAtOnce() {
        var endless = FormDefinition.read(FORM.replace("kind != \\\"B\\\"", "count(for i in 1..10000000 return i) > 1")
                .getBytes(StandardCharsets.UTF_8));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> check.check(endless, good(), Map.of(), "HZ-AS"))
                        .isInstanceOf(FeelException.class)
                        .hasMessageContaining("不允许"));
    }

    @Test
    void takesAFormThatIsFilledRightAndGivesPlainTypes() {
        var checked = check.check(form, good(), Map.of(), "HZ-AS");

        assertThat(checked)
                .containsEntry("title", "垃圾房")
                .containsEntry("met", false)
                .containsEntry("count", 12L);
        assertThat(checked).doesNotContainKeys("reason", "mail", "kind");
        assertThat(checked.get("attendance")).isEqualTo(List.of(Map.of("personNo", "P001", "present", true)));
    }

    @Test
    void asksForAFieldOnlyWhileItIsShown() {
        var submitted = with("kind", "B");

        assertThatThrownBy(() -> check.check(form, submitted, Map.of(), "HZ-AS"))
                .hasMessageContaining("请填写“理由”");
    }

    @Test
    void refusesAKeyTheFormDoesNotHave() {
        assertThatThrownBy(() -> check.check(form, with("amountApproved", 9), Map.of(), "HZ-AS"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("amountApproved");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysInChineseWhatIsWrongAtWhichField(String key, Object value) {
        assertThatThrownBy(() -> check.check(form, with(key, value), Map.of(), "HZ-AS"))
                .isInstanceOfSatisfying(FormRefused.class, refused -> {
                    assertThat(refused.faults()).singleElement().satisfies(fault -> {
                        assertThat(fault.key()).isEqualTo(key);
                        assertThat(fault.message()).endsWith("。");
                    });
                });
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("title", "长"),
                Arguments.of("title", "这个标题太长了"),
                Arguments.of("title", "   "),
                Arguments.of("title", true),
                Arguments.of("cost", -1),
                Arguments.of("cost", 100.5),
                Arguments.of("cost", "1.234"),
                Arguments.of("cost", "很多"),
                Arguments.of("count", 1.5),
                Arguments.of("met", "banana"),
                Arguments.of("kind", "C"),
                Arguments.of("day", "2026-02-30"),
                Arguments.of("mail", "a@x.cn\r\nBcc: b@y.cn"),
                Arguments.of("attendance", List.of()),
                Arguments.of("attendance", "P001"),
                Arguments.of("attendance", List.of(Map.of("personNo", "P999", "present", true))),
                Arguments.of("attendance", List.of(Map.of("personNo", "P001", "present", true, "guest", "P999"))),
                Arguments.of("attendance", List.of(Map.of("personNo", "P001"))),
                Arguments.of("attendance", List.of(Map.of("personNo", "P001", "present", true, "phone", "1"))));
    }

    @Test
    void somebodyNoListKnowsIsNamedAndNotNumbered() {
        for (var guest : List.of("李阿姨", "3幢老王", "Lucy")) {
            var row = Map.of("personNo", "P001", "present", true, "guest", guest);
            assertThat(check.check(form, with("attendance", List.of(row)), Map.of(), "HZ-AS")
                            .get("attendance"))
                    .isEqualTo(List.of(row));
        }
    }

    @Test
    void namesEveryFaultAtOnce() {
        var submitted = with("cost", -1);
        submitted.remove("title");

        assertThatThrownBy(() -> check.check(form, submitted, Map.of(), "HZ-AS"))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.faults()).hasSize(2));
    }

    @Test
    void characterThatCannotBeKeptIsRefusedByItsFieldAndNeverTakenOut() {
        for (var bad : List.of("\u202E", "\u0000", "\uE863", "\uFFFD", "\uD842")) {
            assertThatThrownBy(() -> check.check(form, with("title", "垃" + bad + "圾房"), Map.of(), "HZ-AS"))
                    .isInstanceOfSatisfying(
                            FormRefused.class,
                            refused -> assertThat(refused.faults())
                                    .singleElement()
                                    .satisfies(fault -> {
                                        assertThat(fault.key()).isEqualTo("title");
                                        assertThat(fault.message()).contains("”有无法识别的字");
                                    }));
        }
        assertThat(check.check(form, with("title", "\uFEFF垃圾\u200B房\u00A0"), Map.of(), "HZ-AS"))
                .containsEntry("title", "垃圾房");
    }

    @Test
    void keepsRareCharactersWhole() {
        assertThat(PlainInput.clean("䶮𠮷·买买提")).isEqualTo("䶮𠮷·买买提");
    }

    private static Map<String, Object> good() {
        var submitted = new HashMap<String, Object>();
        submitted.put("title", "垃圾房");
        submitted.put("count", 12);
        submitted.put("met", false);
        submitted.put("mail", "");
        submitted.put("kind", null);
        submitted.put("attendance", List.of(Map.of("personNo", "P001", "present", true)));
        return submitted;
    }

    private static Map<String, Object> with(String key, Object value) {
        var submitted = good();
        submitted.put(key, value);
        return submitted;
    }

    private static RowCheck rowCheck() {
        var beans = new StaticListableBeanFactory();
        beans.addBean(
                "attendance",
                new RowList(
                        "attendance",
                        "签到",
                        List.of(
                                RowList.required("personNo", "人员", Kind.PERSON),
                                RowList.required("present", "到会", Kind.FLAG),
                                RowList.optional("guest", "陪同", Kind.PERSON_OR_NAME))));
        return new RowCheck(
                beans.getBeanProvider(RowList.class),
                (community, person) -> Optional.of(person).filter("P001"::equals));
    }
}
