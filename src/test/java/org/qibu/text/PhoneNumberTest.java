package org.qibu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One value meets one rule at each door: this is the rule for telephone numbers; the doors have tests of their own. */
class PhoneNumberTest {

    private static final List<List<String>> DIALLED = Writings.DIALLED;
    private static final List<String> NOT_DIALLED = Writings.NOT_DIALLED;

    @ParameterizedTest
    @FieldSource("DIALLED")
    void readsNumbersHoweverTheyAreWritten(List<String> writing) {
        assertThat(PhoneNumber.read(writing.get(0))).map(PhoneNumber::text).contains(writing.get(1));
        assertThat(PhoneNumber.read(writing.get(1))).map(PhoneNumber::text).contains(writing.get(1));
    }

    @ParameterizedTest
    @FieldSource("NOT_DIALLED")
    void refusesWhatCannotBeDialled(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }
}
