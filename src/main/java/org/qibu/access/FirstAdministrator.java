package org.qibu.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.qibu.engine.identity.Accounts;
import org.qibu.engine.identity.Accounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the first administrator of an installation without a demonstration, before the port opens. */
@Component
public class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final String name;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            @Value("${qibu.admin.name:admin}") String name,
            @Value("${qibu.admin.password:}") String password) {
        this.accounts = accounts;
        this.name = name;
        this.password = password;
    }

    /** Makes the administrator unless there is any account; a password that was not set is made and printed once. */
    public void ensure() {
        if (accounts.isAny()) {
            return;
        }
        var given = !password.isBlank();
        var secret = given ? password : random();
        accounts.open(new Account(name, "系统管理员", "", List.of(Groups.CAMUNDA_ADMIN.id()), List.of()), secret);
        if (given) {
            log.info("The first administrator is {}", name);
        } else {
            log.warn("第一位管理员 / first administrator: {}  密码 / password: {}  （只显示这一次 / shown only once）", name, secret);
        }
    }

    private static String random() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
