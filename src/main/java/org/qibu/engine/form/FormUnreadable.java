package org.qibu.engine.form;

import java.util.List;
import java.util.stream.Collectors;

/** A deployed form that cannot be served or checked; says what stands against it in Chinese. */
public class FormUnreadable extends IllegalArgumentException {

    private final transient List<FormFault> faults;

    FormUnreadable(List<FormFault> faults) {
        super(faults.stream().map(FormFault::sentence).collect(Collectors.joining()));
        this.faults = List.copyOf(faults);
    }

    /** What stands against it; never empty. */
    public List<FormFault> faults() {
        return faults;
    }
}
