package org.qibu.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.qibu.text.CodeLabels;

/**
 * A list of rows that a form needs but cannot hold: who attended, which actions are planned. Edited on the matter's page
 * or sent as a {@code Json} variable under the same key; checked alike on both ways.
 *
 * @param field the key, e.g. {@code attendance}
 * @param label what a person calls the list
 */
public record RowList(String field, String label, List<Column> columns) {

    /** What a member of a row may hold. */
    public enum Kind {
        TEXT,
        /** personNo of somebody known in the matter's community */
        PERSON,
        /** personNo of somebody known, or a text that names them */
        PERSON_OR_NAME,
        FLAG,
        WHOLE,
        AMOUNT,
        DAY,
        CHOICE
    }

    /** One allowed value of a choice. */
    public record Choice(String value, String label) {

        /** These codes with the labels they have everywhere. */
        public static Choice[] of(CodeLabels labels, String... codes) {
            return Stream.of(codes)
                    .map(code -> new Choice(code, labels.label(code, Locale.CHINESE)))
                    .toArray(Choice[]::new);
        }
    }

    /** One member of a row. */
    public record Column(String key, String label, Kind kind, boolean required, List<Choice> choices) {}

    public static Column required(String key, String label, Kind kind) {
        return new Column(key, label, kind, true, List.of());
    }

    public static Column optional(String key, String label, Kind kind) {
        return new Column(key, label, kind, false, List.of());
    }

    public static Column choice(String key, String label, boolean required, Choice... choices) {
        return new Column(key, label, Kind.CHOICE, required, List.of(choices));
    }
}
