package org.qibu.access.login;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.qibu.limits.Limits;
import org.qibu.limits.NetworkAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, without keeping the right person out: tries count for an address and an account
 * together, so that neither somebody elsewhere locks a clerk's account nor somebody in the office all accounts of the office.
 * A try is counted before it is made, in the database, so that many at once, at any node, are no more than one after the
 * other. Runs by the machine's own time, since a training clock that is moved must not end a wait.
 */
@Component
class LoginThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final JdbcClient database;
    private final LongSupplier millis;

    @Autowired
    LoginThrottle(JdbcClient database) {
        this(database, System::currentTimeMillis);
    }

    LoginThrottle(JdbcClient database, LongSupplier millis) {
        this.database = database;
        this.millis = millis;
    }

    /**
     * Counts one more try of this address at this account.
     *
     * @throws TooManyTries when it has to wait; then the try must not be made
     */
    void count(String address, String account) {
        var subject = subject(address, account);
        var now = millis.getAsLong();
        var counted = database.sql("""
                        insert into login_try as kept (subject, tries, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update set last_at = :now,
                          tries = case when kept.last_at <= :now - :remembered then 1 else kept.tries + 1 end
                        where kept.tries < :free
                          or kept.last_at + least(:first * power(2, least(kept.tries - :free, :doublings)), :longest) <= :now""")
                        .param("subject", subject)
                        .param("now", now)
                        .param("remembered", REMEMBERED.toMillis())
                        .param("free", FREE_TRIES)
                        .param("first", FIRST_WAIT.toMillis())
                        .param("doublings", MOST_DOUBLINGS)
                        .param("longest", LONGEST_WAIT.toMillis())
                        .update()
                == 1;
        if (!counted) {
            throw new TooManyTries(Duration.ofMillis(wait(subject, now)));
        }
    }

    /** Where the clock went back, the wait begins now: nobody waits for the hour the clock once showed. */
    private long wait(String subject, long now) {
        return database.sql(
                        "update login_try set last_at = least(last_at, :now) where subject = :subject returning tries, last_at")
                .param("now", now)
                .param("subject", subject)
                .query((row, number) -> row.getLong("last_at") + longestAfter(row.getInt("tries")) - now)
                .optional()
                .orElse(0L);
    }

    private static long longestAfter(int tries) {
        var doublings = Math.max(0, Math.min(tries - FREE_TRIES, MOST_DOUBLINGS));
        return Math.min(FIRST_WAIT.toMillis() << doublings, LONGEST_WAIT.toMillis());
    }

    /** Forgets this address's tries at this account: it was the right person after all. */
    void succeeded(String address, String account) {
        database.sql("delete from login_try where subject = ?")
                .param(subject(address, account))
                .update();
    }

    /** Forgets whoever has not tried for long. */
    int forget() {
        return database.sql("delete from login_try where last_at <= ?")
                .param(millis.getAsLong() - REMEMBERED.toMillis())
                .update();
    }

    private static String subject(String address, String account) {
        return Limits.digest(NetworkAddress.networkOf(address) + "\n" + account);
    }
}
