package org.qibu.access.login;

import java.time.Duration;
import org.qibu.engine.identity.CurrentAccounts;
import org.qibu.engine.identity.TriedTooOften;
import org.qibu.engine.spi.PasswordCheck;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The password somebody who is logged in gives once more, to set another one: tries count like those of a login, since whoever
 * finds a browser left open must not guess there what they could not guess at the door.
 */
@Component
class PasswordAskedAgain implements PasswordCheck {

    private final CurrentAccounts accounts;
    private final LoginThrottle throttle;

    PasswordAskedAgain(CurrentAccounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public boolean isRight(String accountId, String password) {
        var address = address();
        try {
            throttle.count(address, accountId);
        } catch (TooManyTries many) {
            throw new TriedTooOften(Duration.ofSeconds(many.seconds()));
        }
        var isRight = accounts.find(accountId)
                .filter(account -> password != null && accounts.isPassword(account, password))
                .isPresent();
        if (isRight) {
            throttle.succeeded(address, accountId);
        }
        return isRight;
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }
}
