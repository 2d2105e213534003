package org.qibu.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.qibu.engine.Accounts;
import org.qibu.engine.Accounts.Account;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a staff account's password; a verified one is believed for a minute, since Basic sends it with each request. */
@Component
class StaffLogin implements AuthenticationProvider {

    private static final String NOBODY = "nobody";

    private final Accounts accounts;
    private final LoginThrottle throttle;
    /** An account there is not takes as long to refuse as one there is. */
    private final BCryptPasswordEncoder effort = new BCryptPasswordEncoder(10);

    private final String nobodys = effort.encode(NOBODY);
    private final Cache<String, Account> verified = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();

    StaffLogin(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var name = login.getName();
        var password = String.valueOf(login.getCredentials());
        var address = login.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var account = verified.get(fingerprint(name, password), key -> verify(address, name, password));
        if (account == null) {
            throw new BadCredentialsException("wrong account or password");
        }
        var authorities =
                account.groups().stream().map(group -> "ROLE_" + group).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                account.id(), null, AuthorityUtils.createAuthorityList(authorities));
    }

    private Account verify(String address, String name, String password) {
        throttle.mustNotWait(address, name);
        if (accounts.isPassword(name, password)) {
            throttle.succeeded(address, name);
            return accounts.find(name).orElse(null);
        }
        throttle.failed(address, name);
        if (accounts.find(name).isEmpty()) {
            effort.matches(NOBODY, nobodys);
        }
        return null;
    }

    private static String fingerprint(String name, String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
