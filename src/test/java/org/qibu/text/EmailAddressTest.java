package org.qibu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One value meets one rule at each door: this is the rule for mail addresses; the doors have tests of their own. */
class EmailAddressTest {

    private static final List<String> REACHABLE = Writings.REACHABLE;
    private static final List<List<String>> CLEANED = Writings.CLEANED;
    private static final List<String> UNREACHABLE = Writings.UNREACHABLE;

    @ParameterizedTest
    @FieldSource("REACHABLE")
    void readsWhatMailCanReach(String typed) {
        assertThat(EmailAddress.read(typed)).map(EmailAddress::text).contains(typed);
        assertThat(EmailAddress.read("\u3000" + typed + " \n"))
                .map(EmailAddress::text)
                .contains(typed);
        assertThat(EmailAddress.isOne(typed)).isTrue();
        assertThat(EmailAddress.isOne(typed + " ")).isFalse();
    }

    @ParameterizedTest
    @FieldSource("UNREACHABLE")
    void refusesWhatNoMailCanReach(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(typed));
    }

    @ParameterizedTest
    @FieldSource("CLEANED")
    void leavesOutWhatDoesNotShow(List<String> writing) {
        assertThat(EmailAddress.read(writing.get(0))).map(EmailAddress::text).contains(writing.get(1));
        assertThat(EmailAddress.isOne(writing.get(0))).isFalse();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(EmailAddress.read(null)).isEmpty();
        assertThat(EmailAddress.read("a".repeat(65) + "@x.cn")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b".repeat(64) + ".cn")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b.".repeat(126) + "cn")).isEmpty();
        assertThat(EmailAddress.read("a".repeat(64) + "@" + "b".repeat(63) + ".cn"))
                .isPresent();
    }
}
