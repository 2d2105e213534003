package org.qibu.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/** A task that cannot be worked on now: gone, taken by somebody else (409) or never in sight (404). */
public class TaskUnavailable extends ProcessEngineException {

    /** Status of what this person cannot see. */
    public static final int NOT_FOUND = 404;

    private static final int CONFLICT = 409;

    private final int status;

    private TaskUnavailable(int status, String message) {
        super(message);
        this.status = status;
    }

    public static TaskUnavailable notFound() {
        return new TaskUnavailable(NOT_FOUND, "没有找到这项任务。");
    }

    public static TaskUnavailable gone() {
        return new TaskUnavailable(CONFLICT, "这项任务已经办完或已撤销，请刷新任务列表。");
    }

    /** Somebody else completed it; {@code who} is what people call them. */
    public static TaskUnavailable done(String who) {
        return new TaskUnavailable(CONFLICT, "这项任务已由" + who + "办完，请刷新任务列表。");
    }

    /** The same person completed it before: a second click, or an answer that got lost. */
    public static TaskUnavailable doneByYourself() {
        return new TaskUnavailable(CONFLICT, "这项任务您已经办理，不用再提交。");
    }

    /** Somebody else holds it; {@code who} is what people call them. */
    public static TaskUnavailable taken(String who) {
        return new TaskUnavailable(CONFLICT, "这项任务已由" + who + "认领，请刷新任务列表。");
    }

    /** It was offered to this person until the work was handed to another organisation. */
    public static TaskUnavailable givenToOthers() {
        return new TaskUnavailable(CONFLICT, "这项任务已交给新的领办单位办理，请刷新任务列表。");
    }

    /** No task asks for these rows any more, or none does yet. */
    public static TaskUnavailable notAskedForNow() {
        return new TaskUnavailable(CONFLICT, "现在没有任务要填这份清单，可能刚刚有人办完，请刷新后再看。");
    }

    /** Its process cannot go on because of the model; {@code kept} says whether what was typed is kept as a draft. */
    public static TaskUnavailable faulty(boolean kept) {
        return new TaskUnavailable(
                CONFLICT, "流程定义有误，这一步暂时不能继续，已通知流程管理员。" + (kept ? "您填写的内容已保存，修好后打开这项任务再提交即可。" : "请稍后再试。"));
    }

    /** What was done can no longer be taken back; the sentence says why. */
    public static TaskUnavailable builtOn(String sentence) {
        return new TaskUnavailable(CONFLICT, sentence);
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }
}
