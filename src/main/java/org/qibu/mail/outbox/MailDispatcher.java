package org.qibu.mail.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.qibu.mail.MailSettings;
import org.qibu.mail.outbox.Delivery.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, one mail after the other, as many nodes as there are; takes them out of the table and notes
 * them as sent in small sets.
 *
 * <p>At least once: a node that dies between the server's yes and its own note sends again, under the same Message-ID.
 * While a server is down it is asked with one mail every half minute, so that nobody's attempts are used up on it.
 */
@Component
public class MailDispatcher {

    private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20;
    /** What went is noted at the latest so long after: as much as went in that time may go twice when a node dies. */
    private static final Duration UNNOTED = Duration.ofMillis(100);
    /** Well before the lease ends: the mail that is begun then has its time as well. */
    private static final Duration OURS = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final PhoneCalls calls;
    private final SmtpDelivery smtpDelivery;
    private final RecipientLimit recipients;
    private final MailSettings settings;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicLong sentSoFar = new AtomicLong();
    private Instant pausedUntil = Instant.MIN;

    MailDispatcher(
            Outbox outbox,
            PhoneCalls calls,
            SmtpDelivery smtpDelivery,
            RecipientLimit recipients,
            MailSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.calls = calls;
        this.smtpDelivery = smtpDelivery;
        this.recipients = recipients;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends everything due now and returns when nothing is left to do, or the mail server does not answer. */
    public void drain() {
        sendDue(true, () -> {});
    }

    /** How many mails this node has sent since it started. */
    public long sentSoFar() {
        return sentSoFar.get();
    }

    /** One turn of the loop; rests while the mail server is known to be down. */
    void turn() {
        turn(() -> {});
    }

    /** @param looks is called before each look at the outbox, which finds whatever was committed until then */
    void turn(Runnable looks) {
        sendDue(false, looks);
    }

    private void sendDue(boolean evenWhenPaused, Runnable looks) {
        if (!settings.sending()) {
            return;
        }
        round.lock();
        try {
            if (evenWhenPaused || !clock.instant().isBefore(pausedUntil)) {
                sendAll(looks);
            }
        } finally {
            round.unlock();
        }
    }

    /** What went is noted with the look for what has come meanwhile. */
    private void sendAll(Runnable looks) {
        var sent = new LinkedHashMap<Long, Instant>();
        var mayBeMore = !Thread.currentThread().isInterrupted();
        while (mayBeMore) {
            looks.run();
            var claimed = outbox.claim(clock.instant(), node, AT_ONCE, sent);
            sentSoFar.addAndGet(sent.size());
            sent.clear();
            if (claimed.expired() > 0) {
                log.warn("{} mails could not be sent in time and are given up; see /staff/mail", claimed.expired());
            }
            mayBeMore = send(claimed.lent(), sent);
        }
    }

    /**
     * Sends these, as long as the server answers and they are ours; whatever went is noted, whatever happens, at once or by
     * the look that follows.
     *
     * @param sent what went and is not noted yet
     * @return whether to look for more
     */
    private boolean send(List<OutboxMail> mails, Map<Long, Instant> sent) {
        var begun = System.nanoTime();
        var noted = begun;
        var tried = 0;
        var answers = true;
        var goesOn = false;
        try (var run = smtpDelivery.begin()) {
            while (answers && tried < mails.size() && isOurs(begun)) {
                var mail = mails.get(tried++);
                answers = send(mail, run, sent);
                if (System.nanoTime() - noted > UNNOTED.toNanos()) {
                    noteSent(sent);
                    noted = System.nanoTime();
                }
            }
            goesOn = answers && !Thread.currentThread().isInterrupted() && (!sent.isEmpty() || mails.size() == AT_ONCE);
        } finally {
            if (!goesOn || tried < mails.size()) {
                var left = mails.subList(tried, mails.size());
                noteEvenWhenStopped(sent, left.stream().map(OutboxMail::id).toList());
            }
        }
        return goesOn;
    }

    private static boolean isOurs(long begun) {
        return System.nanoTime() - begun < OURS.toNanos()
                && !Thread.currentThread().isInterrupted();
    }

    /** A node that stops interrupts whoever sends; what went must not go again for that. */
    private void noteEvenWhenStopped(Map<Long, Instant> sent, List<Long> notTried) {
        var stopped = Thread.interrupted();
        try {
            noteSent(sent);
            if (!notTried.isEmpty()) {
                outbox.notTried(notTried, node);
            }
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void noteSent(Map<Long, Instant> sent) {
        if (!sent.isEmpty()) {
            outbox.sent(sent);
            sentSoFar.addAndGet(sent.size());
            sent.clear();
        }
    }

    private boolean send(OutboxMail mail, MailRun run, Map<Long, Instant> sent) {
        if (recipients.isTooMany(mail)) {
            outbox.withheld(mail.id(), node, RecipientLimit.REASON);
            log.warn("Mail {} is withheld: strangers caused too many to its address", mail.id());
            return true;
        }
        var delivery = run.deliver(mail);
        switch (delivery.result()) {
            case SENT -> {
                sent.put(mail.id(), clock.instant());
                goesAgain();
            }
            case REFUSED -> bounced(mail, delivery);
            default -> later(mail, delivery);
        }
        return delivery.result() != Result.SERVER_DOWN;
    }

    private void goesAgain() {
        if (!pausedUntil.equals(Instant.MIN)) {
            pausedUntil = Instant.MIN;
            log.info("The mail server takes mail again");
        }
    }

    private void bounced(OutboxMail mail, Delivery delivery) {
        outbox.bounced(mail.id(), node, delivery.reason());
        calls.refused(mail.id());
        log.warn("Mail {} is refused for its address: {}", mail.id(), delivery.reason());
    }

    private void later(OutboxMail mail, Delivery delivery) {
        var now = clock.instant();
        outbox.later(mail.id(), node, delivery.reason(), now.plus(BackOff.after(mail.attempts(), delivery.result())));
        if (delivery.result() == Result.SERVER_DOWN) {
            pausedUntil = now.plus(PAUSE);
        }
        log.warn("Mail {} did not go at attempt {}: {}", mail.id(), mail.attempts(), delivery.reason());
    }
}
