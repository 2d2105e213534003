package org.qibu.demo;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.qibu.engine.identity.Accounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The training clock for trainers and tests: what time it is, and forward with it. */
@RestController
@ConditionalOnDemo
@RequestMapping("/api/demo/clock")
class ClockApi {

    private static final String ADMINISTRATORS = "camunda-admin";

    private final TrainingClock clock;
    private final Accounts accounts;

    ClockApi(TrainingClock clock, Accounts accounts) {
        this.clock = clock;
        this.accounts = accounts;
    }

    /** What time it is and how far that is ahead of the machine. */
    record Time(OffsetDateTime now, long aheadSeconds) {}

    /** What happened until the clock stood: jobs that ran, mails that went, jobs that failed. */
    record Moved(OffsetDateTime now, int jobs, long mails, List<String> failures) {}

    @GetMapping
    Time now() {
        return new Time(clock.now(), clock.ahead().toSeconds());
    }

    @PostMapping
    Moved move(@RequestBody ClockMove move, Principal who) {
        Optional.ofNullable(who)
                .flatMap(login -> accounts.find(login.getName()))
                .filter(account -> account.isIn(ADMINISTRATORS))
                .orElseThrow(ClockRefused::toOthersThanAdministrators);
        var clockMoveResult = clock.move(move);
        return new Moved(clock.now(), clockMoveResult.jobs(), clockMoveResult.mails(), clockMoveResult.failures());
    }
}
