package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One owners' matter of a community, moved over HTTP by the people of its office. */
final class Case {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Office office;
    private final String community;
    private final List<String> owners;
    private final String no;

    private Case(Office office, String community, List<String> owners, String no) {
        this.office = office;
        this.community = community;
        this.owners = owners;
        this.no = no;
    }

    /** Raises the matter; the owners are those who take part with a vote. */
    static Case raise(Office office, String community, int owners, String title, String location, int households) {
        var issue = new LinkedHashMap<>(Courses.issue(title));
        issue.put("communityCode", community);
        issue.put("channel", "GRID_VISIT");
        issue.put("location", location);
        issue.put("affectedHouseholds", households);
        var numbers = new ArrayList<String>();
        for (int i = 1; i <= owners; i++) {
            numbers.add("O%03d".formatted(i));
        }
        return new Case(office, community, numbers, office.raise("clerk", issue));
    }

    String no() {
        return no;
    }

    Case by(String account, String task, Map<String, Object> values) {
        office.complete(account, no, task, values);
        return this;
    }

    Case advance(String period) {
        office.advance(period);
        return this;
    }

    Case until(String task) {
        office.advanceUntil(no, task);
        return this;
    }

    /** Lets the days pass up to and with this one. */
    Case until(LocalDate day) {
        while (today().isBefore(day)) {
            office.advance("P1D");
        }
        return this;
    }

    Case verify(String type, String scope, Object... further) {
        var values = new LinkedHashMap<>(Courses.verified(owners.size(), true));
        values.put("matterType", type);
        values.put("affectedScope", scope);
        values.putAll(Courses.values(further));
        return by("clerk", "task_verifyIssue", values);
    }

    Case study(boolean technical) {
        var values = new LinkedHashMap<>(Courses.studied());
        values.put("technical", technical);
        return by("clerk", "task_studyTopic", values);
    }

    /** The four parties: the branch, all owners with a vote, the firms, a social worker who leads the talk. */
    Case nameParties(String... heavilyAffected) {
        var people = new ArrayList<Map<String, Object>>();
        people.add(participant("secretary", "LEADING", false, false));
        owners.forEach(owner -> people.add(
                participant(owner, "PRINCIPAL", true, List.of(heavilyAffected).contains(owner))));
        people.add(participant("property", "RESOURCE", false, false));
        people.add(participant("unit", "RESOURCE", false, false));
        people.add(participant("facilitator", "TECHNICAL", false, false));
        return by(
                "clerk",
                "task_nameParties",
                Courses.values("participants", people, "host", "facilitator", "recorder", "clerk"));
    }

    private static Map<String, Object> participant(String personNo, String party, boolean vote, boolean affected) {
        return Map.of("personNo", personNo, "party", party, "voice", true, "vote", vote, "heavilyAffected", affected);
    }

    Case setAgenda(int daysToMeeting) {
        var values = new LinkedHashMap<>(Courses.adopted(office.now()));
        values.keySet().removeAll(List.of("urgency", "level"));
        values.put("meetingAt", today().plusDays(daysToMeeting) + "T23:30:00+08:00");
        return by("secretary", "task_fixAgenda", values);
    }

    /** A round to which so many owners came and so many of them agreed; the first owners came. */
    Case meet(int present, int agree, Map<String, Object> further) {
        var people = new ArrayList<Map<String, Object>>();
        for (var number : List.of("secretary", "property", "unit", "facilitator")) {
            people.add(Map.of("personNo", number, "present", true, "mode", "ONSITE"));
        }
        for (int i = 0; i < owners.size(); i++) {
            people.add(Map.of("personNo", owners.get(i), "present", i < present, "mode", "ONSITE"));
        }
        var minutes = Courses.values(
                "attendance",
                people,
                "motions",
                List.of(Map.of("text", "按修改后的方案办理", "mover", "O010")),
                "strawAgree",
                agree,
                "strawDisagree",
                present - agree,
                "strawAbstain",
                0,
                "draftResult",
                "按修改后的方案办理，费用按楼层分摊。");
        minutes.putAll(further);
        return by("facilitator", "task_recordMeeting", minutes);
    }

    Case meet(int present, int agree) {
        return meet(present, agree, Map.of());
    }

    static Map<String, Object> majorObjectionOf(String owner, String reason) {
        return Map.of("dissent", List.of(Map.of("personNo", owner, "reason", reason, "severity", "MAJOR")));
    }

