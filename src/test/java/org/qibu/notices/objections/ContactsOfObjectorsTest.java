package org.qibu.notices.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.qibu.engine.FormRefused;
import org.qibu.mail.Recipient;
import org.qibu.text.Writings;

/** An objection, and the mail that answers it, give every address and number the verdict that every other door gives. */
class ContactsOfObjectorsTest {

    private static final List<String> REACHABLE = Writings.REACHABLE;
    private static final List<List<String>> DIALLED = Writings.DIALLED;
    private static final List<String> NEITHER = Stream.concat(
                    Writings.UNREACHABLE.stream(), Writings.NOT_DIALLED.stream())
            .toList();

    private static NewObjection said(String contact) {
        return new NewObjection("王建国", "灯太亮", contact);
    }

    @ParameterizedTest
    @FieldSource("REACHABLE")
    void takesWhatMailCanReach(String typed) {
        said(typed).check();
        assertThat(said(typed).email()).isEqualTo(typed);
        assertThat(Recipient.isUsable(typed)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("DIALLED")
    void takesWhatCanBeDialled(List<String> writing) {
        said(writing.get(0)).check();
        assertThat(said(writing.get(0)).phone()).isEqualTo(writing.get(1));
    }

    @ParameterizedTest
    @FieldSource("NEITHER")
    void refusesWhatIsNeither(String typed) {
        assertThatThrownBy(() -> said(typed).check()).isInstanceOfSatisfying(FormRefused.class, refused -> {
            assertThat(refused.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.key()).isEqualTo("contact");
                assertThat(fault.message()).containsAnyOf("“邮箱”收不到信，请检查", "请写手机号，或带区号的固定电话");
            });
        });
        assertThat(Recipient.isUsable(typed)).isFalse();
    }
}
