package org.qibu.matter.page;

import java.util.List;
import java.util.Map;
import org.qibu.engine.MatterLock;
import org.qibu.engine.NotYourTask;
import org.qibu.engine.RowList;
import org.qibu.engine.TaskUnavailable;
import org.qibu.engine.form.FormSubmissionService;
import org.qibu.engine.tasks.OpenTasks;
import org.qibu.engine.tasks.OpenTasks.OpenTask;
import org.qibu.matter.access.StaffAccess;
import org.qibu.matter.form.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes and shows the rows that are entered on a matter's page for a task that waits. */
@Component
public class RowEntry {

    /** Lists that only those who work on them may read: a ballot is nobody else's business. */
    private static final List<String> CLOSED_LISTS = List.of("ballots");

    private final OpenTasks tasks;
    private final FormSubmissionService forms;
    private final Records records;
    private final MatterLock lock;

    RowEntry(OpenTasks tasks, FormSubmissionService forms, Records records, MatterLock lock) {
        this.tasks = tasks;
        this.forms = forms;
        this.records = records;
        this.lock = lock;
    }

    /**
     * A list as the editor opens it.
     *
     * @param saved whether the rows are saved for the task, or only proposed from what was known before
     */
    record Sheet(OpenTask task, RowList list, List<Map<String, Object>> rows, boolean saved) {}

    static boolean isClosedList(String field) {
        return CLOSED_LISTS.contains(field);
    }

    /** The lists this user may fill now. */
    List<Sheet> sheets(String matterNo, List<OpenTask> open) {
        return open.stream()
                .filter(OpenTask::workable)
                .flatMap(task -> task.rows().stream().map(list -> sheet(matterNo, task, list)))
                .toList();
    }

    private Sheet sheet(String matterNo, OpenTask task, RowList list) {
        var drafts = records.draftRows(matterNo, list.field());
        var rows = drafts.isEmpty() ? tasks.proposed(matterNo, task, list.field()) : drafts;
        return new Sheet(task, list, rows, !drafts.isEmpty());
    }

    /** The rows of a list: those entered for the task that waits, else those it proposes, else the last submitted. */
    public List<Map<String, Object>> rows(StaffAccess.View view, String field) {
        var matterNo = view.matter().matterNo();
        var open = tasks.of(matterNo, view.account().id()).stream()
                .filter(task -> task.asksFor(field))
                .toList();
        if (isClosedList(field) && open.stream().noneMatch(OpenTask::workable)) {
            throw new NotYourTask("这份清单只有经办人可以查看。");
        }
        var drafts = records.draftRows(matterNo, field);
        if (!drafts.isEmpty()) {
            return drafts;
        }
        return open.stream()
                .findFirst()
                .map(task -> tasks.proposed(matterNo, task, field))
                .filter(rows -> !rows.isEmpty())
                .orElseGet(() -> lastSubmitted(matterNo, field));
    }

    private List<Map<String, Object>> lastSubmitted(String matterNo, String field) {
        return records.of(matterNo).stream()
                .map(record -> record.values().rows(field))
                .filter(rows -> !rows.isEmpty())
                .reduce((first, second) -> second)
                .orElse(List.of());
    }

    /** Checks rows and keeps them for the task that asks for them; returns how many. */
    @Transactional
    public int save(StaffAccess.View view, String field, Object rows) {
        lock.hold(view.matter().matterNo());
        list(view, field);
        var matter = view.matter();
        var checked = forms.checkRows(field, rows, matter.communityCode());
        records.draft(matter.matterNo(), field, checked, view.account().id());
        return checked.size();
    }

    /**
     * The list, when a task that asks for it waits for this user.
     *
     * @throws TaskUnavailable when no task asks for it any more, whoever's
     * @throws NotYourTask when one does, but not this user
     */
    RowList list(StaffAccess.View view, String field) {
        var asking = tasks.of(view.matter().matterNo(), view.account().id()).stream()
                .filter(task -> task.asksFor(field))
                .toList();
        if (asking.isEmpty()) {
            throw TaskUnavailable.notAskedForNow();
        }
        return asking.stream()
                .filter(OpenTask::workable)
                .flatMap(task -> task.rows().stream())
                .filter(list -> list.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new NotYourTask("您现在没有需要填写这份清单的任务。"));
    }
}
