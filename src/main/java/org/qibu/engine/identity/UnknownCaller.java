package org.qibu.engine.identity;

import org.springframework.security.core.AuthenticationException;

/** The engine was asked by nobody: no account, and no work the product declared as its own. HTTP status 401. */
public class UnknownCaller extends AuthenticationException {

    /** @param what what was asked, for the log */
    public UnknownCaller(String what) {
        super("请先登录。 / The engine answers an account or declared system work only: " + what);
    }
}
