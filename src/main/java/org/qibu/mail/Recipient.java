package org.qibu.mail;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** One person a mail goes to: exactly one plain address, a name for the greeting and the language it is written in. */
public record Recipient(String address, String name, Locale language) {

    private static final int MAX_ADDRESS = 254;
    private static final int MAX_NAME = 60;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern PLAIN = Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?i:(?:"
            + LABEL + "\\.)+(?!xn--)[a-z][a-z0-9-]*[a-z0-9])");

    public Recipient {
        if (!isUsable(address)) {
            throw new IllegalArgumentException("Not one plain mail address");
        }
        name = PlainText.line(Objects.requireNonNullElse(name, ""), MAX_NAME);
        language = language != null && "en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** Whether a mail could be addressed to this text at all; look-alike international domains are refused. */
    public static boolean isUsable(String address) {
        return address != null
                && address.length() <= MAX_ADDRESS
                && PLAIN.matcher(address).matches();
    }
}
