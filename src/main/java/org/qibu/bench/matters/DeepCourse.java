package org.qibu.bench.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.qibu.matter.contract.ProgressFields;
import org.qibu.matter.contract.UserTaskElements;

/** What people fill in on the ordinary course of a matter that is deliberated in depth, in the demonstration's community. */
final class DeepCourse {

    private static final List<String> RESIDENTS =
            IntStream.rangeClosed(1, 9).mapToObj("P%03d"::formatted).toList();
    private static final String RESULT = "移到停车场北侧，加装洗手池和照明，物业每日清洗。";

    private DeepCourse() {}

    /**
     * A form after the first.
     *
     * @param account who submits it
     * @param task its task
     * @param afterWaiting whether the task comes only when days have passed
     * @param values what is filled in on a day
     */
    record Step(String account, String task, boolean afterWaiting, Function<LocalDate, Map<String, Object>> values) {}

    /** Each at a place of its own, so that none is taken for a repetition. */
    static Map<String, Object> issue(int index) {
        return values(
                "communityCode", "HZ-AS",
                "channel", "WINDOW",
                "title", "东门垃圾投放点异味",
                "description", "东门口的垃圾投放点夏天异味大，离住户窗户不到十米，希望换个位置。",
                "location", "爱山新村" + index + "号门",
                "buildingNo", "3",
                "affectedHouseholds", 26,
                "proposerName", "沈巧云",
                "proposerPhone", "13857200417",
                "proposerEmail", "shen.proposer@qibu.example");
    }

    static List<Step> steps() {
        return STEPS;
    }

    private static final List<Step> STEPS = List.of(
            step("clerk", UserTaskElements.VERIFY_ISSUE, day -> verified()),
            step("clerk", UserTaskElements.STUDY_TOPIC, day -> studied()),
            step("clerk", UserTaskElements.NAME_PARTIES, day -> parties()),
            step("secretary", UserTaskElements.FIX_AGENDA, DeepCourse::agenda),
            new Step("facilitator", UserTaskElements.RECORD_MEETING, true, day -> meeting()),
            step("rep", UserTaskElements.CONFIRM_OPINION, day -> values("finalText", RESULT, "confirmed", true)),
            step("secretary", UserTaskElements.CONFIRM_CONSENSUS, day -> values("adopted", true)),
            step("clerk", UserTaskElements.PLAN, DeepCourse::plan),
            step("property", UserTaskElements.PROGRESS, day -> progress()),
            step("property", UserTaskElements.PROGRESS, day -> progress()),
            step("watcher", UserTaskElements.ACCEPT_WORK, day -> acceptance()),
            step("clerk", UserTaskElements.DRAFT_FEEDBACK, day -> feedback()),
            step(
                    "secretary",
                    UserTaskElements.CHECK_NOTICE,
                    day -> values("approved", true, "legalOk", true, "privacyOk", true)),
            new Step("watcher", UserTaskElements.RETURN_VISIT, true, DeepCourse::visit),
            step("supervisor", UserTaskElements.EVALUATE, day -> evaluation()));

    private static Step step(String account, String task, Function<LocalDate, Map<String, Object>> values) {
        return new Step(account, task, false, values);
    }