    Case confirmOpinion() {
        return by("rep", "task_confirmOpinion", Courses.values("finalText", "按修改后的方案办理，费用按楼层分摊。", "confirmed", true));
    }

    /** Prepares a vote on paper that opens now, and waits until it has opened. */
    Case openVote(String electorate, String question, int days) {
        by(
                "owners",
                "task_prepareBallot",
                Courses.values(
                        "question",
                        question,
                        "electorateId",
                        electorate,
                        "method",
                        "PAPER",
                        "opensAt",
                        office.now().atZone(CHINA).toOffsetDateTime().toString(),
                        "closesAt",
                        today().plusDays(days) + "T18:00:00+08:00"));
        return advance("PT1M");
    }

    /** A teller hands in ballots, the same choice for all of these owners. */
    Office.Answer ballots(int poll, String choice, List<String> from) {
        var ballots = from.stream()
                .map(owner -> Map.of("rightHolderId", owner, "choice", choice))
                .toList();
        return office.post("teller", "/api/polls/" + pollId(poll) + "/paper-ballots", Map.of("ballots", ballots));
    }

    Case vote(int poll, List<String> agreeing, List<String> against) {
        assertThat(ballots(poll, "AGREE", agreeing).body().path("accepted").asInt())
                .isEqualTo(agreeing.size());
        assertThat(ballots(poll, "AGAINST", against).body().path("accepted").asInt())
                .isEqualTo(against.size());
        return this;
    }

    Case count(int days) {
        return advance("P" + days + "D")
                .by("teller", "task_enterBallots", Map.of("ballotsComplete", true))
                .by("scrutineer", "task_certifyCount", Map.of("certified", true));
    }

    /** The numbers of a certified vote: verdict, who took part and who agreed, by area and heads. */
    List<String> result(int poll) {
        var result = office.get("", "/api/polls/" + pollId(poll) + "/result").body();
        return List.of(
                result.path("result").asText(),
                part(result, "total"),
                part(result, "taking"),
                part(result, "agreeing"));
    }

    private static String part(JsonNode result, String name) {
        return result.path(name).path("area").asText() + "/"
                + result.path(name).path("heads").asLong();
    }

    String pollId(int poll) {
        return no + "-P" + poll;
    }

    Case plan(int actions) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= actions; i++) {
            rows.add(Map.of(
                    "no",
                    i,
                    "text",
                    "第 " + i + " 项工程",
                    "ownerId",
                    "property",
                    "startOn",
                    today().toString(),
                    "dueOn",
                    today().plusDays(10L * i).toString(),
                    "budget",
                    10_000));
        }
        by(
                "clerk",
                "task_plan",
                Courses.values(
                        "leadUnit",
                        "property-firm",
                        "actions",
                        rows,
                        "acceptCriteria",
                        List.of(Map.of("text", "检验合格")),
                        "funding",
                        10_000 * actions));
        for (int i = 0; i < actions; i++) {
            by(
                    "property",
                    "task_progress",
                    Courses.values("progress", 100, "doneText", "已经完工。", "obstacle", "NONE", "actualCost", 10_000));
        }
        return this;
    }

    Case accept() {
        return by(
                "watcher",
                "task_acceptWork",
                Courses.values(
                        "criteria",
                        List.of(Map.of("text", "检验合格", "met", true)),
                        "witnesses",
                        List.of(Map.of("personNo", "O001"), Map.of("personNo", "O002")),
                        "accepted",
                        true));
    }

    Case publish() {
        return by("clerk", "task_draftFeedback", Courses.drafted())
                .by("secretary", "task_checkNotice", Courses.noticeChecked())
                .until("task_returnVisit");
    }

    Case visit(boolean relapse) {
        var visit = new LinkedHashMap<>(Courses.visited(office.now()));
        visit.put("stillWorking", !relapse);
        visit.put("relapse", relapse);
        return by("watcher", "task_returnVisit", visit);
    }

    Case evaluate(int sent, int satisfied, int basically, int not) {
        return by(
                "supervisor",
                "task_evaluate",
                Courses.values(
                        "surveySent",
                        sent,
                        "surveySatisfied",
                        satisfied,
                        "surveyBasically",
                        basically,
                        "surveyNotSatisfied",
                        not,
                        "goalMet",
                        "FULL",
                        "processOk",
                        true));
    }

    JsonNode matter() {
        return office.matter("clerk", no);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(office.now(), CHINA);
    }

    List<String> owners(int from, int to) {
        return owners.subList(from - 1, to);
    }

    Instant now() {
        return office.now();
    }
}
