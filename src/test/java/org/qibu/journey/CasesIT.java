package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Two matters of owners from end to end, with the numbers the law would be asked about. */
class CasesIT {

    private static final RunningJar jar = new RunningJar(Path.of("target", "cases"));
    private static Office office;

    @BeforeAll
    static void start() {
        office = jar.begin().office();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    /** Twelve flats of 80.50 m², eleven heads: the owner of 201 and 302 is one. */
    @Test
    void anElevatorIsTalkedOverInTwoCyclesAndVotedOnTwice() {
        var elevator = Case.raise(office, "TX-HB", 11, "5幢2单元加装电梯", "河滨小区5幢2单元", 12)
                .verify(
                        "OWN_7_REBUILD",
                        "STAIRWELL",
                        "vulnerablePeople",
                        true,
                        "technical",
                        true,
                        "costEstimate",
                        520_000)
                .study(true)
                .by("expert", "task_expertOpinion", Courses.values("opinion", "结构允许，采光影响在规范以内。", "feasible", true))
                .nameParties("O001", "O002")
                .setAgenda(5)
                .until("task_recordMeeting");
        assertThat(elevator.matter().path("urgency").asText()).isEqualTo("URGENT");

        elevator.meet(10, 6, Case.majorObjectionOf("O001", "电梯挡住一楼采光，运行有噪声。"))
                .until("task_recordMeeting")
                .meet(10, 8, Case.majorObjectionOf("O001", "玻璃井道仍有噪声。"))
                .by(
                        "mediator",
                        "task_mediate",
                        Courses.values(
                                "party", "O001", "concern", "采光和噪声", "offer", "补偿 8000 元，改用玻璃井道", "accepted", true))
                .until("task_recordMeeting")
                .meet(11, 9)
                .confirmOpinion();

        firstVote(elevator);
        secondVote(elevator);

        elevator.plan(3).accept().publish().visit(false).evaluate(12, 8, 2, 1);

        var matter = elevator.matter();
        assertThat(matter.path("outcome").asText()).isEqualTo("CLOSED");
        assertThat(matter.path("cycle").asInt()).isEqualTo(2);
        assertThat(matter.path("minutes")).hasSize(4);
        assertThat(texts(matter.path("polls"), "result")).containsExactly("NOT_PASSED", "PASSED");
        assertThat(matter.path("mediations")).hasSize(1);
        assertThat(matter.path("objections")).hasSize(1);
        assertThat(office.taskKeys("admin", elevator.no())).isEmpty();
        assertThatTheProposerWasAnswered(elevator.no());
        assertThat(office.mails(elevator.no(), "MINUTES")).hasSizeGreaterThanOrEqualTo(4 * 11);
    }

    private static void firstVote(Case elevator) {
        elevator.openVote("owners:TX-HB:hebin:5:2", "是否同意加装电梯", 15);
        // agreeing: seven heads, one of them with two flats; the eleventh owner does not vote
        elevator.vote(1, elevator.owners(2, 8), elevator.owners(9, 10));
        var second = elevator.ballots(1, "AGAINST", List.of("O002", "O001"));
        assertThat(second.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(texts(second.body().path("duplicates"), "rightHolderId")).containsExactly("O002");
        var stranger = elevator.ballots(1, "AGREE", List.of("O011", "O099"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.body().path("errors").get(0).path("row").asInt()).isEqualTo(2);
        assertThat(office.get("clerk", "/api/polls/" + elevator.pollId(1) + "/paper-ballots")
                        .status())
                .isEqualTo(403);
        assertThat(office.get("scrutineer", "/api/polls/" + elevator.pollId(1) + "/paper-ballots")
                        .body())
                .hasSize(11);

        elevator.count(16);
        assertThat(elevator.result(1)).containsExactly("NOT_PASSED", "966.00/11", "885.50/10", "644.00/7");
        assertThat(elevator.ballots(1, "AGREE", List.of("O011")).status()).isEqualTo(409);
    }

    private static void secondVote(Case elevator) {
        elevator.meet(11, 9).confirmOpinion().openVote("owners:TX-HB:hebin:5:2", "是否同意按新的分摊办法加装电梯", 15);
        elevator.vote(2, elevator.owners(2, 9), List.of("O001", "O010")).count(16);
        assertThat(elevator.result(2)).containsExactly("PASSED", "966.00/11", "885.50/10", "724.50/8");

        var objection = office.post(
                "", "/api/matters/" + elevator.no() + "/objections", Map.of("objector", "韩静怡", "content", "一楼没有得到补偿。"));
        assertThat(objection.status()).isEqualTo(202);
        elevator.advance("P4D")
                .by(
                        "clerk",
                        "task_handleObjection",
                        Courses.values("upheld", false, "answer", "补偿办法已在协商意见中写明，102 室同样适用。"))
                .until("task_plan");
    }

    /** Thirty-six flats of 70.00 m² in building 3; a repair that cannot wait. */
    @Test
    void aBlockedSewerIsRepairedAtOnceVotedOnByExactlyTwoThirdsAndReopened() {
        var sewer = Case.raise(office, "CZ-HG", 36, "3号楼地下管网堵塞", "红光市场3号楼", 36)
                .verify("OWN_5_USE_FUND", "BUILDING", "safetyRisk", true, "costEstimate", 48_600);
        assertThat(sewer.matter().path("urgency").asText()).isEqualTo("EMERGENCY");
        var pumped = Map.of("text", "物业当天下午抽排积水，疏通车 15:30 到场。");
        assertThat(office.post("property", "/api/matters/" + sewer.no() + "/emergency-work", pumped)
                        .status())
                .isEqualTo(201);
        sewer.study(false)
                .nameParties("O001")
                .setAgenda(0)
                .meet(27, 24)
                .confirmOpinion()
                .openVote("owners:CZ-HG:hongguang:3", "是否同意使用维修资金疏通管网", 3);
        sewer.vote(1, sewer.owners(1, 13), sewer.owners(14, 24)).count(4);
        assertThat(sewer.result(1)).containsExactly("PASSED", "2520.00/36", "1680.00/24", "910.00/13");

        sewer.until("task_plan")
                .plan(1)
                .advance("P9D")
                .accept()
                .publish()
                .visit(true)
                .evaluate(36, 24, 6, 2);
        assertThat(sewer.matter().path("reopened").asInt()).isEqualTo(1);

        sewer.plan(1).accept().publish().visit(false).evaluate(36, 24, 6, 2);
        var matter = sewer.matter();
        assertThat(matter.path("outcome").asText()).isEqualTo("CLOSED");
        assertThat(matter.path("reopened").asInt()).isEqualTo(1);
        assertThat(matter.path("acceptances")).hasSize(2);
        assertThatTheProposerWasAnswered(sewer.no());
    }

    /** Three hundred and twenty households hang charging wires out of their windows; the shed against it comes late. */
    @Test
    void aShedForChargingComesLateAndClimbsTheWholeLadder() {
        var shed = Case.raise(office, "XS-AZ", 20, "飞线充电", "宁安家园各幢楼下", 320)
                .verify("COM_AFFAIR", "COMPOUND", "affectedHouseholds", 320, "costEstimate", 96_000)
                .study(false)
                .nameParties("O001")
                .setAgenda(5)
                .until("task_recordMeeting");
        assertThat(shed.matter().path("urgency").asText()).isEqualTo("URGENT");
        shed.meet(16, 12)
                .confirmOpinion()
                .by("secretary", "task_confirmConsensus", Courses.decided())
                .by("clerk", "task_plan", shedIn60Days());

        var due = LocalDate.parse(Courses.day(shed.now(), 60));
        shed.advance("P40D").by("unit", "task_progress", moreTime(due.plusDays(10)));
        assertThat(escalations(shed)).isEmpty();
        shed.by("secretary", "task_approveDelay", Courses.values("approved", true, "grantedDue", "" + due.plusDays(10)))
                .until(due.plusDays(10 + 30));

        assertThat(escalations(shed).keySet())
                .containsExactly("REMIND_DUE", "OVERDUE_L1", "OVERDUE_L2", "OVERDUE_L3", "OVERDUE_L4");
        assertThat(escalations(shed).get("REMIND_DUE")).containsExactly("unit@qibu.example");
        assertThat(escalations(shed).get("OVERDUE_L1")).containsExactly("head@qibu.example", "unit@qibu.example");
        assertThat(escalations(shed).get("OVERDUE_L2"))
                .containsExactly("head@qibu.example", "secretary@qibu.example", "supervisor@qibu.example");
        assertThat(escalations(shed).get("OVERDUE_L3")).contains("subdistrict@qibu.example", "secretary@qibu.example");
        assertThat(escalations(shed).get("OVERDUE_L4")).contains("leader@qibu.example", "bureau@qibu.example");
        lookAtWhatIsLate(shed);
        inspect(shed);

        var handedOver = Courses.values("leadUnit", "property-firm", "reason", "建设单位迟迟未完工，改由物业承办。");
        var handOver = office.post("subdistrict", "/api/matters/" + shed.no() + "/lead-unit", handedOver);
        assertThat(handOver.status()).as("%s", handOver).isEqualTo(200);
        shed.by("property", "task_progress", Courses.progressed())
                .by("watcher", "task_acceptWork", withoutExtinguisher())
                .by(
                        "property",
                        "task_rectify",
                        Courses.values("measures", "配齐灭火器。", "dueOn", Courses.day(shed.now(), 5)))
                .accept()
                .publish()
                .visit(false)
                .evaluate(80, 15, 13, 23);
        assertThat(shed.matter().path("reopened").asInt()).isEqualTo(1);

        shed.plan(1).accept().publish().visit(false).evaluate(80, 30, 20, 8);
        assertThat(shed.matter().path("outcome").asText()).isEqualTo("CLOSED");
        assertThat(shed.matter().path("reopened").asInt()).isEqualTo(1);
        assertThatTheProposerWasAnswered(shed.no());
    }

    /** The board and the page of the matter, as the head of the committee meets them while the shed is late. */
    private static void lookAtWhatIsLate(Case shed) {
        try (var head = new Browser(jar.port())) {
            head.logIn("head");
            head.open("/staff/deadlines?community=XS-AZ");
            head.shoot("deadlines-board");
            head.click(By.cssSelector(".figures a[href*='state=RED']"));
            assertThat(head.see(By.cssSelector("#rows ~ table")).getText()).contains(shed.no(), "超期", "已四级提醒");
            head.phone();
            head.shoot("deadlines-board-phone");

            head.open("/staff/matters/" + shed.no() + "#queries");
            head.see(By.cssSelector("#queries textarea")).sendKeys("施工力量不足，已请街道协调，两周内办结。");
            head.shoot("supervision-query-phone");
            head.desktop();
            head.see(By.cssSelector("#queries textarea")).submit();
            assertThat(head.see(By.cssSelector("#queries")).getText()).contains("已答复", "两周内办结");
            head.shoot("supervision-query");
        }
    }

    private static Map<String, Object> shedIn60Days() {
        var action = Courses.values(
                "no",
                1,
                "text",
                "搭建集中充电棚",
                "ownerId",
                "unit",
                "startOn",
                Courses.day(office.now(), 0),
                "dueOn",
                Courses.day(office.now(), 60),
                "budget",
                96_000);
        return Courses.values(
                "leadUnit",
                "resident-units",
                "actions",
                List.of(action),
                "acceptCriteria",
                List.of(Map.of("text", "检验合格")),
                "funding",
                96_000);
    }

    private static Map<String, Object> moreTime(LocalDate newDue) {
        return Courses.values("progress", 40, "newDue", newDue.toString(), "reason", "场地硬化多花了时间。");
    }

    private static Map<String, Object> withoutExtinguisher() {
        return Courses.values(
                "criteria",
                List.of(Map.of("text", "检验合格", "met", false, "remark", "没有灭火器")),
                "witnesses",
                List.of(Map.of("personNo", "O001"), Map.of("personNo", "O002")),
                "accepted",
                false);
    }

    private static void inspect(Case matter) {
        matter.by(
                "inspector",
                "task_inspectMatter",
                Courses.values("findings", "施工力量不足。", "measures", "改由物业承办。", "inspectionResult", "CLOSE"));
    }

    /** Who got which reminder and escalation about the matter, in the order of the ladder. */
    private static Map<String, List<String>> escalations(Case matter) {
        var sent = new LinkedHashMap<String, List<String>>();
        for (var kind : List.of("REMIND_DUE", "OVERDUE_L1", "OVERDUE_L2", "OVERDUE_L3", "OVERDUE_L4")) {
            var mails = office.mails(matter.no(), kind);
            if (!mails.isEmpty()) {
                sent.put(
                        kind,
                        mails.stream()
                                .map(mail -> mail.path("to").asText())
                                .sorted()
                                .toList());
            }
        }
        return sent;
    }

    private static void assertThatTheProposerWasAnswered(String no) {
        office.advance("PT1M");
        assertThat(office.mails(no, "RECEIPT")).hasSize(1);
        assertThat(office.mails(no, "RESULT"))
                .anySatisfy(mail -> assertThat(mail.path("to").asText()).isEqualTo(Courses.EMAIL));
        assertThat(office.mails(no, "STATUS"))
                .last()
                .satisfies(mail -> assertThat(mail.path("text").asText()).contains(no));
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.path(field).asText()));
        return texts;
    }
}
