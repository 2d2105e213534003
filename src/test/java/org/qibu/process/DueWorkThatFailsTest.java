package org.qibu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qibu.engine.ProcessFault;
import org.qibu.engine.fault.ProcessFaults;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What falls due by itself and fails for good is told to the process administrators like a task that cannot go on. */
class DueWorkThatFailsTest extends ProcessTest {

    @Autowired
    private ProcessFaults faults;

    @Autowired
    private JdbcClient database;

    @Test
    void isToldOnceAndClosedWhenItGoesOn() {
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

        jobs.setJobRetries(job, 1);

        assertThat(fault(story)).isEmpty();
        story.fire("timer_noticeOver").waitsAt("task_recordMeeting");
    }

    private Optional<ProcessFault> fault(Story story) {
        return faults.open().stream()
                .filter(open -> story.no().equals(open.matterNo()))
                .findFirst();
    }
}
