package org.qibu.engine.spi;

import org.qibu.engine.identity.TriedTooOften;

/** Checks a password where the engine asks for it again, such as before a new one is set. */
public interface PasswordCheck {

    /**
     * Whether it is; an account there is not has none.
     *
     * @throws TriedTooOften where as many were wrong lately as a login lets pass
     */
    boolean isRight(String accountId, String password);
}
