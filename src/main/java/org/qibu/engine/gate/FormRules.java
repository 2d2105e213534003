package org.qibu.engine.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qibu.engine.feel.SafeFeel;
import org.qibu.engine.form.FormExam;
import org.qibu.engine.form.FormFault;

/** Puts what stands against a form among the findings. */
final class FormRules {

    private static final SafeFeel FEEL = new SafeFeel();

    private final FormExam exam;
    private final Findings findings;
    private final Map<String, Boolean> fields = new HashMap<>();

    FormRules(FormExam exam, Findings findings) {
        this.exam = exam;
        this.findings = findings;
    }

    /** Examines a form and tells its id; empty where it has none. */
    Optional<String> check(String file, byte[] source) {
        var result = exam.examine(source);
        result.faults().forEach(fault -> add(file, fault));
        if (result.faults().isEmpty()) {
            result.conditions().forEach((field, conditions) -> conditions.forEach(text -> bounded(file, field, text)));
        }
        result.routing().forEach((key, isRouting) -> fields.merge(key, isRouting, Boolean::logicalOr));
        return Optional.of(result.id()).filter(id -> !id.isBlank());
    }

    /** The keys of all fields of the forms that were checked, each with whether it is kept for routing. */
    Map<String, Boolean> fields() {
        return Map.copyOf(fields);
    }

    /** A condition is held to the same rules as a cell, so that it ends in a time that grows with its length alone. */
    private void bounded(String file, String field, String condition) {
        var read = FEEL.expression(condition);
        var isEmpty = read.isAllowed() && FEEL.comesToNothing(condition, read.tree());
        if (!read.isAllowed() || isEmpty) {
            findings.add(
                    file,
                    Place.of("字段", "", field),
                    "的隐藏条件“=" + condition + "”" + (isEmpty ? "算不出结果，请改写" : read.objection()));
        }
    }

    private void add(String file, FormFault fault) {
        if (fault.kind().isEmpty()) {
            findings.add(file, fault.words());
        } else {
            findings.add(file, Place.of(fault.kind(), fault.label(), fault.id()), fault.words());
        }
    }
}
