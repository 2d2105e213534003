package org.qibu.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/** A task that cannot be worked on now: gone, taken by somebody else (409) or never in sight (404). */
public class TaskUnavailable extends ProcessEngineException {

    private final int status;

    private TaskUnavailable(int status, String message) {
        super(message);
        this.status = status;
    }

    public static TaskUnavailable notFound() {
        return new TaskUnavailable(404, "没有找到这项任务。");
    }

    public static TaskUnavailable gone() {
        return new TaskUnavailable(409, "这项任务已经办完或已撤销，请刷新任务列表。");
    }

    public static TaskUnavailable taken(String assignee) {
        return new TaskUnavailable(409, "这项任务已由 " + assignee + " 认领，请刷新任务列表。");
    }

    /** What was done can no longer be taken back; the sentence says why. */
    public static TaskUnavailable builtOn(String sentence) {
        return new TaskUnavailable(409, sentence);
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }
}
