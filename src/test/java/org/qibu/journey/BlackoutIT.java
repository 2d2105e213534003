package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The running jar is killed as by a power cut, and goes on afterwards as if nothing had been. */
class BlackoutIT {

    private static final RunningJar jar = new RunningJar(Path.of("target", "blackout"));
    private static Office office;

    @BeforeAll
    static void start() {
        office = jar.begin().office();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    /** What brings a matter from one task to the next, up to the minutes of its meeting. */
    private static final List<Consumer<String>> STEPS = List.of(
            no -> office.complete("clerk", no, "task_verifyIssue", Courses.verified(2, false)),
            no -> office.complete(
                    "facilitator",
                    no,
                    "task_settleInstantly",
                    Courses.values("result", "UPGRADE", "agreement", "谈不拢，请大家一起议。")),
            no -> office.complete("clerk", no, "task_studyTopic", Courses.studied()),
            no -> office.complete("clerk", no, "task_nameParties", Courses.parties()),
            no -> office.complete("secretary", no, "task_fixAgenda", Courses.adopted(office.now())),
            no -> office.advanceUntil(no, "task_recordMeeting"));

    /** One matter waits between each two tasks when the power goes, so that one start shows all of them. */
    @Test
    void aPowerCutBetweenAnyTwoTasksChangesNothing() {
        var waiting = new ArrayList<String>();
        for (int steps = 0; steps <= STEPS.size(); steps++) {
            var matterNo = office.raise("clerk", Courses.issue("停电时的事项" + steps));
            STEPS.subList(0, steps).forEach(step -> step.accept(matterNo));
            waiting.add(matterNo);
        }
        surviveAPowerCut(waiting);
        var last = waiting.get(STEPS.size());
        office.complete("facilitator", last, "task_recordMeeting", Courses.met(9, 1));
        assertThat(office.taskKeys("clerk", last)).containsExactly("task_confirmOpinion");
    }

    @Test
    void aPowerCutBetweenARungAndItsMailSendsEveryMailOnce() throws SQLException {
        var matterNo = office.raise("clerk", Courses.issue("停电时到期的事项"));
        lendNewMailsToANodeThatDies();
        var rung = "deadline_rung r join deadline d using (task_id) where rung = 'OVERDUE_L1' and d.matter_no = '"
                + matterNo + "'";
        for (int days = 0; days < 20 && count(rung) == 0; days++) {
            office.advance("P1D");
        }
        assertThat(count(rung)).isEqualTo(1);
        assertThat(office.mails(matterNo, "OVERDUE_L1")).isEmpty();

        jar.kill();
        jar.start();
        endTheLoan();
        office.advance("PT1M");

        var mails = "outbox_mail where kind = 'OVERDUE_L1' and matter_no = '" + matterNo + "'";
        assertThat(office.mails(matterNo, "OVERDUE_L1"))
                .extracting(mail -> mail.path("to").asText())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .hasSize(count(mails));
        assertThat(count(mails + " and state <> 'SENT'")).isZero();
        assertThat(count(rung)).isEqualTo(1);
    }

    /** As if a dispatcher had claimed each mail the moment it was written and got no further. */
    private static void lendNewMailsToANodeThatDies() throws SQLException {
        execute("""
                create function lend() returns trigger language plpgsql as $$
                begin
                  new.claimed_until := clock_timestamp() + interval '1 hour';
                  new.claimed_by := 'dead';
                  return new;
                end $$""", "create trigger lend before insert on outbox_mail for each row execute function lend()");
    }

    private static void endTheLoan() throws SQLException {
        execute(
                "drop trigger lend on outbox_mail",
                "drop function lend",
                "update outbox_mail set claimed_until = clock_timestamp() where claimed_by = 'dead'");
    }

    private static void execute(String... statements) throws SQLException {
        try (var database = jar.database();
                var statement = database.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    private static int count(String of) throws SQLException {
        try (var database = jar.database();
                var found = database.createStatement().executeQuery("select count(*) from " + of)) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void surviveAPowerCut(List<String> matters) {
        var before = matters.stream().map(BlackoutIT::seen).toList();
        jar.kill();
        jar.start();
        assertThat(matters.stream().map(BlackoutIT::seen)).containsExactlyElementsOf(before);
    }

    private static String seen(String matterNo) {
        return office.tasks("clerk", matterNo) + "\n" + office.matter("", matterNo);
    }
}
