package org.qibu.engine.lists;

import java.util.List;
import org.qibu.engine.CourseElements;

/**
 * A step as the task list shows it: the processes whose tasks belong to it, and its notices in the shared process. The
 * name is the code of the step.
 */
enum ListedStep {
    S1(List.of(CourseElements.ISSUE_COLLECTION), List.of()),
    S2(List.of(CourseElements.AGENDA_SETTING), List.of("AGENDA_COUNCIL")),
    S3(List.of(CourseElements.CONSULTATION), List.of()),
    S4(List.of(CourseElements.DECISION), List.of("RESULT_GENERAL", "RESULT_OWNERS", "RESULT_ELEVATOR")),
    S5(List.of(CourseElements.IMPLEMENTATION), List.of()),
    S6(List.of(CourseElements.FEEDBACK), List.of("COMPLETION")),
    S7(List.of(CourseElements.REVIEW, CourseElements.SPECIAL_INSPECTION), List.of());

    private static final String NUMERALS = "一二三四五六七";

    private final List<String> processes;
    private final List<String> notices;

    ListedStep(List<String> processes, List<String> notices) {
        this.processes = processes;
        this.notices = notices;
    }

    String key() {
        return "step-" + (ordinal() + 1);
    }

    /** The number of the step as lists are numbered in Chinese. */
    char numeral() {
        return NUMERALS.charAt(ordinal());
    }

    List<String> processes() {
        return processes;
    }

    /** The kinds of notice whose objections are handled as part of the step. */
    List<String> notices() {
        return notices;
    }

    /** The processes in which a task of the step may come about. */
    List<String> places() {
        return notices.isEmpty() ? processes : List.of(processes.get(0), CourseElements.PUBLIC_NOTICE);
    }
}
