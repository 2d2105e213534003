package org.qibu.engine.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qibu.engine.FormRefused;
import org.qibu.engine.PlainInput;
import org.qibu.text.EmailAddress;
import org.qibu.text.PhoneNumber;

/** One value against the rules of its field; returns it in its plain type. */
public final class FieldCheck {

    private static final java.util.regex.Pattern BY_NUMBER =
            java.util.regex.Pattern.compile("((?<!\\\\)(?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})");
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WORD = 80;

    private final Supplier<LocalDate> today;

    /** @param today in China; asked only where a field refuses days that are past */
    FieldCheck(Supplier<LocalDate> today) {
        this.today = today;
    }

    /** The value in its plain type; null where nothing was entered. */
    Object value(FormField field, Object value, FormRefused.Collector faults) {
        if ("checkbox".equals(field.type())) {
            return flag(field, value, faults);
        }
        if (isEmpty(value)) {
            faults.check(!field.rules().required(), field.key(), "请填写“" + field.label() + "”。");
            return null;
        }
        return switch (field.type()) {
            case "number" -> number(field, value, faults);
            case "checklist", "taglist" -> several(field, value, faults);
            case "date", "time", "datetime" -> moment(field, value, faults);
            default -> text(field, value, faults);
        };
    }

    /** Why a field could not hold this value at any time, in a whole sentence; empty where it could. */
    public static Optional<String> objection(FormField field, Object value) {
        try {
            var faults = new FormRefused.Collector();
            new FieldCheck(() -> LocalDate.MIN).value(field, value, faults);
            faults.refuseIfAny();
            return Optional.empty();
        } catch (FormRefused refused) {
            return Optional.of(refused.faults().get(0).message());
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || List.of().equals(value);
    }

    private static Object flag(FormField field, Object value, FormRefused.Collector faults) {
        if (value == null) {
            faults.check(!field.rules().required(), field.key(), "请明确“" + field.label() + "”是还是否。");
            return field.ticked();
        }
        var ticked = yesOrNo(value);
        faults.check(ticked.isPresent(), field.key(), "“" + field.label() + "”只能选择是或否。");
        faults.check(ticked.orElse(true) || !field.rules().mustBeTicked(), field.key(), "请勾选“" + field.label() + "”。");
        return ticked.orElse(false);
    }

    static Optional<Boolean> yesOrNo(Object value) {
        if (value instanceof Boolean ticked) {
            return Optional.of(ticked);
        }
        var text = value.toString();
        return "true".equals(text) || "false".equals(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    private static Object number(FormField field, Object value, FormRefused.Collector faults) {
        var label = field.label();
        var number = number(value);
        if (number.isEmpty()) {
            faults.add(field.key(), "“" + label + "”要填数字。");
            return null;
        }
        var amount = number.get();
        var rules = field.rules();
        rules.min()
                .ifPresent(min -> faults.check(
                        amount.compareTo(min) >= 0, field.key(), "“" + label + "”不能小于 " + plain(min) + "。"));
        rules.max()
                .ifPresent(max -> faults.check(
                        amount.compareTo(max) <= 0, field.key(), "“" + label + "”不能大于 " + plain(max) + "。"));
        rules.decimals()
                .ifPresent(decimals -> faults.check(
                        amount.stripTrailingZeros().scale() <= decimals,
                        field.key(),
                        decimals == 0 ? "“" + label + "”要填整数。" : "“" + label + "”最多 " + decimals + " 位小数。"));
        rules.step()
                .ifPresent(step -> faults.check(
                        amount.remainder(step).signum() == 0,
                        field.key(),
                        "“" + label + "”要是 " + plain(step) + " 的倍数。"));
        return rules.decimals().filter(decimals -> decimals == 0).isPresent()
                        && amount.stripTrailingZeros().scale() <= 0
                ? (Object) amount.longValue()
                : amount;
    }

    public static Optional<BigDecimal> number(Object value) {
        try {
            var text = value.toString().strip();
            return text.length() > 30
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text)).filter(FieldCheck::isHandy);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A short text can name a number that fills the memory once it is written out. */
    private static boolean isHandy(BigDecimal number) {
        return number.scale() <= 40 && number.precision() - number.scale() <= 19;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Object several(FormField field, Object value, FormRefused.Collector faults) {
        var chosen = value instanceof List<?> list ? list : List.of(value);
        var words = chosen.stream()
                .map(String::valueOf)
                .map(word -> PlainInput.checked(word, field.key(), "“" + field.label() + "”", faults))
                .filter(word -> !word.isEmpty())
                .toList();
        if (field.rules().open()) {
            faults.check(
                    words.stream().allMatch(word -> word.length() <= LONGEST_WORD),
                    field.key(),
                    "“" + field.label() + "”每项最多 " + LONGEST_WORD + " 个字。");
        } else {
            words.forEach(word -> checkChoice(field, word, faults));
        }
        faults.check(!words.isEmpty() || !field.rules().required(), field.key(), "请至少选择一项“" + field.label() + "”。");
        return words;
    }

    private Object moment(FormField field, Object value, FormRefused.Collector faults) {
        var parsed = Moments.normalise(field.type(), value.toString());
        faults.check(parsed.isPresent(), field.key(), "“" + field.label() + "”的日期或时间无效。");
        parsed.filter(moment -> field.rules().notPast())
                .ifPresent(moment -> faults.check(
                        !Moments.isBefore(moment, today.get()), field.key(), "“" + field.label() + "”不能早于今天。"));
        return parsed.orElse(null);
    }

    private static Object text(FormField field, Object value, FormRefused.Collector faults) {
        if (value instanceof List<?> lines && "textarea".equals(field.type())) {
            return text(field, lines.stream().map(String::valueOf).collect(Collectors.joining("\n")), faults);
        }
        if (!(value instanceof String || value instanceof Number)) {
            faults.add(field.key(), "“" + field.label() + "”要填文字。");
            return null;
        }
        var text = PlainInput.checked(value.toString(), field.key(), "“" + field.label() + "”", faults);
        var rules = field.rules();
        var length = text.codePointCount(0, text.length());
        var longest = rules.maxLength().orElse(LONGEST_TEXT);
        faults.check(length <= longest, field.key(), "“" + field.label() + "”最多 " + longest + " 个字。");
        rules.minLength()
                .ifPresent(
                        min -> faults.check(length >= min, field.key(), "“" + field.label() + "”至少要写 " + min + " 个字。"));
        rules.pattern()
                .ifPresent(
                        pattern -> faults.check(matches(pattern, text), field.key(), "“" + field.label() + "”的格式不正确。"));
        checkChoice(field, text, faults);
        return rules.validationType()
                .map(type -> "email".equals(type) ? email(field, text, faults) : phone(field, text, faults))
                .orElse(text);
    }

    private static String email(FormField field, String text, FormRefused.Collector faults) {
        var read = EmailAddress.read(text);
        faults.check(read.isPresent(), field.key(), EmailAddress.refusal(field.label()));
        return read.map(EmailAddress::text).orElse(text);
    }

    private static String phone(FormField field, String text, FormRefused.Collector faults) {
        var read = PhoneNumber.read(text);
        faults.check(read.isPresent(), field.key(), PhoneNumber.refusal());
        return read.map(PhoneNumber::text).orElse(text);
    }

    private static void checkChoice(FormField field, String value, FormRefused.Collector faults) {
        faults.check(
                field.choices().isEmpty() || field.choices().contains(value),
                field.key(),
                "“" + field.label() + "”不能选“" + value + "”，请从列表中选择。");
    }

    /** A pattern as this engine reads it: browsers write a character by its number as \\u4e00. */
    public static String readable(String pattern) {
        return BY_NUMBER.matcher(pattern).replaceAll("$1\\\\x{$2}");
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(readable(pattern))
                    .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
