package org.qibu.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people fill in, form by form; a story changes the one or two values it is about. */
public final class Forms {

    public static final String EMAIL = "shen.proposer@qibu.example";
    public static final String NAME = "沈巧云";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String RESULT = "移到停车场北侧，加装洗手池和照明。";

    private Forms() {}

    public static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    public static Map<String, Object> issue(String community, String location) {
        return values(
                "communityCode",
                community,
                "title",
                "垃圾投放点夏天有异味",
                "description",
                "投放点夏天异味大，离住户窗户不到十米，希望换个位置。",
                "channel",
                "WINDOW",
                "location",
                location,
                "affectedHouseholds",
                26,
                "proposerName",
                NAME,
                "proposerPhone",
                "13857200417",
                "proposerEmail",
                EMAIL);
    }

    /** Found true, contested, of 26 households: accepted in depth as a common affair. */
    public static Map<String, Object> verified() {
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

    /** Small and uncontested: settled on the spot. */
    public static Map<String, Object> small() {
        return with(verified(), "affectedHouseholds", 3, "costEstimate", 0, "contested", false);
    }

    public static Map<String, Object> studied() {
        return values(
                "problemStatement",
                "投放点位置不合适，异味影响三幢楼。",
                "optionsConsidered",
                List.of(Map.of("name", "移到停车场北侧"), Map.of("name", "原地加盖密闭房")),
                "costEstimate",
                12_000,
                "legalCheck",
                "OK");
    }

    /** Ten with a vote, one of them heavily affected; two who advise, one of them the host. */
    public static Map<String, Object> parties() {
        var people = new ArrayList<Map<String, Object>>();
        people.add(participant("secretary", "LEADING", true, false));
        for (int i = 1; i <= 9; i++) {
            people.add(participant("P%03d".formatted(i), "PRINCIPAL", true, i == 1));
        }
        people.add(participant("property", "RESOURCE", false, false));
        people.add(participant("facilitator", "TECHNICAL", false, false));
        return values("participants", people, "host", "facilitator", "recorder", "clerk");
    }

    private static Map<String, Object> participant(String personNo, String party, boolean vote, boolean affected) {
        return Map.of("personNo", personNo, "party", party, "voice", true, "vote", vote, "heavilyAffected", affected);
    }

    public static Map<String, Object> onAgenda() {
        return values(
                "decision", "ADOPT",
                "topicText", "垃圾投放点移到哪里",
                "topicKind", "PUBLIC_AFFAIR",
                "mode", "ONSITE",
                "meetingAt", today().plusDays(6) + "T19:30:00+08:00",
                "convenor", "社区两委");
    }

    public static Map<String, Object> notOnAgenda() {
        return values("decision", "NOT_ON_AGENDA", "reason", "这件事归物业日常管理，不必列入议程。");
    }

    /** Everybody came; so many of the ten voted for it, the others against. */
    public static Map<String, Object> met(int agree) {
        return values(
                "attendance",
                attendance(12),
                "motions",
                List.of(Map.of("text", "移到停车场北侧", "mover", "P001")),
                "strawAgree",
                agree,
                "strawDisagree",
                10 - agree,
                "strawAbstain",
                0,
                "draftResult",
                RESULT);
    }

    /** Six of ten voters came, one fewer than two thirds. */
    public static Map<String, Object> hardlyAnybodyCame() {
        return with(met(6), "attendance", attendance(6), "strawDisagree", 0);
    }

    /** All voters came, but nobody of the property firm. */
    public static Map<String, Object> firmMissing() {
        return with(met(10), "attendance", attendance(10));
    }

    /** Everybody agrees but for one, who is heavily affected and holds a major objection. */
    public static Map<String, Object> metWithMajorObjection() {
        return with(met(9), "dissent", List.of(Map.of("personNo", "P001", "reason", "新位置正对我家窗户", "severity", "MAJOR")));
    }

    private static List<Map<String, Object>> attendance(int present) {
        var numbers = new ArrayList<>(List.of("secretary"));
        for (int i = 1; i <= 9; i++) {
            numbers.add("P%03d".formatted(i));
        }
        numbers.addAll(List.of("property", "facilitator"));
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < numbers.size(); i++) {
            rows.add(Map.of("personNo", numbers.get(i), "present", i < present, "mode", "ONSITE"));
        }
        return rows;
    }

    public static Map<String, Object> mediated() {
        return values("party", "P001", "concern", "担心气味", "offer", "加装除臭设备", "accepted", true);
    }

    public static Map<String, Object> settled(String result) {
        return values("result", result, "agreement", "物业当天清洗，每周消毒一次。");
    }

    public static Map<String, Object> confirmed(boolean confirmed) {
        return values("finalText", RESULT, "confirmed", confirmed);
    }

    public static Map<String, Object> decided(boolean adopted) {
        return adopted ? values("adopted", true) : values("adopted", false, "reason", "经费还没有着落。");
    }

