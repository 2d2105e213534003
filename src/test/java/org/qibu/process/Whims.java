package org.qibu.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.qibu.matter.action.PlannedAction;

/** What somebody may fill in who is in a bad mood about some things: valid values by chance, and mostly the worst there. */
final class Whims {

    /** What a course may go wrong by, again and again. */
    enum Sore {
        VERIFYING,
        STUDY,
        MEETING,
        CONFIRMING,
        VOTE,
        DELAY,
        WORK,
        ACCEPTANCE,
        NOTICE,
        OBJECTION,
        REVIEW,
        INSPECTION
    }

    private static final List<String> TYPES = List.of(
            "COM_AFFAIR", "COM_AFFAIR", "COM_AFFAIR", "RES_MAJOR", "RES_MAJOR", "NUISANCE", "DISPUTE", "GOV_ENTRUSTED");

    private final ProcessTest test;
    private final Random random;
    private final Set<Sore> sores = EnumSet.noneOf(Sore.class);
    private final double temper;

    Whims(ProcessTest test, Random random) {
        this.test = test;
        this.random = random;
        var moody = random.nextDouble();
        for (var sore : Sore.values()) {
            if (random.nextDouble() < moody * 0.7) {
                sores.add(sore);
            }
        }
        temper = random.nextBoolean() ? 1 : 0.85;
    }

    Set<Sore> sores() {
        return sores;
    }

    /** Whether it goes wrong this time. */
    boolean sour(Sore sore) {
        return random.nextDouble() < (sores.contains(sore) ? temper : 0.12);
    }

