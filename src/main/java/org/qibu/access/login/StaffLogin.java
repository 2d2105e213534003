package org.qibu.access.login;

import org.jspecify.annotations.Nullable;
import org.qibu.engine.identity.CurrentAccount;
import org.qibu.engine.identity.CurrentAccounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks the password of a staff account. The account and its groups are asked for each time; only that a password fits what
 * is kept of it is remembered for a minute, since Basic sends it with each request.
 */
@Component
class StaffLogin implements AuthenticationProvider {

    private static final String NOBODY = "nobody";

    private final CurrentAccounts accounts;
    private final LoginThrottle throttle;
    private final MatchingPasswords matching = new MatchingPasswords();
    /** An account there is not takes as long to refuse as one there is. */
    private final BCryptPasswordEncoder effort = new BCryptPasswordEncoder(10);

    private final String nobodys = effort.encode(NOBODY);

    StaffLogin(CurrentAccounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var name = login.getName();
        var password = String.valueOf(login.getCredentials());
        var address = login.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var account = accounts.find(name).orElse(null);
        var key = MatchingPasswords.key(name, password, account == null ? "" : account.passwordHash());
        if (!matching.is(key, () -> tried(address, name, password, account)) || account == null || account.isLocked()) {
            throw new BadCredentialsException("wrong account or password");
        }
        var staff = new StaffAuthentication(account);
        staff.setDetails(login.getDetails());
        return staff;
    }

    /** Counts the try before it is made, so that of many at once no more are made than one after the other. */
    private boolean tried(String address, String name, String password, @Nullable CurrentAccount account) {
        throttle.count(address, name);
        if (account == null) {
            effort.matches(NOBODY, nobodys);
            return false;
        }
        var isRight = accounts.isPassword(account, password);
        if (isRight) {
            throttle.succeeded(address, name);
        }
        return isRight;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
