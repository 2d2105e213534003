package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.fault.ProcessFaults;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What falls due by itself and fails for good is told to the process administrators like a task that cannot go on. */
class DueWorkThatFailsTest extends ProcessTest {

    @Autowired
    private ProcessFaults faults;

    @Autowired
    private JdbcClient database;

    @Autowired
    private WebApplicationContext application;

    @Test
    void isToldOnceAndClosedWhenItGoesOn() throws Exception {
        var web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        var story = raise().verify().study().by("secretary", "task_fixAgenda", Forms.onAgenda());
        var jobs = engine.getManagementService();
        var job = jobs.createJobQuery()
                .activityId("timer_noticeOver")
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(story.no())
                        .processDefinitionKey("public-notice")
                        .singleResult()
                        .getId())
                .singleResult()
                .getId();

        jobs.setJobRetries(job, 0);

        var fault = fault(story).orElseThrow();
        assertThat(fault.isJob()).isTrue();
        assertThat(fault.processKey()).isEqualTo("public-notice");
        assertThat(fault.communityCode()).isEqualTo("HZ-AS");
        assertThat(fault.reason()).startsWith("到时要做的事没有做成：");
        assertThat(database.sql("select count(*) from outbox_mail where kind = 'PROCESS_FAULT' and matter_no = ?")
                        .param(story.no())
                        .query(Long.class)
                        .single())
                .isEqualTo(2); // modeler, modeler2

        var again = "/staff/processes/retry?place=" + job;
        web.perform(post(again).with(user("clerk")).with(csrf())).andExpect(status().isForbidden());
        assertThat(fault(story)).isPresent();
        web.perform(post(again).with(user("modeler").roles("process-admin")).with(csrf()))
                .andExpect(redirectedUrl("/staff/processes"))
                .andExpect(flash().attribute("answer", "processes.retried"));
        web.perform(post(again).with(user("modeler").roles("process-admin")).with(csrf()))
                .andExpect(flash().attribute("answer", "processes.retry.none"));

        assertThat(fault(story)).isEmpty();
        story.fire("timer_noticeOver").waitsAt("task_recordMeeting");
    }

    private Optional<ProcessFault> fault(Story story) {
        return faults.open().stream()
                .filter(open -> story.no().equals(open.matterNo()))
                .findFirst();
    }
}
