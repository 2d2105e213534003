package org.qibu.mail;

import java.util.Locale;

/** The words a kind of mail is written with. */
@FunctionalInterface
interface Wording {

    MailText of(MailKind kind, Locale language);
}
