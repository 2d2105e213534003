package org.qibu.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One telephone number that can be dialled from anywhere in the country, read the same way at every door: a mobile, a
 * landline with its area code and perhaps an extension, a 400 or 800 number, or a foreign one that begins with +.
 * However it was spaced, bracketed or typed in full width, it is written one way: 13800000000, 0572-1234567转8012,
 * 400-123-4567, +852 2345 6789. Which numbers exist is read from the plan of Google's libphonenumber.
 *
 * @param text the number as it is stored and shown
 */
public record PhoneNumber(String text) {

    private static final String CHINA = "CN";
    private static final int CHINA_CODE = 86;
    private static final int LONGEST = 40;
    private static final int SHORTEST_SUBSCRIBER = 7;
    private static final Pattern SIGNS = Pattern.compile("\\+?[0-9(][0-9() -]*[0-9]");
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*[0-9)])[ ,，-]*\\(?(?:总机)?(?:转|轉|分机号?|ext\\.?|x|#)[ :：]*([0-9]{1,6})\\)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern THREE_PARTS = Pattern.compile("^(\\(?0[0-9]{2,3}[) -]{1,3}[0-9]{7,8})-([0-9]{1,6})$");
    private static final Pattern ABROAD = Pattern.compile("^(?:\\+|00)[0-9(].*");

    /** The number somebody typed; empty where it is none of these, and for null. */
    public static Optional<PhoneNumber> read(@Nullable String typed) {
        var shown = typed == null ? "" : TextCharacters.shownOnOneLine(typed);
        if (shown.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = plain(shown);
        var extended = (THREE_PARTS.matcher(plain).matches() ? THREE_PARTS : EXTENSION).matcher(plain);
        var isExtended = extended.matches();
        var number = isExtended ? extended.group(1).strip() : plain;
        return written(number, isExtended ? extended.group(2) : "").map(PhoneNumber::new);
    }

    /** The sentence for whoever typed something else. */
    public static String refusal() {
        return "请写手机号，或带区号的固定电话，如 0572-1234567 转 8012。";
    }

    @Override
    public String toString() {
        return text;
    }

    private static String plain(String typed) {
        var narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Pd}\\u2212\\u2500\\u30FC]", "-")
                .replaceAll("[\\p{Z}\\t]+", " ")
                .replaceFirst("^ *\\( *(\\+86|0086) *\\)", "$1");
        return narrow.strip();
    }

    private static Optional<String> written(String number, String extension) {
        if (!SIGNS.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            var plan = PhoneNumberUtil.getInstance();
            var parsed = plan.parse(number.startsWith("00") ? "+" + number.substring(2) : number, CHINA);
            return plan.isValidNumber(parsed) ? written(plan, number, parsed, extension) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> written(
            PhoneNumberUtil plan, String typed, Phonenumber.PhoneNumber number, String extension) {
        var suffix = extension.isEmpty() ? "" : "转" + extension;
        if (number.getCountryCode() != CHINA_CODE) {
            return Optional.of(plan.format(number, PhoneNumberFormat.INTERNATIONAL) + suffix);
        }
        var parts = plan.format(number, PhoneNumberFormat.NATIONAL).split(" ");
        var digits = String.join("", parts);
        return switch (plan.getNumberType(number)) {
            case MOBILE -> Optional.of(digits).filter(mobile -> extension.isEmpty());
            case FIXED_LINE, FIXED_LINE_OR_MOBILE -> {
                var subscriber = digits.substring(parts[0].length());
                var hasAreaCode = parts[0].startsWith("0") && isWithAreaCode(typed);
                yield hasAreaCode && subscriber.length() >= SHORTEST_SUBSCRIBER
                        ? Optional.of(parts[0] + "-" + subscriber + suffix)
                        : Optional.empty();
            }
            case TOLL_FREE, SHARED_COST -> Optional.of(String.join("-", parts) + suffix);
            default -> Optional.empty();
        };
    }

    private static boolean isWithAreaCode(String typed) {
        return typed.replaceAll("[( -]", "").startsWith("0")
                || ABROAD.matcher(typed).matches()
                || typed.startsWith("86");
    }
}
