package org.qibu.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people fill in on the two plain courses of a matter. */
final class Courses {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Courses() {}

    static final String PHONE = "13857200417";
    static final String EMAIL = "shen.proposer@qibu.example";
    static final String NAME = "沈巧云";

    static Map<String, Object> issue(String title) {
        return values(
                "communityCode",
                "HZ-AS",
                "title",
                title,
                "description",
                "东门口的垃圾投放点夏天异味大，离住户窗户不到十米，希望换个位置。",
                "channel",
                "WINDOW",
                "location",
                "爱山新村东门",
                "buildingNo",
                "3",
                "affectedHouseholds",
                26,
                "proposerName",
                NAME,
                "proposerPhone",
                PHONE,
                "proposerEmail",
                EMAIL);
    }

    static Map<String, Object> verified(int households, boolean contested) {
        return values(
                "verified",
                true,
                "findings",
                "现场查看属实，投放点距最近窗户八米。",
                "publicTitle",
                "垃圾投放点夏天有异味",
                "matterType",
                "COM_AFFAIR",
                "affectedScope",
                "COMPOUND",
                "affectedHouseholds",
                households,
                "costEstimate",
                contested ? 12_000 : 0,
                "contested",
                contested,
                "publicInterest",
                true);
    }

    static Map<String, Object> studied() {
        return values(
                "problemStatement", "投放点位置不合适，异味影响东门三幢楼。",
                "optionsConsidered",
                        List.of(
                                Map.of("name", "移到停车场北侧", "pros", "离窗户远", "cons", "多走一百米"),
                                Map.of("name", "原地加盖密闭房", "pros", "不用多走", "cons", "费用高", "costEstimate", 12000)),
                "costEstimate", 12_000,
                "fundingSource", "COMMON_INCOME",
                "legalCheck", "OK");
    }

    /** Ten people with a vote from three parties, a host and an observer without. */
    static Map<String, Object> parties() {
        var people = new ArrayList<Map<String, Object>>();
        people.add(participant("secretary", "LEADING", true, false));
        for (int i = 1; i <= 9; i++) {
            people.add(participant("P%03d".formatted(i), "PRINCIPAL", true, i == 1));
        }
        people.add(participant("property", "RESOURCE", false, false));
        people.add(participant("facilitator", "TECHNICAL", false, false));
        return values(
                "participants", people, "host", "facilitator", "recorder", "clerk", "interestMap", "东门住户与远处住户的便利不同。");
    }

    private static Map<String, Object> participant(String personNo, String party, boolean vote, boolean affected) {
        return Map.of("personNo", personNo, "party", party, "voice", true, "vote", vote, "heavilyAffected", affected);
    }

    static Map<String, Object> adopted(Instant now) {
        var day = LocalDate.ofInstant(now, CHINA).plusDays(5);
        return values(
                "topicText", "东门垃圾投放点移到哪里",
                "topicKind", "PUBLIC_AFFAIR",
                "urgency", "NORMAL",
                "level", "COMPOUND",
                "form", "FOUR_PARTY",
                "mode", "ONSITE",
                "meetingAt", day + "T19:30:00+08:00",
                "convenor", "爱山社区两委",
                "decision", "ADOPT");
    }

    /** A meeting everybody came to. */
    static Map<String, Object> met(int agree, int disagree) {
        var people = new ArrayList<Map<String, Object>>();
        for (var number : List.of("secretary", "property", "facilitator")) {
            people.add(Map.of("personNo", number, "present", true, "mode", "ONSITE"));
        }
        for (int i = 1; i <= 9; i++) {
            people.add(Map.of("personNo", "P%03d".formatted(i), "present", true, "mode", "ONSITE"));
        }
        return values(
                "attendance",
                people,
                "motions",
                List.of(Map.of("text", "移到停车场北侧", "mover", "P001", "seconder", "P002")),
                "speeches",
                List.of(Map.of("speaker", "P003", "stance", "FOR", "minutes", 2, "summary", "孩子们从那里走，远一点好")),
                "dissent",
                List.of(Map.of("personNo", "P009", "reason", "老人多走一百米不方便", "severity", "MINOR")),
                "strawAgree",
                agree,
                "strawDisagree",
                disagree,
                "strawAbstain",
                0,
                "draftResult",
                "移到停车场北侧，加装洗手池和照明。",
                "openPoints",
                "洗手池由谁清洗");
    }

    static Map<String, Object> confirmed() {
        return values("finalText", "移到停车场北侧，加装洗手池和照明，物业每日清洗。", "confirmed", true);
    }

    static Map<String, Object> decided() {
        return values("adopted", true);
    }

    static Map<String, Object> planned(Instant now) {
        var today = LocalDate.ofInstant(now, CHINA);
        return values(
                "leadUnit",
                "property-firm",
                "actions",
                List.of(action(1, "浇筑新投放点地坪", today, 10), action(2, "安装洗手池和照明", today, 20)),
                "acceptCriteria",
                List.of(Map.of("text", "距最近窗户二十米以上"), Map.of("text", "照明和洗手池可用")),
                "contractForm",
                "OWN_STAFF",
                "funding",
                12_000);
    }

    private static Map<String, Object> action(int no, String text, LocalDate start, int days) {
        return Map.of(
                "no",
                no,
                "text",
                text,
                "ownerId",
                "property",
                "startOn",
                start.toString(),
                "dueOn",
                start.plusDays(days).toString(),
                "budget",
                6000,
                "jointKind",
                "AFFAIR",
                "needsVolunteers",
                false);
    }

    static Map<String, Object> progressed() {
        return values("progress", 100, "doneText", "已经完工，现场清理完毕。", "obstacle", "NONE", "actualCost", 5_800);
    }

    static Map<String, Object> accepted() {
        return values(
                "criteria",
                        List.of(
                                Map.of("text", "距最近窗户二十米以上", "met", true, "remark", "实测二十六米"),
                                Map.of("text", "照明和洗手池可用", "met", true)),
                "witnesses", List.of(Map.of("personNo", "P001"), Map.of("personNo", "P002")),
                "accepted", true);
    }

    static Map<String, Object> drafted() {
        return values(
                "resultSummary",
                "垃圾投放点已移到停车场北侧，装了洗手池和照明。",
                "whatChanged",
                "东门口没有异味了，投放点晚上有灯。",
                "moneyIn",
                12_000,
                "moneyOut",
                11_600,
                "adopted",
                List.of(Map.of("point", "移到停车场北侧")),
                "notAdopted",
                List.of(Map.of("point", "原地加盖密闭房", "reason", "费用高，异味不能根除")),
                "channelsPhysical",
                List.of("NOTICE_BOARD"),
                "channelsOnline",
                List.of("PORTAL"));
    }

    static Map<String, Object> noticeChecked() {
        return values("approved", true, "legalOk", true, "privacyOk", true);
    }

    static Map<String, Object> visited(Instant now) {
        return values(
                "visitedOn",
                LocalDate.ofInstant(now, CHINA).toString(),
                "stillWorking",
                true,
                "relapse",
                false,
                "proposerOpinion",
                "满意，夏天可以开窗了");
    }

    static Map<String, Object> evaluated(int sent) {
        return values(
                "surveySent",
                sent,
                "surveySatisfied",
                sent / 2,
                "surveyBasically",
                sent / 4,
                "surveyNotSatisfied",
                0,
                "goalMet",
                "FULL",
                "processOk",
                true);
    }

    /** The day so many days from now, in China. */
    static String day(Instant now, int days) {
        return LocalDate.ofInstant(now, CHINA).plusDays(days).toString();
    }

    static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
