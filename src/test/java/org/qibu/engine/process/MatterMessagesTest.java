package org.qibu.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qibu.RoomsDatabase;
import org.qibu.engine.fault.ProcessFaultService;
import org.qibu.engine.identity.AsSystem;

class MatterMessagesTest {

    private static final String MESSAGE = "notice.objectionRaised";

    private static ProcessEngine engine;
    private static MatterMessages messages;

    @BeforeAll
    static void anEngineWithAWaitingProcess() {
        engine = new StandaloneProcessEngineConfiguration()
                .setDataSource(RoomsDatabase.source())
                .setDatabaseSchemaUpdate("true")
                .setEnforceHistoryTimeToLive(false)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        var model = Bpmn.createExecutableProcess("notice")
                .startEvent()
                .intermediateCatchEvent("message_objection")
                .message(MESSAGE)
                .userTask("task_handleObjection")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("notice.bpmn", model)
                .deploy();
        var asSystem = mock(AsSystem.class);
        when(asSystem.call(any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(0).get());
        messages = new MatterMessages(engine, asSystem, mock(ProcessFaultService.class));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void reachesTheProcessOfTheMatterThatWaits() {
        engine.getRuntimeService().startProcessInstanceByKey("notice", "HZ-AS-2026-9051");
        engine.getRuntimeService().startProcessInstanceByKey("notice", "HZ-AS-2026-9052");

        assertThat(messages.send(MESSAGE, "HZ-AS-2026-9051")).isTrue();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey("HZ-AS-2026-9051")
                        .count())
                .isEqualTo(1);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey("HZ-AS-2026-9052")
                        .count())
                .isZero();
    }

    @Test
    void saysWhenNobodyWaits() {
        assertThat(messages.send(MESSAGE, "HZ-AS-2026-9053")).isFalse();
    }
}