    private static Map<String, Object> verified() {
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
                26,
                "costEstimate",
                12_000,
                "contested",
                true,
                "publicInterest",
                true);
    }

    private static Map<String, Object> studied() {
        return values(
                "problemStatement", "投放点位置不合适，异味影响东门三幢楼。",
                "optionsConsidered",
                        List.of(
                                Map.of("name", "移到停车场北侧", "pros", "离窗户远", "cons", "多走一百米"),
                                Map.of("name", "原地加盖密闭房", "pros", "不用多走", "cons", "费用高", "costEstimate", 12_000)),
                "costEstimate", 12_000,
                "fundingSource", "COMMON_INCOME",
                "legalCheck", "OK");
    }

    private static Map<String, Object> parties() {
        var people = new ArrayList<Map<String, Object>>();
        people.add(participant("secretary", "LEADING", true, false));
        RESIDENTS.forEach(person -> people.add(participant(person, "PRINCIPAL", true, person.equals("P001"))));
        people.add(participant("property", "RESOURCE", false, false));
        people.add(participant("facilitator", "TECHNICAL", false, false));
        return values(
                "participants", people, "host", "facilitator", "recorder", "clerk", "interestMap", "东门住户与远处住户的便利不同。");
    }

    private static Map<String, Object> participant(String person, String party, boolean vote, boolean affected) {
        return Map.of("personNo", person, "party", party, "voice", true, "vote", vote, "heavilyAffected", affected);
    }

    private static Map<String, Object> agenda(LocalDate day) {
        return values(
                "topicText", "东门垃圾投放点移到哪里",
                "topicKind", "PUBLIC_AFFAIR",
                "urgency", "NORMAL",
                "level", "COMPOUND",
                "form", "FOUR_PARTY",
                "mode", "ONSITE",
                "meetingAt", day.plusDays(5) + "T19:30:00+08:00",
                "convenor", "爱山社区两委",
                "decision", "ADOPT");
    }

    private static Map<String, Object> meeting() {
        var people = new ArrayList<Map<String, Object>>();
        List.of("secretary", "property", "facilitator").forEach(person -> people.add(present(person)));
        RESIDENTS.forEach(person -> people.add(present(person)));
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
                9,
                "strawDisagree",
                1,
                "strawAbstain",
                0,
                "draftResult",
                "移到停车场北侧，加装洗手池和照明。",
                "openPoints",
                "洗手池由谁清洗");
    }

    private static Map<String, Object> present(String person) {
        return Map.of("personNo", person, "present", true, "mode", "ONSITE");
    }

    private static Map<String, Object> plan(LocalDate day) {
        return values(
                "leadUnit",
                "property-firm",
                "actions",
                List.of(action(1, "浇筑新投放点地坪", day, 10), action(2, "安装洗手池和照明", day, 20)),
                "acceptCriteria",
                List.of(Map.of("text", "距最近窗户二十米以上"), Map.of("text", "照明和洗手池可用")),
                "contractForm",
                "OWN_STAFF",
                "funding",
                12_000);
    }

    private static Map<String, Object> action(int no, String text, LocalDate day, int days) {
        return values(
                "no",
                no,
                "text",
                text,
                "ownerId",
                "property",
                "startOn",
                day.toString(),
                "dueOn",
                day.plusDays(days).toString(),
                "budget",
                6_000,
                "jointKind",
                "AFFAIR",
                "needsVolunteers",
                false);
    }

    private static Map<String, Object> progress() {
        return values(
                ProgressFields.PROGRESS, 100, "doneText", "已经完工，现场清理完毕。", "obstacle", "NONE", "actualCost", 5_800);
    }

    private static Map<String, Object> acceptance() {
        return values(
                "criteria",
                        List.of(
                                Map.of("text", "距最近窗户二十米以上", "met", true, "remark", "实测二十六米"),
                                Map.of("text", "照明和洗手池可用", "met", true)),
                "witnesses", List.of(Map.of("personNo", "P001"), Map.of("personNo", "P002")),
                "accepted", true);
    }

    private static Map<String, Object> feedback() {
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

    private static Map<String, Object> visit(LocalDate day) {
        return values(
                "visitedOn", day.toString(), "stillWorking", true, "relapse", false, "proposerOpinion", "满意，夏天可以开窗了");
    }

    private static Map<String, Object> evaluation() {
        return values(
                "surveySent", 26,
                "surveySatisfied", 13,
                "surveyBasically", 6,
                "surveyNotSatisfied", 0,
                "goalMet", "FULL",
                "processOk", true);
    }

    private static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
