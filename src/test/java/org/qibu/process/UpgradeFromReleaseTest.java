package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.qibu.availability.DatabaseFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The program starts on a database its last release left behind, and what was under way there goes on. */
@DirtiesContext
@TestMethodOrder(OrderAnnotation.class)
class UpgradeFromReleaseTest extends ProcessTest {

    private static final String RELEASE = "0.2.0";

    private static EmbeddedPostgres server;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void databaseOfTheRelease(DynamicPropertyRegistry settings) throws IOException {
        server = EmbeddedPostgres.start();
        DatabaseFixture.restore(server, RELEASE);
        var address = server.getJdbcUrl("postgres", DatabaseFixture.databaseOf(RELEASE));
        settings.add("spring.datasource.url", () -> address);
        settings.add("spring.datasource.username", () -> "postgres");
        settings.add("spring.datasource.password", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    @Order(1)
    void everythingTheReleaseKeptIsThere() {
        assertThat(numbers()).hasSize(8);
        assertThat(accounts()).contains("clerk", "secretary", "admin").hasSize(27);
        assertThat(count("select count(*) from act_ru_task")).isGreaterThanOrEqualTo(8);
        assertThat(count("select count(*) from outbox_mail")).isGreaterThan(8);
        assertThat(count("select count(*) from form_record")).isGreaterThan(20);
        assertThat(numbers())
                .allSatisfy(no -> assertThat(matters.get(no).title()).isNotBlank());
    }

    @Test
    @Order(2)
    void aMatterThatWasUnderWayIsWorkedOn() {
        var matterNo = waitingAt("task_verifyIssue");
        var records = count("select count(*) from form_record where matter_no = '" + matterNo + "'");

        desk.complete("clerk", matterNo, "task_verifyIssue", Forms.verified());

        assertThat(waiting(matterNo)).doesNotContain("task_verifyIssue").isNotEmpty();
        assertThat(count("select count(*) from form_record where matter_no = '" + matterNo + "'"))
                .isEqualTo(records + 1);
        assertThat(timeline.of(matterNo, Locale.CHINA)).isNotEmpty();
    }

    @Test
    @Order(3)
    void aNewOneWalksToItsEndBesideThem() {
        var story = raise(Map.of())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .implement()
                .publish();

        assertThat(numbers()).hasSize(9).contains(story.no());
    }

    private List<String> numbers() {
        return database.sql("select matter_no from matter order by 1")
                .query(String.class)
                .list();
    }

    private String waitingAt(String taskKey) {
        return database.sql("select matter_no from deadline where task_key = ? and state = 'OPEN' order by 1 limit 1")
                .param(taskKey)
                .query(String.class)
                .single();
    }

    private List<String> waiting(String matterNo) {
        return database.sql("select task_key from deadline where matter_no = ? and state = 'OPEN'")
                .param(matterNo)
                .query(String.class)
                .list();
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
