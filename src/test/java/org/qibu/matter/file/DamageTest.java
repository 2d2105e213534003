package org.qibu.matter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qibu.matter.MatterStatus;
import org.qibu.matter.Step;
import org.qibu.matter.Urgency;
import org.qibu.matter.paper.Papers;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** One damaged row or file spoils only itself: it is shown as it is or refused with a sentence, all others are unharmed. */
class DamageTest extends ProcessTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Papers papers;

    private MockMvc web;

    @BeforeEach
    void openTheDoors() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @Test
    void aMatterOfUnknownCodesStandsInEveryListBesideTheOthers() throws Exception {
        var damaged = raise().verify();
        var sound = raise().verify();
        database.sql("""
                        update matter set step = 'S9', track = 'SIDEWAYS', urgency = 'TOP', level = 'NOWHERE', status = 'ODD'
                        where matter_no = ?""").param(damaged.no()).update();
        try {
            assertThat(damaged.matter().step()).isEqualTo(Step.UNKNOWN);
            assertThat(damaged.matter().status()).isEqualTo(MatterStatus.UNKNOWN);
            assertThat(damaged.matter().track().known()).isEmpty();
            assertThat(damaged.matter().urgency()).hasToString("TOP");
            assertThat(damaged.matter().urgencyOfTasks()).isEqualTo(Urgency.NORMAL);
            assertThat(matters.of(List.of(damaged.no(), sound.no()))).hasSize(2);
            var password = "Basic " + HttpHeaders.encodeBasicAuth("clerk", "clerk", null);
            var cards =
                    "/api/tasks/cards?ids=" + damaged.task("task_studyTopic").getId() + ","
                            + sound.task("task_studyTopic").getId();
            web.perform(get(cards).header(HttpHeaders.AUTHORIZATION, password))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(damaged.no())))
                    .andExpect(content().string(containsString(sound.no())));
            for (var page : List.of(
                    "/staff/matters",
                    "/staff/deadlines",
                    "/staff/deadlines.xlsx",
                    "/staff/reports/load",
                    "/staff/matters/" + damaged.no(),
                    "/matters/" + damaged.no())) {
                web.perform(get(page).with(user("clerk").roles("residents-committee")))
                        .andExpect(status().isOk());
            }
        } finally {
            database.sql("""
                        update matter set step = 'S2', track = 'IN_DEPTH', urgency = 'NORMAL', level = null, status = 'OPEN'
                        where matter_no = ?""").param(damaged.no()).update();
        }
    }

    @Test
    void aFileThatIsNotWhatWasKeptIsHandedToNobodyAndReported() throws Exception {
        var story = raise().upload("clerk", "evidence");
        var file = matterFiles.of(story.no()).get(0);
        var address = "/api/matters/" + story.no() + "/files/" + file.id();
        var password = "Basic " + HttpHeaders.encodeBasicAuth("clerk", "clerk", null);
        web.perform(get(address).header(HttpHeaders.AUTHORIZATION, password)).andExpect(status().isOk());
        database.sql("update matter_file set content = content || '\\x00'::bytea where id = ?")
                .param(file.id())
                .update();
        web.perform(get(address).header(HttpHeaders.AUTHORIZATION, password))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("与存入时不一致")));
        assertThat(database.sql("select count(*) from damaged_file where id = ?")
                        .param(file.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        web.perform(get("/staff/matters").with(user("admin").roles("camunda-admin")))
                .andExpect(content().string(containsString("个文件与存入时不一致")))
                .andExpect(content().string(containsString(story.no())));
        database.sql("delete from damaged_file where id = ?").param(file.id()).update();
    }

    @Test
    void aPaperThatIsNotWhatWasKeptIsHandedToNobodyAndReported() throws Exception {
        var paper = papers.of(decided().no()).get(0);
        var address = "/staff/matters/" + paper.matterNo() + "/papers/" + paper.id() + ".docx";
        web.perform(get(address).with(user("clerk"))).andExpect(status().isOk());
        database.sql("update matter_paper_file set content = content || '\\x00'::bytea where paper_id = ?")
                .param(paper.id())
                .update();
        web.perform(get(address).with(user("clerk"))).andExpect(status().isConflict());
        assertThat(database.sql("delete from damaged_file where id = ?")
                        .param(paper.id())
                        .update())
                .as("told to the administrator")
                .isEqualTo(1);
    }
}
