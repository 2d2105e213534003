package org.qibu.engine.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.qibu.RoomsDatabase;
import org.qibu.engine.spi.LeadUnits;
import org.springframework.beans.factory.ObjectProvider;

class UnitCandidatesTest {

    private static final String NUMBER = "HZ-AS-2026-0001";
    private static final LeadUnits UNITS = mock(LeadUnits.class);

    private static ProcessEngine engine;

    @BeforeAll
    static void anEngineWithThePlugin() {
        @SuppressWarnings("unchecked")
        ObjectProvider<LeadUnits> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(UNITS);
        var configuration = (ProcessEngineConfigurationImpl) new StandaloneProcessEngineConfiguration()
                .setDataSource(RoomsDatabase.source())
                .setDatabaseSchemaUpdate("true")
                .setEnforceHistoryTimeToLive(false)
                .setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new UnitPlugin(provider));
        engine = configuration.buildProcessEngine();
        var model = Bpmn.createExecutableProcess("work")
                .startEvent()
                .userTask("task_progress")
                .camundaCandidateGroups("lead-unit")
                .userTask("task_prepareBallot")
                .camundaCandidateGroups("residents-committee,owners-committee")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("work.bpmn", model)
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void noUnits() {
        Mockito.reset(UNITS);
        when(UNITS.groupOf(anyString(), anyString()))
                .thenAnswer(asked -> asked.getArgument(1).equals("lead-unit") ? "property-firm" : asked.getArgument(1));
    }

    private static String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("work", NUMBER)
                .getId();
    }

    private static List<String> candidates(String instance) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .flatMap(UnitCandidatesTest::who)
                .sorted()
                .toList();
    }

    private static Stream<String> who(IdentityLink link) {
        return Stream.of(link.getUserId() == null ? "group " + link.getGroupId() : "user " + link.getUserId());
    }

    @Test
    void offersTheTaskToThePeopleOfTheUnitThatLeads() {
        when(UNITS.accountsOf(NUMBER, "lead-unit")).thenReturn(List.of("property", "property2"));

        assertThat(candidates(start())).containsExactly("user property", "user property2");
    }

    @Test
    void fallsBackOnTheGroupOfAUnitWithoutPeople() {
        assertThat(candidates(start())).containsExactly("group property-firm");
    }

    @Test
    void leavesOtherGroupsOfTheTaskAlone() {
        when(UNITS.accountsOf(NUMBER, "owners-committee")).thenReturn(List.of("owners"));
        var instance = start();
        engine.getTaskService()
                .complete(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());

        assertThat(candidates(instance)).containsExactly("group residents-committee", "user owners");
    }

    @Test
    void makesNoScopeOfATask() {
        var instance = start();

        assertThat(engine.getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
    }
}
