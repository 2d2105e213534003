package org.qibu.engine.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qibu.engine.FileDemand;
import org.qibu.engine.FormLabel;

/** A Camunda Form read from its JSON: the fields a person fills, in order, and the files it asks for. */
public record FormDefinition(String id, List<FormField> fields, Set<String> optionKeys, List<FileDemand> files) {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    /**
     * Reads a form, the same way at the gate and whenever it is served or checked.
     *
     * @throws FormUnreadable where something in it cannot be used
     */
    public static FormDefinition read(byte[] source) {
        var reading = FormReader.read(source);
        if (!reading.faults().isEmpty()) {
            throw new FormUnreadable(reading.faults());
        }
        return reading.form();
    }

    /** The keys of the single fields; rows are kept elsewhere. */
    public Set<String> keys() {
        return fields.stream()
                .filter(field -> !field.isRows())
                .map(FormField::key)
                .collect(Collectors.toSet());
    }

    /** The keys of the fields people write words into, in order. */
    public List<String> textKeys() {
        return fields.stream()
                .filter(field -> TEXTS.contains(field.type()))
                .map(FormField::key)
                .toList();
    }

    /** What its fields are called, in order. */
    public List<FormLabel> labels() {
        return fields.stream()
                .map(field -> new FormLabel(field.key(), field.label(), field.choiceWords(), field.internal()))
                .toList();
    }

    /** What a field is called; its key where the form does not know it. */
    public String label(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(FormField::label)
                .findFirst()
                .orElse(key);
    }
}
