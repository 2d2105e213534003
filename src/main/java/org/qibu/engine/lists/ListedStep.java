package org.qibu.engine.lists;

import java.util.List;
import org.qibu.engine.CourseElements;

/** A step as the task list shows it: the processes whose tasks belong to it, and its notices in the shared process. */
enum ListedStep {
    COLLECTION("一、议题征集", List.of(CourseElements.ISSUE_COLLECTION), List.of()),
    AGENDA("二、议题确定", List.of(CourseElements.AGENDA_SETTING), List.of("AGENDA_COUNCIL")),
    CONSULTATION("三、协商议事", List.of(CourseElements.CONSULTATION), List.of()),
    DECISION("四、决策表决", List.of(CourseElements.DECISION), List.of("RESULT_GENERAL", "RESULT_OWNERS", "RESULT_ELEVATOR")),
    IMPLEMENTATION("五、组织实施", List.of(CourseElements.IMPLEMENTATION), List.of()),
    FEEDBACK("六、反馈公开", List.of(CourseElements.FEEDBACK), List.of("COMPLETION")),
    REVIEW("七、评议回看", List.of(CourseElements.REVIEW, CourseElements.SPECIAL_INSPECTION), List.of());

    private final String chineseName;
    private final List<String> processes;
    private final List<String> notices;

    ListedStep(String chineseName, List<String> processes, List<String> notices) {
        this.chineseName = chineseName;
        this.processes = processes;
        this.notices = notices;
    }

    String key() {
        return "step-" + (ordinal() + 1);
    }

    String chineseName() {
        return chineseName;
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
