package org.qibu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.qibu.engine.FormRefused;
import org.qibu.engine.RowList;
import org.qibu.text.Writings;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A form, and so the door for residents' issues, gives every address and number the verdict that every other door gives. */
class ContactsInFormsTest {

    private static final List<String> REACHABLE = Writings.REACHABLE;
    private static final List<String> UNREACHABLE = Writings.UNREACHABLE;
    private static final List<List<String>> DIALLED = Writings.DIALLED;
    private static final List<String> NOT_DIALLED = Writings.NOT_DIALLED;

    private static final String FORM = """
            {"id":"contact","components":[
              {"type":"textfield","key":"phone","label":"联系电话","properties":{"format":"phone"}},
              {"type":"textfield","key":"mail","label":"电子邮箱","validate":{"validationType":"email"}}
            ]}""";

    private final FormDefinition form = FormDefinition.read(FORM.getBytes(StandardCharsets.UTF_8));
    private final FormCheck check = new FormCheck(
            new RowCheck(
                    new StaticListableBeanFactory().getBeanProvider(RowList.class),
                    (community, person) -> Optional.empty()),
            Clock.systemUTC());

    private Object kept(String key, String typed) {
        return check.check(form, Map.of(key, typed), Map.of(), "HZ-AS").get(key);
    }

    private String refusal(String key, String typed) {
        return catchThrowableOfType(FormRefused.class, () -> kept(key, typed))
                .faults()
                .get(0)
                .message();
    }

    @ParameterizedTest
    @FieldSource("REACHABLE")
    void takesWhatMailCanReach(String typed) {
        assertThat(kept("mail", typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @FieldSource("UNREACHABLE")
    void refusesWhatNoMailReaches(String typed) {
        assertThat(refusal("mail", typed)).isEqualTo("“电子邮箱”收不到信，请检查（句号要用英文点）。");
    }

    @ParameterizedTest
    @FieldSource("DIALLED")
    void takesWhatCanBeDialled(List<String> writing) {
        assertThat(kept("phone", writing.get(0))).isEqualTo(writing.get(1));
    }

    @ParameterizedTest
    @FieldSource("NOT_DIALLED")
    void refusesWhatCannotBeDialled(String typed) {
        assertThat(refusal("phone", typed)).isEqualTo("请写手机号，或带区号的固定电话，如 0572-1234567 转 8012。");
    }
}
