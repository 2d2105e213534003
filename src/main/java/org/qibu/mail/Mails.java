package org.qibu.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where every room hands in its letters; they go out after the caller's transaction has committed, and only then. */
@Service
public class Mails {

    private final MailWriter writer;
    private final Outbox outbox;
    private final MailRegister register;
    private final MailLoop loop;
    private final MailSettings settings;
    private final Clock clock;

    Mails(MailWriter writer, Outbox outbox, MailRegister register, MailLoop loop, MailSettings settings, Clock clock) {
        this.writer = writer;
        this.outbox = outbox;
        this.register = register;
        this.loop = loop;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes the letter into the outbox as part of the running transaction; a second one with its key and address is dropped. */
    @Transactional
    public void send(Letter letter) {
        send(List.of(letter));
    }

    /** The same for many at once. */
    @Transactional
    public void send(List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var now = clock.instant();
        outbox.add(writer.write(letters), settings.host(), now, now.plus(settings.expiry()), isByStranger());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Wake());
        }
    }

    /** Whether this happens for somebody who asked without a login. */
    private static boolean isByStranger() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken;
    }

    /** The mails of a matter, oldest first. */
    public List<SentMail> of(String matterNo) {
        return register.of(matterNo);
    }

    private final class Wake implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            loop.wake();
        }
    }
}
