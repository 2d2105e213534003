package org.qibu.mail.texts;

import java.util.Locale;
import org.qibu.mail.MailKind;

/** The words a kind of mail is written with. */
@FunctionalInterface
public interface Wording {

    MailText of(MailKind kind, Locale language);
}
