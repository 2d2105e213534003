package org.qibu.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One plain mail address that mail can reach, read the same way at every door: {@code local@domain.tld} in plain Latin
 * letters, as RFC 5321 writes it, without display name, quotes, brackets, link or second address. What an input method
 * made of it (full-width letters, 。 for the dot, ＠) is refused, not guessed at. So are domains that only look like
 * others (xn--) and addresses somebody masked with stars.
 *
 * @param text the address as it is stored and written to
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'+/=?^_`{|}~-]+";
    private static final String LABEL = "(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern PLAIN =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?i:(?:" + LABEL + "\\.)+[a-z]{2,63})");

    public EmailAddress {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("not one plain mail address");
        }
    }

    /**
     * The address somebody typed, blanks around it and signs without a shape left out; empty where no mail could reach it,
     * and for null.
     */
    public static Optional<EmailAddress> read(@Nullable String typed) {
        var text = typed == null ? "" : TextCharacters.shownOnOneLine(typed);
        return text.length() <= LONGEST && PLAIN.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    /** Whether a text is, to the letter, an address mail can be sent to. */
    public static boolean isOne(String text) {
        return read(text).filter(address -> address.text().equals(text)).isPresent();
    }

    /** The sentence for whoever typed something else into the field or column of this label. */
    public static String refusal(String label) {
        return "“" + label + "”收不到信，请检查（句号要用英文点）。";
    }

    @Override
    public String toString() {
        return text;
    }
}
