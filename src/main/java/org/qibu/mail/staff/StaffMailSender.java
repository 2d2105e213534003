package org.qibu.mail.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.qibu.mail.Letter;
import org.qibu.mail.Recipient;
import org.qibu.mail.StaffReader;
import org.qibu.mail.outbox.Mails;
import org.qibu.mail.outbox.PhoneCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends mails to members of staff, each under a token of its own; whoever has no address is to be called. */
@Component
public class StaffMailSender {

    private static final Logger log = LoggerFactory.getLogger(StaffMailSender.class);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final PhoneCalls calls;
    private final Mails mails;

    public StaffMailSender(PhoneCalls calls, Mails mails) {
        this.calls = calls;
        this.mails = mails;
    }

    /** Joins the caller's transaction. */
    void send(StaffMail mail) {
        send(List.of(mail));
    }

    /** The same for many. */
    void send(List<StaffMail> wanted) {
        mails.send(wanted.stream()
                .filter(this::canBeWritten)
                .map(StaffMailSender::letter)
                .toList());
    }

    private boolean canBeWritten(StaffMail mail) {
        var person = mail.reader().person();
        if (person.isEmpty()) {
            log.warn(
                    "Nobody to tell {} about {}: no account {}",
                    mail.kind(),
                    mail.matterNo(),
                    mail.reader().id());
            return false;
        }
        if (!Recipient.isUsable(person.get().email())) {
            calls.withoutAddress(
                    mail.kind(),
                    mail.key(),
                    mail.matterNo(),
                    mail.communityCode(),
                    person.get().id(),
                    person.get().name());
            return false;
        }
        return true;
    }

    private static Letter letter(StaffMail mail) {
        var person = mail.reader().person().orElseThrow();
        var to = new Recipient(
                person.email(), person.name(), mail.reader().choice().language());
        var token = token();
        var model = mail.model().apply(token, to.language());
        model.put("link", StaffLinks.toTask(mail.taskId(), token));
        return Letter.of(mail.key(), mail.kind(), mail.matterNo(), mail.communityCode(), to, model)
                .readBy(new StaffReader(token, person.id(), mail.standsInFor(), mail.taskId(), mail.lines()));
    }

    private static String token() {
        var bytes = new byte[12];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
