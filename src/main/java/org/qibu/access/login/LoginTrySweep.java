package org.qibu.access.login;

import org.qibu.calendar.PeriodicSweep;
import org.springframework.stereotype.Component;

/** Throws away tries at passwords that count for nothing any more. */
@Component
class LoginTrySweep extends PeriodicSweep {

    private final LoginThrottle throttle;

    LoginTrySweep(LoginThrottle throttle) {
        super("login-tries");
        this.throttle = throttle;
    }

    @Override
    public void runDue() {
        throttle.forget();
    }
}
