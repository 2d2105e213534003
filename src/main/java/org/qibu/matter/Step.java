package org.qibu.matter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibu.engine.CourseElements;

/** The seven steps, with the process that carries each. */
public enum Step {
    S1(CourseElements.ISSUE_COLLECTION),
    S2(CourseElements.AGENDA_SETTING),
    S3(CourseElements.CONSULTATION),
    S4(CourseElements.DECISION),
    S5(CourseElements.IMPLEMENTATION),
    S6(CourseElements.FEEDBACK),
    S7(CourseElements.REVIEW),

    /** What a damaged row says; belongs to no process and to no list of the seven. */
    UNKNOWN("");

    private final String process;

    Step(String process) {
        this.process = process;
    }

    /** The id of the process that carries this step. */
    public String process() {
        return process;
    }

    /** 1 to 7; 0 where it is not known. */
    public int number() {
        return this == UNKNOWN ? 0 : ordinal() + 1;
    }

    /** The seven, in their order. */
    public static List<Step> seven() {
        return Stream.of(values()).filter(step -> step != UNKNOWN).toList();
    }

    /** The step of this name, such as S3; UNKNOWN for anything else, so that one damaged row spoils no list. */
    public static Step of(String name) {
        return Stream.of(values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The step a process carries; empty for the main and the shared processes. */
    public static Optional<Step> ofProcess(String process) {
        return seven().stream().filter(step -> step.process.equals(process)).findFirst();
    }
}
