package org.qibu.engine.form.exam;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.qibu.engine.PlainInput;
import org.qibu.engine.form.FormField;

/** Values a person could enter into a field, in every shape in which the task list and other clients send them. */
final class FormSamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = "样例文字";
    private static final int TRIES = 200;

    private FormSamples() {}

    /** Values that keep the field's own rules, each typed as it is sent; empty where no value can be found. */
    static List<Object> of(FormField field) {
        return switch (field.type()) {
            case "checkbox" -> flags(field);
            case "number" -> numbers(field.rules());
            case "select", "radio" -> singles(field);
            case "checklist", "taglist" -> lists(field);
            case "date" -> List.of("2999-12-31", "2999-12-30T16:00:00.000+0000");
            case "time" -> List.of("19:30", "19:30+08:00", "11:30Z");
            case "datetime" -> List.of("2999-12-31T19:30", "2999-12-31T19:30+08:00", "2999-12-31T11:30Z");
            default -> texts(field.rules());
        };
    }

    private static List<Object> flags(FormField field) {
        var sent = Stream.of(true, false)
                .filter(ticked -> ticked || !field.rules().mustBeTicked())
                .map(Variables::booleanValue);
        return Stream.concat(sent, Stream.of("true")).map(Object.class::cast).toList();
    }

    private static List<Object> singles(FormField field) {
        var values = field.choices().isEmpty() ? List.of("P001") : field.choices();
        return values.stream()
                .map(Variables::stringValue)
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> lists(FormField field) {
        var values = field.choices().isEmpty() ? List.of("P001", "P002") : field.choices();
        return List.of(json(values), json(values.subList(0, 1)));
    }

    private static Object json(List<String> values) {
        return SpinValues.jsonValue(JSON.valueToTree(values).toString()).create();
    }

    private static List<Object> numbers(FormField.Rules rules) {
        var sent = new ArrayList<Object>();
        Stream.concat(
                        Stream.of(rules.min(), rules.max()).flatMap(Optional::stream),
                        Stream.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.5")))
                .map(near -> fitting(near, rules))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(number -> {
                    sent.add(Variables.doubleValue(number.doubleValue()));
                    sent.add(Variables.stringValue(number.toPlainString()));
                    if (number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0) {
                        sent.add(Variables.integerValue(number.intValue()));
                    }
                });
        return sent;
    }

    /** The nearest number that keeps the rules; null where there is none nearby. */
    private static BigDecimal fitting(BigDecimal near, FormField.Rules rules) {
        var step = rules.step()
                .orElse(rules.decimals()
                        .map(d -> BigDecimal.ONE.movePointLeft(d))
                        .orElse(null));
        if (step == null) {
            return isWithin(near, rules) ? near : null;
        }
        return Stream.of(RoundingMode.CEILING, RoundingMode.FLOOR)
                .map(rounding -> near.divide(step, 0, rounding).multiply(step).stripTrailingZeros())
                .filter(number -> isWithin(number, rules))
                .filter(number ->
                        rules.decimals().map(most -> number.scale() <= most).orElse(true))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWithin(BigDecimal number, FormField.Rules rules) {
        return rules.min().map(min -> number.compareTo(min) >= 0).orElse(true)
                && rules.max().map(max -> number.compareTo(max) <= 0).orElse(true);
    }

    private static List<Object> texts(FormField.Rules rules) {
        if (rules.validationType().isPresent()) {
            return List.of("email".equals(rules.validationType().get()) ? "yangli@qibu.example" : "+8613800000000");
        }
        return rules.pattern().map(pattern -> matching(pattern, rules)).orElseGet(() -> List.of(ofLength(rules)));
    }

    private static Object ofLength(FormField.Rules rules) {
        var length = Math.max(
                rules.minLength().orElse(1),
                Math.min(WORDS.length(), rules.maxLength().orElse(20_000)));
        return WORDS.repeat(length / WORDS.length() + 1).substring(0, length);
    }

    private static List<Object> matching(String pattern, FormField.Rules rules) {
        try {
            var generator = RgxGen.parse(pattern);
            var random = new Random(7);
            return IntStream.range(0, TRIES)
                    .mapToObj(time -> generator.generate(random))
                    .filter(text -> text.equals(PlainInput.clean(text)) && !text.isEmpty())
                    .filter(text -> text.length() >= rules.minLength().orElse(1)
                            && text.length() <= rules.maxLength().orElse(20_000))
                    .limit(3)
                    .map(Object.class::cast)
                    .toList();
        } catch (RuntimeException unknown) {
            return List.of();
        }
    }
}
