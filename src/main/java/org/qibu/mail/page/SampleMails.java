package org.qibu.mail.page;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibu.mail.Letter;
import org.qibu.mail.MailKind;
import org.qibu.mail.Recipient;
import org.qibu.mail.StaffNote;
import org.qibu.mail.staff.StaffWords;
import org.qibu.mail.texts.MailBlock.Item;
import org.springframework.stereotype.Component;

/** Letters of every kind with made-up values, so that changed words can be looked at before anybody gets them. */
@Component
public class SampleMails {

    private static final String NO = "TX-HB-2026-0017";
    private static final String TITLE = "东门路灯不亮";

    private final StaffWords words;
    private final Clock clock;

    public SampleMails(StaffWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    public Letter of(MailKind kind, Locale language) {
        var model = switch (kind) {
            case DIGEST -> digest(language);
            case ABSENCE -> absence(language);
            case LATE_LIST -> list(language);
            case PROCESS_FAULT -> fault();
            default -> kind.isForStaff() ? task(kind, language) : resident();
        };
        model.put("communityName", "河滨社区");
        model.put("link", "/");
        var matterNo = switch (kind) {
            case DIGEST, ABSENCE, LATE_LIST, PROCESS_FAULT -> null;
            default -> NO;
        };
        return Letter.of(
                "SAMPLE", kind, matterNo, "TX-HB", new Recipient("wangfang@qibu.example", "王芳", language), model);
    }

    private Map<String, Object> resident() {
        var model = new HashMap<String, Object>(Map.of(
                "title", TITLE,
                "receipt", "ABCD-2345-EFGH",
                "step", "议题征集",
                "status", "社区已受理，正在安排协商。",
                "reason", "该路段路灯由市政养护，已转交办理。",
                "nextOptions", "可向街道申请复核。",
                "recheckUntil", "2026年10月9日",
                "noticeUntil", "2026年10月9日",
                "resultSummary", "已更换路灯 6 盏。"));
        model.putAll(Map.of(
                "stepNo", 1,
                "whatChanged", "夜间照明恢复。",
                "adopted", List.of("更换灯具", "增设路灯"),
                "notAdopted", List.of(Map.of("point", "安装监控", "reason", "不在本事项范围")),
                "meetingAt", "2026年9月24日 19:00",
                "venue", "社区邻里中心",
                "form", "现场会议",
                "host", "主持人",
                "convenor", "社区居委会",
                "agenda", "一、情况说明\n二、讨论"));
        model.put("further", List.of("停车：请停在北门"));
        model.putAll(Map.of(
                "round", 1,
                "attendance", "应到 12 人，实到 10 人",
                "agree", 8,
                "disagree", 1,
                "abstain", 1,
                "dissentCount", 1,
                "draftResult", "更换东门路灯。",
                "openPoints", "是否增设路灯。"));
        return model;
    }

    private Map<String, Object> task(MailKind kind, Locale language) {
        var values = Map.<String, Object>of(
                "taskName", "核实归并议题",
                "step", "议题征集",
                "due", clock.instant().minus(Duration.ofDays(3)),
                "workingDaysLate", 3,
                "holder", "社区居委会工作人员",
                "title", TITLE,
                "expected", "尽快办理，并说明原因。",
                "standInFor", "李明");
        return new HashMap<>(
                words.of(new StaffNote("sample", kind, "sample", NO, "TX-HB", "sample", values), language));
    }

    private static Map<String, Object> fault() {
        return new HashMap<>(Map.of(
                "matterNo", NO,
                "processName", "议题征集",
                "version", 3,
                "taskName", "核实归并议题",
                "reason", "判定表或条件不能计算：“≤ 5”看不懂"));
    }

    private Map<String, Object> absence(Locale language) {
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        var days = words.day(today, language) + " – " + words.day(today.plusDays(4), language);
        return new HashMap<>(Map.of(
                "headline", words.said("absence.entered.deputy.headline", language, "李明", "王芳", days),
                "message", words.said("absence.entered.deputy.message", language, "李明", "王芳", days),
                "absent", "李明",
                "deputy", "王芳",
                "days", days,
                "enteredBy", "周国强",
                "remark", "请关注东门路灯。",
                "alsoFor", "林晓燕",
                "uncovered", "飞英社区"));
    }

    private Map<String, Object> list(Locale language) {
        var single = task(MailKind.OVERDUE_L2, language);
        var line = "【" + single.get("level") + "】" + single.get("taskName") + single.get("late") + " · " + TITLE + "（"
                + NO + "）";
        var model = new HashMap<String, Object>(Map.of(
                "count",
                6,
                "lines",
                Collections.nCopies(6, new Item(line, "http://localhost/")),
                "toDo",
                List.of("【" + single.get("level") + "】" + single.get("expected"))));
        model.put("level", single.get("level"));
        model.put("late", words.longest(3, language));
        return model;
    }

    private Map<String, Object> digest(Locale language) {
        var day = words.day(clock.instant().atZone(clock.getZone()).toLocalDate(), language);
        return new HashMap<>(Map.of(
                "dueDay",
                day,
                "summary",
                "1 / 1 / 1",
                "reminderCount",
                1,
                "reminders",
                List.of(new Item("核实归并议题 · " + TITLE + " " + NO, "http://localhost/")),
                "newCount",
                1,
                "newTasks",
                List.of(new Item("议题研究 · " + TITLE + " " + NO, "http://localhost/")),
                "unclaimedCount",
                1,
                "unclaimed",
                List.of(new Item("确定参加方 · " + TITLE + " " + NO, "http://localhost/"))));
    }
}
