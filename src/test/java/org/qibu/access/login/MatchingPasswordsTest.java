package org.qibu.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qibu.limits.AtOnce;

/** Rights outlive no account: that a password matches its hash may be remembered, whose it is and what it opens never. */
class MatchingPasswordsTest {

    private final MatchingPasswords passwords = new MatchingPasswords();
    private final AtomicInteger compared = new AtomicInteger();

    private boolean is(String password, String hash) {
        return passwords.is(MatchingPasswords.key("clerk", password, hash), () -> {
            compared.incrementAndGet();
            return password.equals("right");
        });
    }

    @Test
    void theRightPasswordIsComparedOnceHoweverManyRequestsBringIt() {
        AtOnce.passed(100, () -> assertThat(is("right", "hash")).isTrue());
        assertThat(compared).hasValue(1);
    }

    @Test
    void eachWrongPasswordIsATryOfItsOwn() {
        AtOnce.passed(100, () -> assertThat(is("wrong", "hash")).isFalse());
        assertThat(compared).hasValue(100);
    }

    @Test
    void aNewHashIsComparedAnew() {
        assertThat(is("right", "hash")).isTrue();
        assertThat(is("right", "new hash")).isTrue();
        assertThat(compared).hasValue(2);
    }

    @Test
    void accountAndPasswordAreToldApart() {
        assertThat(MatchingPasswords.key("ab", "c", "hash")).isNotEqualTo(MatchingPasswords.key("a", "bc", "hash"));
    }

    @Test
    void aRefusalToCompareIsNotRemembered() {
        var key = MatchingPasswords.key("clerk", "right", "hash");
        assertThatThrownBy(() -> passwords.is(key, () -> {
                    throw new IllegalStateException("wait");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(is("right", "hash")).isTrue();
    }
}
