package org.qibu.engine.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a Camunda Form, as the server reads it.
 *
 * @param routing whether the engine keeps the value to route by
 * @param rows the list of rows this field stands for, where it is one
 * @param choiceWords allowed values with their words, in order; empty where the field is free or its values come from
 *     elsewhere
 * @param choicesKey key of the values that the server supplies
 * @param ticked whether a box counts as ticked where it was not sent
 * @param preset what the form itself puts there where nothing is known
 * @param readOnly whether it only shows what is known; what is sent for it does not count
 * @param internal whether it is shown to staff alone, in no paper, notice or mail
 * @param hides FEEL conditions under any of which the field is not asked: those of the groups around it and its own
 */
public record FormField(
        String key,
        String label,
        String type,
        Rules rules,
        boolean routing,
        Optional<String> rows,
        Map<String, String> choiceWords,
        Optional<String> choicesKey,
        boolean ticked,
        Optional<String> preset,
        boolean readOnly,
        boolean internal,
        List<String> hides) {

    /**
     * What the form itself demands of a value.
     *
     * @param step what a number has to be a multiple of
     * @param minRows least number of rows of a required list
     * @param open whether a list of choices takes other words too
     * @param mustBeTicked whether a box is an assurance that has to be given; otherwise it only has to be answered
     * @param notPast whether a day before today is refused
     */
    public record Rules(
            boolean required,
            Optional<Integer> minLength,
            Optional<Integer> maxLength,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            Optional<String> pattern,
            Optional<String> validationType,
            Optional<Integer> decimals,
            Optional<BigDecimal> step,
            int minRows,
            boolean open,
            boolean mustBeTicked,
            boolean notPast) {}

    /** Allowed values; empty where the field is free or its values come from elsewhere. */
    public List<String> choices() {
        return List.copyOf(choiceWords.keySet());
    }

    public boolean isRows() {
        return rows.isPresent();
    }

    /** Whether a value is of the shape this field shows: rows in a list of rows, words in a list of choices, else one value. */
    boolean canHold(Object value) {
        if (!(value instanceof List<?> list)) {
            return !isRows() && !(value instanceof Map<?, ?>);
        }
        var ofRows = list.stream().anyMatch(Map.class::isInstance);
        return list.isEmpty() || (isRows() ? ofRows : !ofRows && ("checklist".equals(type) || "taglist".equals(type)));
    }
}
