package org.qibu.community.rolls.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.qibu.community.rolls.RollKind;
import org.qibu.text.Writings;

/** A roll gives every mail address and telephone number the verdict that every other door gives. */
class ContactsOfRollsTest {

    private static final List<String> REACHABLE = Writings.REACHABLE;
    private static final List<List<String>> CLEANED = Writings.CLEANED;
    private static final List<String> UNREACHABLE = Writings.UNREACHABLE;
    private static final List<List<String>> DIALLED = Writings.DIALLED;
    private static final List<String> NOT_DIALLED = Writings.NOT_DIALLED;

    private final CellCheck cells = new CellCheck(RollKind.OWNERS, 2026);

    @ParameterizedTest
    @FieldSource("REACHABLE")
    void takesWhatMailCanReach(String typed) {
        assertThat(cells.fault("email", typed)).isEmpty();
        assertThat(cells.canonical("email", typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @FieldSource("UNREACHABLE")
    void refusesWhatNoMailReaches(String typed) {
        assertThat(cells.fault("email", typed)).contains("“邮箱”收不到信，请检查（句号要用英文点）。");
    }

    @ParameterizedTest
    @FieldSource("DIALLED")
    void takesWhatCanBeDialled(List<String> writing) {
        assertThat(cells.fault("phone", writing.get(0))).isEmpty();
        assertThat(cells.canonical("phone", writing.get(0))).isEqualTo(writing.get(1));
    }

    @ParameterizedTest
    @FieldSource("NOT_DIALLED")
    void refusesWhatCannotBeDialled(String typed) {
        assertThat(cells.fault("phone", typed)).contains("请写手机号，或带区号的固定电话，如 0572-1234567 转 8012。");
    }

    @ParameterizedTest
    @FieldSource("CLEANED")
    void keepsAnAddressOneWay(List<String> writing) {
        assertThat(cells.fault("email", writing.get(0))).isEmpty();
        assertThat(cells.canonical("email", writing.get(0))).isEqualTo(writing.get(1));
    }
}