    int number(int below) {
        return random.nextInt(below);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    Map<String, Object> issue() {
        return random.nextInt(5) == 0 ? Map.of("proposerEmail", "") : Map.of();
    }

    /** Values for a task's form; {@code calm} for a second try after a choice was refused. */
    Map<String, Object> fill(String no, String taskId, String taskKey, boolean calm) {
        return switch (taskKey) {
            case "task_verifyIssue" -> verified();
            case "task_askMore" -> Map.of("reply", "是三号楼东侧的投放点。");
            case "task_answerDirectly" -> Map.of("answer", "已请物业上门修好。");
            case "task_recheckRefusal" -> Map.of("ruling", any("UPHOLD", "OVERTURN"), "reason", "已看过案卷。");
            case "task_studyTopic" -> Forms.with(Forms.studied(), "technical", maybe());
            case "task_expertOpinion" -> Map.of("opinion", "地坪承重满足要求。", "feasible", maybe());
            case "task_nameParties" -> Forms.parties();
            case "task_fixAgenda" -> agenda(calm);
            case "task_recordMeeting" -> met();
            case "task_mediate" -> Forms.with(Forms.mediated(), "accepted", maybe());
            case "task_confirmOpinion" -> Forms.confirmed(!sour(Sore.CONFIRMING));
            case "task_settleInstantly" -> Forms.settled(sour(Sore.MEETING) ? "UPGRADE" : "SETTLED");
            case "task_partyStudy" -> Forms.partyStudied(sour(Sore.VOTE) && maybe() ? "RETURN" : "SUBMIT");
            case "task_prepareBallot" ->
                Forms.ballot(test.electorate("RESIDENTS_REP_MEETING").id());
            case "task_enterBallots" -> counted();
            case "task_certifyCount" -> Forms.certified(calm || random.nextInt(4) > 0);
            case "task_confirmConsensus" -> Forms.decided(!sour(Sore.CONFIRMING));
            case "task_plan" -> Forms.planned(1 + random.nextInt(3));
            case "task_progress" -> progress(no, taskId, calm);
            case "task_approveDelay" -> delayJudged(no, taskId);
            case "task_acceptWork" -> Forms.accepted(!sour(Sore.ACCEPTANCE));
            case "task_rectify" -> Forms.rectified();
            case "task_reportDone" -> Map.of("doneText", "物业已清洗。");
            case "task_draftFeedback" ->
                maybe() ? Forms.drafted() : Forms.without(Forms.drafted(), "moneyIn", "moneyOut");
            case "task_checkNotice" -> Forms.noticeChecked(!sour(Sore.NOTICE));
            case "task_reportBack" -> reported(no);
            case "task_contactByPhone" -> Map.of("talkedOn", Forms.today().toString());
            case "task_handleObjection" -> objectionHandled(calm);
            case "task_returnVisit" -> Forms.visited(sour(Sore.REVIEW) && maybe());
            case "task_evaluate" -> evaluated(calm);
            case "task_completeFile" -> explainedGaps();
            case "task_inspectMatter" ->
                Forms.inspected(
                        calm
                                ? any("CLOSE", "REFER")
                                : sour(Sore.INSPECTION) ? "REOPEN_IMPLEMENTATION" : any("CLOSE", "REFER"));
            case "task_explainRejection" -> Forms.explained();
            default -> throw new AssertionError("nobody knows how to fill in " + taskKey);
        };
    }

    private Map<String, Object> reported(String no) {
        new Story(test, no).upload("clerk", "report");
        return Map.of("sentOn", Forms.today().toString());
    }

    private Map<String, Object> verified() {
        var values = new LinkedHashMap<>(random.nextInt(4) == 0 ? Forms.small() : Forms.verified());
        values.put("matterType", TYPES.get(random.nextInt(TYPES.size())));
        values.put("affectedScope", any("STAIRWELL", "BUILDING", "COMPOUND", "COMMUNITY", "CROSS_COMMUNITY"));
        values.put("verified", !sour(Sore.VERIFYING));
        values.put("safetyRisk", random.nextInt(6) == 0);
        values.put("illegalDemand", random.nextInt(20) == 0);
        values.put("courtOrCasePending", random.nextInt(20) == 0);
        values.put("governmentDuty", random.nextInt(25) == 0);
        if (random.nextInt(20) == 0) {
            values.putAll(Map.of("affectedHouseholds", 1, "publicInterest", false, "contested", false));
        }
        return values;
    }

    private Map<String, Object> agenda(boolean calm) {
        if (!calm && sour(Sore.STUDY)) {
            return Map.of("decision", "RETURN_FOR_STUDY", "reason", "再比较一种办法。");
        }
        if (random.nextInt(25) == 0) {
            return Forms.notOnAgenda();
        }
        return calm
                ? Forms.with(Forms.onAgenda(), "level", "SUBDISTRICT")
                : Forms.with(Forms.onAgenda(), "level", any("BUILDING", "COMPOUND", "COMMUNITY", "SUBDISTRICT"));
    }

    private Map<String, Object> met() {
        if (!sour(Sore.MEETING)) {
            return Forms.met(7 + random.nextInt(4));
        }
        return any(
                Forms.hardlyAnybodyCame(),
                Forms.hardlyAnybodyCame(),
                Forms.hardlyAnybodyCame(),
                Forms.firmMissing(),
                Forms.met(6),
                Forms.met(random.nextInt(6)),
                Forms.metWithMajorObjection());
    }

    private Map<String, Object> counted() {
        var heads = test.electorate("RESIDENTS_REP_MEETING").total().heads();
        if (!sour(Sore.VOTE)) {
            return Forms.counted(heads, heads);
        }
        return maybe() ? Forms.counted(heads / 2, heads / 2) : Forms.counted(heads, random.nextInt((int) heads / 2));
    }

    private Map<String, Object> progress(String no, String taskId, boolean calm) {
        if (!calm && sour(Sore.DELAY)) {
            var newDue = action(no, taskId).dueOn().plusDays(1 + random.nextInt(30));
            return Forms.values("progress", 40, "newDue", newDue.toString(), "reason", "连续下雨，无法浇筑。");
        }
        if (sour(Sore.WORK)) {
            return maybe() ? Forms.impossible() : Forms.with(Forms.done(), "actualCost", 30_000);
        }
        return maybe() ? Forms.done() : Forms.without(Forms.done(), "actualCost");
    }

    private Map<String, Object> delayJudged(String no, String taskId) {
        var asked = action(no, taskId).askedDue();
        return maybe()
                ? Map.of("approved", true, "grantedDue", asked.toString())
                : Map.of("approved", false, "reason", "请增加人手。");
    }

    private PlannedAction action(String no, String taskId) {
        var number = (Integer) test.engine.getTaskService().getVariable(taskId, "actionNo");
        return test.plannedActions.get(no, number);
    }

    private Map<String, Object> objectionHandled(boolean calm) {
        if (!sour(Sore.OBJECTION)) {
            return Forms.objectionHandled(false, null);
        }
        return Forms.objectionHandled(true, calm ? "CONSULTATION" : any("CONSULTATION", "DECISION", "IMPLEMENTATION"));
    }

    private Map<String, Object> evaluated(boolean calm) {
        var ruling = any("CLOSE", "REOPEN");
        if (!sour(Sore.REVIEW)) {
            return Forms.evaluatedGood();
        }
        var judged = any(
                Forms.evaluated("FULL", 70, 30),
                Forms.evaluated("FULL", 20, 80),
                Forms.evaluated("PART", 90, 10),
                Forms.evaluated("NO", 90, 10),
                Forms.evaluated("FULL", 10, 3));
        return calm || maybe() ? Forms.with(judged, "supervisorRuling", ruling) : judged;
    }

    private static Map<String, Object> explainedGaps() {
        var rows = new ArrayList<Map<String, Object>>();
        IntStream.rangeClosed(1, 20)
                .forEach(number -> rows.add(Map.of("item", String.valueOf(number), "reason", "办理时没有形成。")));
        return Map.of("missing", rows);
    }
}
