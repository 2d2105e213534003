package org.qibu.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** A submitted form that cannot be taken; says in Chinese which field is wrong and why. Becomes HTTP status 400. */
public class FormRefused extends FormFieldValidationException {

    private final transient List<Fault> faults;

    /** A single fault. An empty key stands for the form as a whole. */
    public record Fault(String key, String message) {}

    public FormRefused(String key, String message) {
        this(List.of(new Fault(key, message)));
    }

    public FormRefused(List<Fault> faults) {
        super(faults.get(0).key(), faults.get(0).message());
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of the form. */
    public List<Fault> faults() {
        return faults;
    }

    /** Collects faults over a whole form, so that a clerk sees all of them at once. */
    public static final class Collector {

        private final Map<String, String> found = new LinkedHashMap<>();

        /** Notes a fault; the first of a field counts. */
        public void add(String key, String message) {
            found.putIfAbsent(key, message);
        }

        /** Notes a fault when it is one. */
        public void check(boolean good, String key, String message) {
            if (!good) {
                add(key, message);
            }
        }

        /** Throws when anything was found. */
        public void refuseIfAny() {
            if (!found.isEmpty()) {
                throw new FormRefused(found.entrySet().stream()
                        .map(fault -> new Fault(fault.getKey(), fault.getValue()))
                        .toList());
            }
        }
    }
}
