package org.qibu.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.qibu.engine.form.FormFault;
import org.qibu.engine.form.RoutingValue;
import org.qibu.engine.form.exam.FormContract;
import org.qibu.engine.form.exam.FormExam;
import org.qibu.engine.gate.finding.Findings;
import org.qibu.engine.gate.finding.Place;

/** Puts what stands against a form among the findings. */
final class FormRules {

    private final FormExam exam;
    private final Map<String, byte[]> own;
    private final Set<String> startForms;
    private final Predicate<String> isInModels;
    private final Findings findings;
    private final Map<String, RoutingValue> fields = new HashMap<>();
    private boolean isUnread;

    /**
     * @param own forms that come with the program, by id
     * @param startForms ids of the forms with which a matter is raised, of which nothing is kept for routing
     * @param isInModels whether the models and tables that are deployed together name a value
     */
    FormRules(
            FormExam exam,
            Map<String, byte[]> own,
            Set<String> startForms,
            Predicate<String> isInModels,
            Findings findings) {
        this.exam = exam;
        this.own = own;
        this.startForms = startForms;
        this.isInModels = isInModels;
        this.findings = findings;
    }

    /** Examines a form and tells its id; empty where it has none. */
    Optional<String> check(String file, byte[] source) {
        var result = exam.examine(source);
        result.faults().forEach(fault -> add(file, fault));
        if (result.faults().isEmpty() && own.containsKey(result.id())) {
            FormContract.broken(own.get(result.id()), source, isInModels).forEach(fault -> add(file, fault));
        }
        isUnread |= result.id().isBlank();
        var isStart = startForms.contains(result.id());
        result.routing().forEach((key, value) -> fields.merge(key, isStart ? value.unkept() : value, RoutingValue::or));
        return Optional.of(result.id()).filter(id -> !id.isBlank());
    }

    /** Whether a form could not be read as far as its id. */
    boolean isUnread() {
        return isUnread;
    }

    /** The keys of all fields of the forms that were checked, each with what it hands to the models. */
    Map<String, RoutingValue> fields() {
        return Map.copyOf(fields);
    }

    private void add(String file, FormFault fault) {
        if (fault.kind().isEmpty()) {
            findings.add(file, fault.words());
        } else {
            findings.add(file, Place.of(fault.kind(), fault.label(), fault.id()), fault.words());
        }
    }
}
