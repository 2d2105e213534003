package org.qibu.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qibu.process.Forms;
import org.qibu.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class HistoryUpdateTest extends ProcessTest {

    private static final Date BEGUN = new Date(1_764_500_000_123L);
    private static final Date ENDED = new Date(BEGUN.getTime() + 86_400_789L);

    @Autowired
    private JdbcClient database;

    static Stream<HistoricScopeInstanceEvent> events() {
        return Stream.of(
                activity(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, null, null),
                activity(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, "called", null),
                activity(HistoryEventTypes.ACTIVITY_INSTANCE_END, null, ENDED),
                activity(HistoryEventTypes.ACTIVITY_INSTANCE_END, "called", ENDED),
                activity(HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE, null, null),
                task(HistoryEventTypes.TASK_INSTANCE_UPDATE, null),
                task(HistoryEventTypes.TASK_INSTANCE_COMPLETE, ENDED),
                process(HistoryEventTypes.PROCESS_INSTANCE_UPDATE, null, null),
                process(HistoryEventTypes.PROCESS_INSTANCE_END, ENDED, null),
                process(HistoryEventTypes.PROCESS_INSTANCE_END, ENDED, ENDED));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aRowBecomesWhatTheEnginesOwnMappingWouldMakeOfIt(HistoricScopeInstanceEvent event) {
        var expected = rowAfter(event, "its-own", this::byTheEngine);

        assertThat(rowAfter(event, "in-sets", changed -> inSets(List.of(changed))))
                .isEqualTo(expected)
                .containsEntry("duration_", event.getEndTime() == null ? null : 86_400_789L);
    }

    @ParameterizedTest
    @EnumSource(HistoryUpdate.class)
    void manyRowsAreChangedTogetherAndNoOther(HistoryUpdate update) {
        var first = ended(update);
        var second = ended(update);
        List.of("first", "second", "other").forEach(id -> insert(first, id));
        var before = row(first, "other");

        first.setId("first");
        second.setId("second");
        inSets(List.of(first, second));

        assertThat(row(first, "first")).containsEntry("duration_", 86_400_789L);
        assertThat(row(first, "second")).containsEntry("duration_", 86_400_789L);
        assertThat(row(first, "other")).isEqualTo(before);
        List.of("first", "second", "other").forEach(id -> delete(first, id));
    }

    private static HistoricScopeInstanceEvent ended(HistoryUpdate update) {
        return events().filter(event -> event.getEndTime() != null)
                .filter(event -> HistoryUpdate.ofType(event.getClass()).orElseThrow() == update)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatEndedShowsHowLongItTookAndWhoDidIt() {
        var story = raise(Map.of())
                .verify()
                .setAgenda()
                .agree()
                .confirm()
                .implement()
                .publish()
                .review(Forms.evaluated("FULL", 29, 0));
        var tables = List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_procinst");

        tables.forEach(table -> assertThat(database.sql("select * from " + table
                                + " where root_proc_inst_id_ = (select id_ from act_hi_procinst where business_key_ = ?"
                                + " and id_ = root_proc_inst_id_) and end_time_ is not null")
                        .param(story.no())
                        .query()
                        .listOfRows())
                .as(table)
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> {
                    assertThat(row.get("duration_"))
                            .as("%s", row)
                            .isEqualTo(((Date) row.get("end_time_")).getTime()
                                    - ((Date) row.get("start_time_")).getTime());
                }));
        assertThat(database.sql(
                                "select distinct assignee_ from act_hi_taskinst t where proc_inst_id_ in (select"
                                        + " proc_inst_id_ from act_hi_procinst where business_key_ = ?) and end_time_ is not null")
                        .param(story.no())
                        .query(String.class)
                        .list())
                .contains("clerk", "rep", "secretary")
                .doesNotContainNull();
    }

    private Map<String, Object> rowAfter(
            HistoricScopeInstanceEvent event, String id, Consumer<HistoricScopeInstanceEvent> change) {
        insert(event, id);
        event.setId(id);
        event.setStartTime(BEGUN);
        change.accept(event);
        var row = new HashMap<>(row(event, id));
        delete(event, id);
        row.remove("id_");
        row.remove("proc_inst_id_");
        return row;
    }

    private void byTheEngine(HistoricScopeInstanceEvent event) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            var session = context.getDbSqlSession();
            session.getSqlSession().update(session.getDbSqlSessionFactory().getUpdateStatement(event), event);
            session.getSqlSession().flushStatements();
            return null;
        });
    }

    private void inSets(List<HistoricScopeInstanceEvent> events) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            HistoryUpdate.ofType(events.get(0).getClass())
                    .orElseThrow()
                    .write(context.getDbSqlSession().getSqlSession().getConnection(), events);
            return null;
        });
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private void insert(HistoricScopeInstanceEvent event, String id) {
        var sql = switch (table(event)) {
            case "act_hi_actinst" -> """
                        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                          act_name_, act_type_, assignee_, task_id_, call_proc_inst_id_, start_time_, act_inst_state_)
                        values (:id, 'old', 'old', 'old', 'old', 'old', 'old', 'userTask', 'old', 'old', 'old', :begun, 0)""";
            case "act_hi_taskinst" -> """
                        insert into act_hi_taskinst (id_, name_, assignee_, owner_, task_def_key_, priority_, start_time_,
                          task_state_) values (:id, 'old', 'old', 'old', 'old', 50, :begun, 'Created')""";
            default -> """
                        insert into act_hi_procinst (id_, proc_inst_id_, proc_def_id_, business_key_, state_, start_time_)
                        values (:id, :id, 'old', 'old', 'ACTIVE', :begun)""";
        };
        database.sql(sql)
                .param("id", id)
                .param("begun", new Timestamp(BEGUN.getTime()))
                .update();
    }

    private Map<String, Object> row(HistoricScopeInstanceEvent event, String id) {
        return database.sql("select * from " + table(event) + " where id_ = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private void delete(HistoricScopeInstanceEvent event, String id) {
        database.sql("delete from " + table(event) + " where id_ = ?").param(id).update();
    }

    private static String table(HistoricScopeInstanceEvent event) {
        return event instanceof HistoricActivityInstanceEventEntity
                ? "act_hi_actinst"
                : event instanceof HistoricTaskInstanceEventEntity ? "act_hi_taskinst" : "act_hi_procinst";
    }

    private static HistoricScopeInstanceEvent activity(HistoryEventType type, String called, Date end) {
        var event = new HistoricActivityInstanceEventEntity();
        event.setActivityId("verify");
        event.setActivityName("核实");
        event.setActivityType("userTask");
        event.setTaskAssignee("clerk");
        event.setTaskId("task");
        event.setCalledProcessInstanceId(called);
        event.setActivityInstanceState(4);
        return common(event, type, end);
    }

    private static HistoricScopeInstanceEvent task(HistoryEventType type, Date end) {
        var event = new HistoricTaskInstanceEventEntity();
        event.setName("核实“一事”\\, {a}");
        event.setAssignee("clerk");
        event.setPriority(77);
        event.setDueDate(ENDED);
        event.setTaskDefinitionKey("verify");
        event.setDeleteReason(end == null ? null : "completed");
        event.setTaskState(end == null ? "Updated" : "Completed");
        return common(event, type, end);
    }

    private static HistoricScopeInstanceEvent process(HistoryEventType type, Date end, Date removal) {
        var event = new HistoricProcessInstanceEventEntity();
        event.setBusinessKey("HZ-AS-2026-0001");
        event.setEndActivityId(end == null ? null : "done");
        event.setState(end == null ? "ACTIVE" : "COMPLETED");
        event.setRemovalTime(removal);
        return common(event, type, end);
    }

    private static HistoricScopeInstanceEvent common(
            HistoricScopeInstanceEvent event, HistoryEventType type, Date end) {
        event.setEventType(type.getEventName());
        event.setProcessDefinitionKey("deliberation");
        event.setProcessDefinitionId("deliberation:1:x");
        event.setExecutionId("execution");
        event.setEndTime(end);
        return event;
    }
}
