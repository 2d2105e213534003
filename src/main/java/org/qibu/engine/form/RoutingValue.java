package org.qibu.engine.form;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a field of a form hands to the models.
 *
 * @param isKept whether it is kept for routing, so that a model can ask for it
 * @param type {@code Boolean} for a box, {@code Number}, {@code String} for a choice; {@code Object} where it is not certain
 * @param choices the only texts it can be, in order; empty where it can be any, or where the server supplies them
 * @param mayBeEmpty whether a form can be submitted without it
 */
public record RoutingValue(boolean isKept, Class<?> type, Set<String> choices, boolean mayBeEmpty) {

    private static final Map<String, Class<?>> TYPES =
            Map.of("checkbox", Boolean.class, "number", Number.class, "select", String.class, "radio", String.class);

    /** One that is always there. */
    public RoutingValue(boolean isKept, Class<?> type, Set<String> choices) {
        this(isKept, type, choices, false);
    }

    public static RoutingValue of(FormField field) {
        var type = field.isRows() ? Object.class : TYPES.getOrDefault(field.type(), Object.class);
        var choices = type == String.class ? new LinkedHashSet<>(field.choices()) : Set.<String>of();
        var mayBeEmpty = type != Boolean.class
                && (!field.rules().required() || !field.hides().isEmpty());
        return new RoutingValue(field.routing(), type, choices, mayBeEmpty);
    }

    /** The same, where nobody keeps it. */
    public RoutingValue unkept() {
        return new RoutingValue(false, type, choices, mayBeEmpty);
    }

    /** What is known of a value that two forms give under one key. */
    public RoutingValue or(RoutingValue other) {
        if (isKept != other.isKept) {
            return isKept ? this : other;
        }
        var either = new LinkedHashSet<String>();
        if (!choices.isEmpty() && !other.choices.isEmpty()) {
            either.addAll(choices);
            either.addAll(other.choices);
        }
        return new RoutingValue(
                isKept, type == other.type ? type : Object.class, either, mayBeEmpty || other.mayBeEmpty);
    }
}
