package org.qibu.mail.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.qibu.mail.Letter;
import org.qibu.mail.MailSettings;
import org.qibu.mail.SentMail;
import org.qibu.transaction.WrittenTogether;
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
    private final WrittenTogether<HandedIn> handedIn = new WrittenTogether<>(this::write);

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
        var isByStranger = isByStranger();
        handedIn.addAll(letters.stream()
                .map(letter -> new HandedIn(letter, now, isByStranger))
                .toList());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Wake());
        }
    }

    /** A letter, with the moment and for whom it was handed in. */
    private record HandedIn(Letter letter, Instant at, boolean isByStranger) {}

    /** All of one transaction in one statement; those of another moment, as when the clock was moved meanwhile, in another. */
    private void write(List<HandedIn> letters) {
        letters.stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.at().truncatedTo(ChronoUnit.MINUTES), each.isByStranger()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(this::writeTogether);
    }

    private void writeTogether(List<HandedIn> letters) {
        var first = letters.get(0);
        outbox.add(
                writer.write(letters.stream().map(HandedIn::letter).toList()),
                settings.host(),
                first.at(),
                first.at().plus(settings.expiry()),
                first.isByStranger());
    }

    /** Whether this happens for somebody who asked without a login. */
    private static boolean isByStranger() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken;
    }

    /** The mails of a matter, oldest first. */
    public List<SentMail> of(String matterNo) {
        handedIn.flush();
        return register.of(matterNo);
    }

    private final class Wake implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            loop.wake();
        }
    }
}