    public static Map<String, Object> partyStudied(String result) {
        return values("opinion", "同意提交代表会议表决。", "result", result, "studiedOn", today().toString());
    }

    public static Map<String, Object> ballot(String electorate) {
        return values(
                "question",
                "是否同意把投放点移到停车场北侧？",
                "electorateId",
                electorate,
                "method",
                "HAND",
                "opensAt",
                today() + "T19:00:00+08:00",
                "closesAt",
                today().plusDays(15) + "T18:00:00+08:00");
    }

    public static Map<String, Object> counted(long present, long agree) {
        return values("present", present, "agree", agree, "against", present - agree, "abstain", 0, "invalid", 0);
    }

    public static Map<String, Object> certified(boolean certified) {
        return certified ? values("certified", true) : values("certified", false, "irregularities", "少了一张票。");
    }

    /** One action of 6,000 yuan, to be done in ten days by the property firm. */
    public static Map<String, Object> planned() {
        return planned(1);
    }

    public static Map<String, Object> planned(int actions) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int no = 1; no <= actions; no++) {
            rows.add(Map.of(
                    "no",
                    no,
                    "text",
                    "浇筑新投放点地坪",
                    "ownerId",
                    "property",
                    "startOn",
                    today().toString(),
                    "dueOn",
                    today().plusDays(10).toString(),
                    "budget",
                    6_000));
        }
        return values(
                "leadUnit",
                "property-firm",
                "actions",
                rows,
                "acceptCriteria",
                List.of(Map.of("text", "距最近窗户二十米以上")),
                "funding",
                6_000);
    }

    public static Map<String, Object> done() {
        return values("progress", 100, "doneText", "已经完工，现场清理完毕。", "actualCost", 5_800);
    }

    public static Map<String, Object> delayed(int days) {
        return values("progress", 40, "newDue", today().plusDays(days).toString(), "reason", "连续下雨，无法浇筑。");
    }

    public static Map<String, Object> impossible() {
        return values("progress", 10, "impossible", true, "reason", "地下有燃气管，不能施工。");
    }

    public static Map<String, Object> granted(int days) {
        return values("approved", true, "grantedDue", today().plusDays(days).toString());
    }

    public static Map<String, Object> accepted(boolean accepted) {
        return values(
                "criteria", List.of(Map.of("text", "距最近窗户二十米以上", "met", accepted)),
                "witnesses", List.of(Map.of("personNo", "P001")),
                "accepted", accepted);
    }

    public static Map<String, Object> rectified() {
        return values("measures", "向北再移五米。", "dueOn", today().plusDays(5).toString());
    }

    public static Map<String, Object> drafted() {
        return values(
                "resultSummary",
                "投放点已移到停车场北侧。",
                "whatChanged",
                "没有异味了。",
                "moneyIn",
                6_000,
                "moneyOut",
                5_800,
                "adopted",
                List.of(Map.of("point", "移到停车场北侧")),
                "channelsPhysical",
                List.of("NOTICE_BOARD"),
                "channelsOnline",
                List.of("PORTAL"));
    }

    public static Map<String, Object> noticeChecked(boolean approved) {
        return values("approved", approved, "legalOk", true, "privacyOk", approved);
    }

    public static Map<String, Object> objectionHandled(boolean upheld, String returnTo) {
        return upheld
                ? values("upheld", true, "returnTo", returnTo, "answer", "异议成立，退回重办。")
                : values("upheld", false, "answer", "已到现场查看，不影响通行。");
    }

    public static Map<String, Object> visited(boolean relapse) {
        return values("visitedOn", today().toString(), "stillWorking", !relapse, "relapse", relapse);
    }

    /** Of a hundred asked, so many are satisfied and so many are not. */
    public static Map<String, Object> evaluated(String goalMet, int satisfied, int notSatisfied) {
        return values(
                "goalMet",
                goalMet,
                "processOk",
                true,
                "surveySent",
                100,
                "surveySatisfied",
                satisfied,
                "surveyBasically",
                0,
                "surveyNotSatisfied",
                notSatisfied);
    }

    public static Map<String, Object> evaluatedGood() {
        return evaluated("FULL", 80, 20);
    }

    public static Map<String, Object> inspected(String result) {
        return values("findings", "两次返工仍未达到标准。", "measures", "更换施工单位。", "inspectionResult", result);
    }

    public static Map<String, Object> explained() {
        return values(
                "reason", "这个位置地下有燃气管道，按安全规定不能施工，因此这次没有采纳，请谅解。",
                "nextOptions", "可以提出别的位置，再议一次。");
    }

    public static Map<String, Object> with(Map<String, Object> values, Object... changes) {
        var changed = new LinkedHashMap<>(values);
        changed.putAll(values(changes));
        return changed;
    }

    public static Map<String, Object> without(Map<String, Object> values, String... keys) {
        var changed = new LinkedHashMap<>(values);
        List.of(keys).forEach(changed::remove);
        return changed;
    }

    public static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
