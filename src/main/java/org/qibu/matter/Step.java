package org.qibu.matter;

import java.util.Optional;
import java.util.stream.Stream;

/** The seven steps, with the process that carries each. */
public enum Step {
    S1("issue-collection"),
    S2("agenda-setting"),
    S3("consultation"),
    S4("decision"),
    S5("implementation"),
    S6("feedback"),
    S7("review");

    private final String process;

    Step(String process) {
        this.process = process;
    }

    /** The id of the process that carries this step. */
    public String process() {
        return process;
    }

    /** 1 to 7. */
    public int number() {
        return ordinal() + 1;
    }

    /** The step a process carries; empty for the main and the shared processes. */
    public static Optional<Step> ofProcess(String process) {
        return Stream.of(values()).filter(step -> step.process.equals(process)).findFirst();
    }
}
