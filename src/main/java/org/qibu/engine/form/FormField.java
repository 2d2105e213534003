package org.qibu.engine.form;

import java.util.List;
import java.util.Optional;

/**
 * One field of a Camunda Form, as the server reads it.
 *
 * @param routing whether the engine keeps the value to route by
 * @param rows the list of rows this field stands for, where it is one
 * @param choices allowed values, empty where the field is free or its values come from elsewhere
 * @param choicesKey key of the values that the server supplies
 * @param ticked whether a box counts as ticked where it was not sent
 * @param preset what the form itself puts there where nothing is known
 * @param hide FEEL condition under which the field is not asked
 */
record FormField(
        String key,
        String label,
        String type,
        Rules rules,
        boolean routing,
        Optional<String> rows,
        List<String> choices,
        Optional<String> choicesKey,
        boolean ticked,
        Optional<String> preset,
        Optional<String> hide) {

    /**
     * What the form itself demands of a value.
     *
     * @param minRows least number of rows of a required list
     * @param open whether a list of choices takes other words too
     * @param mustBeTicked whether a box is an assurance that has to be given; otherwise it only has to be answered
     */
    record Rules(
            boolean required,
            Optional<Integer> minLength,
            Optional<Integer> maxLength,
            Optional<Double> min,
            Optional<Double> max,
            Optional<String> pattern,
            Optional<String> validationType,
            Optional<Integer> decimals,
            int minRows,
            boolean open,
            boolean mustBeTicked) {}

    boolean isRows() {
        return rows.isPresent();
    }
}
