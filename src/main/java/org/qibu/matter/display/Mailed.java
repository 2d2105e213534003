package org.qibu.matter.display;

import org.qibu.mail.SentMail;

/** A sent mail for those who may know that it went out but not to where. */
public final class Mailed {

    private Mailed() {}

    public static SentMail withoutAddress(SentMail mail) {
        return new SentMail(
                mail.id(),
                mail.kind(),
                mail.matterNo(),
                "***",
                "",
                mail.subject(),
                mail.state(),
                mail.createdAt(),
                mail.sentAt(),
                mail.attempts(),
                null);
    }
}
