package org.qibu.mail.outbox;

import java.time.Duration;
import java.util.Locale;
import org.qibu.limits.Bound;
import org.qibu.limits.Limits;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from having mails sent to somebody: whoever raises issues, objects or acts with a receipt may name any
 * address, so that of the mails they cause so many go to one address and no more. Whatever they raised is taken all the same.
 */
@Component
class RecipientLimit {

    /** Why such a mail was not sent, as staff read it. */
    static final String REASON = "这个邮箱短时间内收到的网上来件邮件太多，这封没有发送；核实是本人的，可以再次发送。";

    private static final String NAME = "mail-recipient";
    private static final Bound[] BOUNDS = {new Bound(3, Duration.ofMinutes(10)), new Bound(10, Duration.ofDays(1))};

    private final Limits limits;

    RecipientLimit(Limits limits) {
        this.limits = limits;
    }

    /** Counts the mail at its first attempt, and says whether it is one too many for its address. */
    boolean isTooMany(OutboxMail mail) {
        return mail.byStranger()
                && mail.attempts() == 1
                && limits.count(NAME, mailboxOf(mail.address()), BOUNDS).isPresent();
    }

    /** Whoever owns wang@ also reads what is sent to wang+1@, wang+2@ and so on, at most providers. */
    static String mailboxOf(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("^([^+@]+)\\+[^@]*@", "$1@");
    }
}
