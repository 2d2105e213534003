package org.qibu.mail.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qibu.mail.MailKind;

/** Which {@code {{names}}} may stand in the words of each kind of mail; nothing else is ever put in. */
public final class MailNames {

    /** Values that are lists and stand on a line of their own. */
    public static final Set<String> LISTS =
            Set.of("steps", "adopted", "notAdopted", "further", "reminders", "newTasks", "unclaimed", "lines", "toDo");

    private static final List<String> TASK =
            List.of("taskName", "step", "due", "dueDay", "holder", "expected", "standInFor", "onBehalf");
    private static final List<String> LATE = List.of("late", "level");
    private static final Map<String, List<String>> OWN = Map.of(
            "receipt", List.of("receipt", "step", "status"),
            "status", List.of("step", "status", "steps", "reason", "further", "closing"),
            "invitation", List.of("meetingAt", "venue", "form", "host", "convenor", "agenda", "further"),
            "minutes",
                    List.of(
                            "round",
                            "attendance",
                            "agree",
                            "disagree",
                            "abstain",
                            "dissentCount",
                            "draftResult",
                            "openPoints"),
            "result", List.of("resultSummary", "whatChanged", "adopted", "notAdopted", "further", "noticeUntil"),
            "rejection", List.of("reason", "nextOptions", "further", "recheckUntil"),
            "late_list", List.of("count", "level", "late", "lines", "toDo"),
            "digest",
                    List.of(
                            "dueDay",
                            "summary",
                            "reminderCount",
                            "reminders",
                            "newCount",
                            "newTasks",
                            "unclaimedCount",
                            "unclaimed",
                            "more"));

    private static final List<String> ABSENCE = List.of(
            "communityName",
            "headline",
            "message",
            "absent",
            "deputy",
            "days",
            "enteredBy",
            "remark",
            "alsoFor",
            "uncovered");

    private static final List<String> PROCESS_FAULT =
            List.of("communityName", "matterNo", "processName", "version", "taskName", "reason");

    private MailNames() {}

    public static List<String> of(MailKind kind) {
        if (kind == MailKind.DIGEST || kind == MailKind.LATE_LIST) {
            return OWN.get(kind.template());
        }
        if (kind == MailKind.ABSENCE) {
            return ABSENCE;
        }
        if (kind == MailKind.PROCESS_FAULT) {
            return PROCESS_FAULT;
        }
        var names = new ArrayList<>(List.of("title", "matterNo", "communityName"));
        names.addAll(kind.isForStaff() ? TASK : OWN.get(kind.template()));
        if (kind.isOverdue()) {
            names.addAll(LATE);
        }
        return List.copyOf(names);
    }
}
