package org.qibu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.qibu.bench.setup.BenchOptions;
import org.qibu.bench.setup.StaffClient;
import org.qibu.embedded.PostgresServer;
import org.qibu.matter.contract.UserTaskElements;

/**
 * Kills the jar again and again in the middle of a burst of issues, completions and ballots, starts it anew and looks whether
 * every acknowledged write is there once, and none that was not acknowledged is there half or twice.
 */
final class KillBench {

    private static final String ELEVATOR = "加装电梯";

    private final Path data;
    private final Size size;

    KillBench(Path data, Size size) {
        this.data = data;
        this.size = size;
    }

    /**
     * How much is done.
     *
     * @param rounds how often it is killed
     * @param writes how many writes are acknowledged before it is
     */
    record Size(int rounds, int writes) {

        static Size of(List<String> options) {
            return new Size(BenchOptions.number(options, "rounds", 20), BenchOptions.number(options, "writes", 60));
        }
    }

    /**
     * What was found after a kill.
     *
     * @param acknowledged how many writes of each kind were: issues, completions, ballots
     * @param lost acknowledged and not there
     * @param twice there more than once, or half
     */
    record Round(int number, List<Integer> acknowledged, int unanswered, List<String> lost, List<String> twice) {

        /** Whether something of each kind was acknowledged, and all of it is there once. */
        boolean whole() {
            return !acknowledged.contains(0) && lost.isEmpty() && twice.isEmpty();
        }
    }

    List<Round> run() throws IOException, InterruptedException, SQLException {
        var rounds = new ArrayList<Round>();
        try (var jar = new KilledJar(data)) {
            jar.start();
            var client = new StaffClient(jar.address());
            var pollId = openVote(client);
            for (int number = 1; number <= size.rounds(); number++) {
                var burst = new Burst(client, number, pollId, holders(pollId));
                burst.run(size.writes(), jar::kill);
                jar.start();
                rounds.add(look(number, burst));
                System.out.println(KillReport.line(rounds.get(number - 1)));
            }
        }
        return rounds;
    }

    /** Puts the elevator of the demonstration to the vote on paper and lets the day of its opening come. */
    private String openVote(StaffClient client) throws IOException, SQLException {
        var matterNo =
                one("select matter_no from matter where title like '%" + ELEVATOR + "' order by matter_no limit 1");
        var task = "";
        for (var each : client.get("clerk", "/engine-rest/task?processInstanceBusinessKey=" + matterNo)
                .body()) {
            task = UserTaskElements.PREPARE_BALLOT.equals(
                            each.path("taskDefinitionKey").asText())
                    ? each.path("id").asText()
                    : task;
        }
        var today = LocalDate.from(OffsetDateTime.parse(
                client.get("admin", "/api/demo/clock").body().path("now").asText()));
        var values = new LinkedHashMap<String, Object>();
        values.put("question", "是否同意加装电梯？");
        values.put("electorateId", "owners:HZ-AS:aishan:1:1");
        values.put("method", "PAPER");
        values.put("opensAt", today.plusDays(20) + "T09:00:00+08:00");
        values.put("closesAt", today.plusDays(50) + "T18:00:00+08:00");
        var answer = client.post("clerk", "/engine-rest/task/" + task + "/submit-form", StaffClient.form(values));
        if (answer.status() != 204) {
            throw new IllegalStateException("the vote cannot be prepared: " + answer);
        }
        client.post("admin", "/api/demo/clock", Map.of("advance", "P21D"));
        return one("select matter_no || '-P' || no from poll where matter_no = '" + matterNo
                + "' and opened_at is not null");
    }

    private List<String> holders(String pollId) throws SQLException {
        return all("select holder_no from poll_voter where matter_no || '-P' || poll_no = '" + pollId + "'");
    }

    private Round look(int number, Burst burst) throws SQLException {
        var lost = new ArrayList<String>();
        var twice = new ArrayList<String>();
        compare(
                burst.issues(),
                "select substring(m.description from '停电.*') from matter m join act_hi_procinst p"
                        + " on p.business_key_ = m.matter_no and p.proc_def_key_ = 'deliberation' where m.description like '%停电"
                        + number + "·%'",
                lost,
                twice);
        compare(
                burst.completions(),
                "select r.task_id from form_record r join act_hi_taskinst t on t.id_ = r.task_id"
                        + " where r.form = 'verify-issue' and t.end_time_ is not null",
                lost,
                twice);
        compare(burst.ballots(), "select proxy_doc from ballot where proxy_doc like '停电" + number + "·%'", lost, twice);
        twice.addAll(all("select r.task_id from form_record r join act_ru_task t on t.id_ = r.task_id"));
        twice.addAll(all("select matter_no from matter m where description like '%停电%' and not exists"
                + " (select 1 from act_hi_procinst where business_key_ = m.matter_no)"));
        var writes = List.of(burst.issues(), burst.completions(), burst.ballots());
        var acknowledged =
                writes.stream().map(each -> each.acknowledged().size()).toList();
        var sent = writes.stream().mapToInt(each -> each.sent().size()).sum();
        return new Round(number, acknowledged, sent - sum(acknowledged), lost, twice);
    }

    static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private void compare(Burst.Writes writes, String found, List<String> lost, List<String> twice) throws SQLException {
        var there = count(all(found));
        writes.acknowledged().stream().filter(mark -> !there.containsKey(mark)).forEach(lost::add);
        ((Queue<String>) writes.sent())
                .stream().filter(mark -> there.getOrDefault(mark, 0) > 1).forEach(twice::add);
    }

    private static Map<String, Integer> count(List<String> marks) {
        var counts = new LinkedHashMap<String, Integer>();
        marks.forEach(mark -> counts.merge(mark, 1, Integer::sum));
        return counts;
    }

    private String one(String question) throws SQLException {
        return all(question).stream().findFirst().orElseThrow(() -> new IllegalStateException("nothing: " + question));
    }

    /** From the server the jar brought along, which outlives it. */
    private List<String> all(String question) throws SQLException {
        var server = PostgresServer.start(data.toAbsolutePath().normalize());
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
