package org.qibu.mail;

import java.util.Locale;
import java.util.Objects;
import org.qibu.text.EmailAddress;

/** One person a mail goes to: exactly one plain address, a name for the greeting and the language it is written in. */
public record Recipient(String address, String name, Locale language) {

    private static final int MAX_NAME = 60;

    public Recipient {
        if (!isUsable(address)) {
            throw new IllegalArgumentException("Not one plain mail address");
        }
        name = PlainText.line(Objects.requireNonNullElse(name, ""), MAX_NAME);
        language = language != null && "en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** Whether a mail could be addressed to this text at all; the same verdict as at the doors where it was typed. */
    public static boolean isUsable(String address) {
        return EmailAddress.isOne(address);
    }
}
