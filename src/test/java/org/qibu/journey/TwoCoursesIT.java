package org.qibu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two plain courses of a matter, over HTTP against the running jar, mails included. */
class TwoCoursesIT {

    private static final List<String> PERSONAL =
            List.of(Courses.NAME, Courses.PHONE, Courses.EMAIL, "东门口的垃圾投放点", "投放点距最近窗户", "老人多走一百米", "洗手池");

    private static final RunningJar jar = new RunningJar(Path.of("target", "journey"));
    private static Office office;

    @BeforeAll
    static void start() {
        office = jar.begin().office();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @Test
    void anOrdinaryAffairGoesFromTheFirstFormToTheSealedEndWithSixteenForms() throws SQLException {
        var matterNo = office.raise("clerk", Courses.issue("东门垃圾投放点异味"));
        var before = office.forms();

        office.complete("clerk", matterNo, "task_verifyIssue", Courses.verified(26, true));
        office.complete("clerk", matterNo, "task_studyTopic", Courses.studied());
        office.complete("clerk", matterNo, "task_nameParties", Courses.parties());
        office.complete("secretary", matterNo, "task_fixAgenda", Courses.adopted(office.now()));
        office.advanceUntil(matterNo, "task_recordMeeting");
        office.complete("facilitator", matterNo, "task_recordMeeting", Courses.met(9, 1));
        office.complete("rep", matterNo, "task_confirmOpinion", Courses.confirmed());
        office.complete("secretary", matterNo, "task_confirmConsensus", Courses.decided());
        office.complete("clerk", matterNo, "task_plan", Courses.planned(office.now()));
        office.complete("property", matterNo, "task_progress", Courses.progressed());
        office.complete("property", matterNo, "task_progress", Courses.progressed());
        office.complete("watcher", matterNo, "task_acceptWork", Courses.accepted());
        office.complete("clerk", matterNo, "task_draftFeedback", Courses.drafted());
        office.complete("secretary", matterNo, "task_checkNotice", Courses.noticeChecked());
        office.advanceUntil(matterNo, "task_returnVisit");
        office.complete("watcher", matterNo, "task_returnVisit", Courses.visited(office.now()));
        office.complete("supervisor", matterNo, "task_evaluate", Courses.evaluated(26));

        var matter = office.matter("clerk", matterNo);
        assertThat(matter.path("outcome").asText()).isEqualTo("CLOSED");
        assertThat(office.taskKeys("admin", matterNo)).isEmpty();
        // the second action's progress does not count: it is asked once per action
        assertThat(office.forms() - before - 1).isLessThanOrEqualTo(16);
        assertMails(matterNo);
        assertNothingPersonalInTheEngine();
    }

    private void assertMails(String matterNo) {
        office.advance("PT1M");
        assertThat(office.mails(matterNo, "RECEIPT")).singleElement().satisfies(mail -> {
            assertThat(mail.path("to").asText()).isEqualTo(Courses.EMAIL);
            assertThat(mail.path("text").asText()).contains(matterNo).doesNotContain(Courses.PHONE);
        });
        assertThat(office.mails(matterNo, "INVITATION"))
                .hasSize(12)
                .allSatisfy(
                        mail -> assertThat(mail.path("attachments").toString()).contains("invite.ics"));
        assertThat(office.mails(matterNo, "MINUTES")).hasSize(12);
        assertThat(office.mails(matterNo, "RESULT")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(office.mails(matterNo, "STATUS")).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void aSmallMatterIsSettledOnTheSpotWithFourForms() {
        var matterNo = office.raise("clerk", Courses.issue("楼道灯不亮"));
        var before = office.forms();

        office.complete("clerk", matterNo, "task_verifyIssue", Courses.verified(2, false));
        office.complete(
                "facilitator",
                matterNo,
                "task_settleInstantly",
                Courses.values("result", "SETTLED", "agreement", "物业当天换灯，以后每月巡查一次。"));
        office.complete("clerk", matterNo, "task_reportDone", Courses.values("doneText", "灯已换好，当晚已亮。"));
        office.advanceUntil(matterNo, "task_evaluate");
        office.complete("supervisor", matterNo, "task_evaluate", Courses.evaluated(4));

        assertThat(office.matter("", matterNo).path("outcome").asText()).isEqualTo("CLOSED");
        assertThat(office.forms() - before).isEqualTo(4);
    }

    /** Every text column of every table of the engine, history included. */
    private static void assertNothingPersonalInTheEngine() throws SQLException {
        var found = new ArrayList<String>();
        try (var database = jar.database()) {
            var columns = new LinkedHashMap<String, TreeSet<String>>();
            try (var names = database.createStatement()
                    .executeQuery(
                            "select table_name, column_name from information_schema.columns"
                                    + " where table_name like 'act\\_%' and data_type in ('character varying', 'text', 'bytea')")) {
                while (names.next()) {
                    columns.computeIfAbsent(names.getString(1), table -> new TreeSet<>())
                            .add(names.getString(2));
                }
            }
            for (Map.Entry<String, TreeSet<String>> table : columns.entrySet()) {
                try (var rows = database.createStatement().executeQuery("select * from " + table.getKey())) {
                    while (rows.next()) {
                        for (var column : table.getValue()) {
                            var bytes = rows.getObject(column);
                            var text = bytes instanceof byte[] raw
                                    ? new String(raw, StandardCharsets.UTF_8)
                                    : String.valueOf(bytes);
                            PERSONAL.stream()
                                    .filter(text::contains)
                                    .forEach(secret -> found.add(table.getKey() + "." + column + ": " + secret));
                        }
                    }
                }
            }
            assertThat(columns).hasSizeGreaterThan(30);
        }
        assertThat(found).isEmpty();
    }
}
