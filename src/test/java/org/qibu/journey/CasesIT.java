package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Two matters of owners from end to end, with the numbers the law would be asked about. */
class CasesIT {

    private static final RunningJar jar = new RunningJar(Path.of("target", "cases"));
    private static Office office;

    @BeforeAll
    static void start() {
        FileSystemUtils.deleteRecursively(Path.of("target", "cases").toFile());
        office = jar.start().office();
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
