package org.qibu.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.form.FormExam;
import org.qibu.engine.form.FormFault;

/** Puts what stands against a form among the findings. */
final class FormRules {

    private final FormExam exam;
    private final Findings findings;
    private final Map<String, Boolean> fields = new HashMap<>();
    private boolean isUnread;

    FormRules(FormExam exam, Findings findings) {
        this.exam = exam;
        this.findings = findings;
    }

    /** Examines a form and tells its id; empty where it has none. */
    Optional<String> check(String file, byte[] source) {
        var result = exam.examine(source);
        result.faults().forEach(fault -> add(file, fault));
        isUnread |= result.id().isBlank();
        result.routing().forEach((key, isRouting) -> fields.merge(key, isRouting, Boolean::logicalOr));
        return Optional.of(result.id()).filter(id -> !id.isBlank());
    }

    /** Whether a form could not be read as far as its id. */
    boolean isUnread() {
        return isUnread;
    }

    /** The keys of all fields of the forms that were checked, each with whether it is kept for routing. */
    Map<String, Boolean> fields() {
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
