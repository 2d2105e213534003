package org.qibu.engine.gate.dmn;

import java.util.Locale;

/** What kind of value a FEEL expression yields, as far as it can be told before it is evaluated. */
public enum FeelKind {
    TEXT("文字"),
    NUMBER("数字"),
    TRUTH("true 或 false"),
    MOMENT("日期时间"),
    DAY("日期"),
    CLOCK("钟点"),
    SPAN("时长"),
    LIST("一组值"),
    NOTHING("空"),
    UNKNOWN("未定");

    private final String words;

    FeelKind(String words) {
        this.words = words;
    }

    /** What people call it in Chinese. */
    String words() {
        return words;
    }

    /** The kind of a column by its {@code typeRef}; unknown where none is given or the engine takes any value. */
    public static FeelKind of(String typeRef) {
        return switch (typeRef.toLowerCase(Locale.ROOT)) {
            case "string" -> TEXT;
            case "integer", "long", "double", "number" -> NUMBER;
            case "boolean" -> TRUTH;
            case "date" -> MOMENT;
            default -> UNKNOWN;
        };
    }

    /** Whether values of both kinds can be equal. */
    boolean fits(FeelKind other) {
        return this == other || isOpen() || other.isOpen();
    }

    /** Whether it says nothing about the kind of the value. */
    boolean isOpen() {
        return this == UNKNOWN || this == NOTHING;
    }

    /** Whether one such value can be smaller than another. */
    boolean isOrdered() {
        return this != TRUTH && this != LIST;
    }
}
