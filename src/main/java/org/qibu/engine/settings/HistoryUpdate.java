package org.qibu.engine.settings;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Changes many rows of one table of the history in one statement, to the same values as the engine's own mapping does. How
 * long something took, in milliseconds, is worked out from the row's own beginning, which the engine would read first.
 */
enum HistoryUpdate {
    ACTIVITIES(
            HistoricActivityInstanceEventEntity.class,
            "act_hi_actinst",
            always("execution_id_", "text", HistoryEvent::getExecutionId),
            always("proc_def_key_", "text", HistoryEvent::getProcessDefinitionKey),
            always("proc_def_id_", "text", HistoryEvent::getProcessDefinitionId),
            activity("act_id_", HistoricActivityInstanceEventEntity::getActivityId),
            activity("act_name_", HistoricActivityInstanceEventEntity::getActivityName),
            activity("act_type_", HistoricActivityInstanceEventEntity::getActivityType),
            activity("parent_act_inst_id_", HistoricActivityInstanceEventEntity::getParentActivityInstanceId),
            ifThereIsOne(
                    "call_proc_inst_id_",
                    "text",
                    event -> ((HistoricActivityInstanceEventEntity) event).getCalledProcessInstanceId()),
            ifItIsAnUpdate("assignee_", HistoricActivityInstanceEventEntity::getTaskAssignee),
            ifItIsAnUpdate("task_id_", HistoricActivityInstanceEventEntity::getTaskId),
            ifItEnded(
                    "act_inst_state_",
                    "int4",
                    event -> ((HistoricActivityInstanceEventEntity) event).getActivityInstanceState())),

    TASKS(
            HistoricTaskInstanceEventEntity.class,
            "act_hi_taskinst",
            always("execution_id_", "text", HistoryEvent::getExecutionId),
            always("proc_def_key_", "text", HistoryEvent::getProcessDefinitionKey),
            always("proc_def_id_", "text", HistoryEvent::getProcessDefinitionId),
            task("name_", "text", HistoricTaskInstanceEventEntity::getName),
            task("parent_task_id_", "text", HistoricTaskInstanceEventEntity::getParentTaskId),
            task("description_", "text", HistoricTaskInstanceEventEntity::getDescription),
            task("owner_", "text", HistoricTaskInstanceEventEntity::getOwner),
            task("assignee_", "text", HistoricTaskInstanceEventEntity::getAssignee),
            task("delete_reason_", "text", HistoricTaskInstanceEventEntity::getDeleteReason),
            task("task_def_key_", "text", HistoricTaskInstanceEventEntity::getTaskDefinitionKey),
            task("priority_", "int4", HistoricTaskInstanceEventEntity::getPriority),
            task("due_date_", "timestamp", event -> moment(event.getDueDate())),
            task("follow_up_date_", "timestamp", event -> moment(event.getFollowUpDate())),
            always("case_inst_id_", "text", HistoryEvent::getCaseInstanceId),
            always("case_def_id_", "text", HistoryEvent::getCaseDefinitionId),
            task("task_state_", "text", HistoricTaskInstanceEventEntity::getTaskState)),

    PROCESSES(
            HistoricProcessInstanceEventEntity.class,
            "act_hi_procinst",
            always("proc_def_id_", "text", HistoryEvent::getProcessDefinitionId),
            always("proc_def_key_", "text", HistoryEvent::getProcessDefinitionKey),
            process("business_key_", HistoricProcessInstanceEventEntity::getBusinessKey),
            process("end_act_id_", HistoricProcessInstanceEventEntity::getEndActivityId),
            process("delete_reason_", HistoricProcessInstanceEventEntity::getDeleteReason),
            process("super_process_instance_id_", HistoricProcessInstanceEventEntity::getSuperProcessInstanceId),
            process("state_", HistoricProcessInstanceEventEntity::getState),
            ifThereIsOne("removal_time_", "timestamp", event -> moment(event.getRemovalTime())));

    private final Class<? extends HistoricScopeInstanceEvent> type;
    private final List<Column> columns;
    private final String sql;

    HistoryUpdate(Class<? extends HistoricScopeInstanceEvent> type, String table, Column... columns) {
        this.type = type;
        this.columns = Stream.concat(
                        Stream.of(
                                new Column("id_", "text", null, HistoryEvent::getId),
                                new Column(
                                        "end_time_",
                                        "timestamp",
                                        "coalesce(new_end_time_, end_time_)",
                                        event -> moment(event.getEndTime())),
                                new Column(
                                        "is_update_",
                                        "bool",
                                        null,
                                        event -> event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE))),
                        Arrays.stream(columns))
                .toList();
        this.sql = sql(table, this.columns);
    }

    /**
     * A column that a change may set.
     *
     * @param set what it is set to, of its former and its new value; null where it only takes part in the decision
     */
    private record Column(
            String name,
            String type,
            @Nullable String set,
            Function<HistoricScopeInstanceEvent, @Nullable Object> value) {

        String newName() {
            return "new_" + name;
        }
    }

    private static Column always(
            String name, String type, Function<HistoricScopeInstanceEvent, @Nullable Object> value) {
        return new Column(name, type, "new_" + name, value);
    }

    private static Column activity(String name, Function<HistoricActivityInstanceEventEntity, @Nullable Object> value) {
        return always(name, "text", event -> value.apply((HistoricActivityInstanceEventEntity) event));
    }

    private static Column task(
            String name, String type, Function<HistoricTaskInstanceEventEntity, @Nullable Object> value) {
        return always(name, type, event -> value.apply((HistoricTaskInstanceEventEntity) event));
    }

    private static Column process(String name, Function<HistoricProcessInstanceEventEntity, @Nullable Object> value) {
        return always(name, "text", event -> value.apply((HistoricProcessInstanceEventEntity) event));
    }

    private static Column ifThereIsOne(
            String name, String type, Function<HistoricScopeInstanceEvent, @Nullable Object> value) {
        return new Column(name, type, "coalesce(new_" + name + ", " + name + ")", value);
    }

    private static Column ifItIsAnUpdate(
            String name, Function<HistoricActivityInstanceEventEntity, @Nullable Object> value) {
        return new Column(
                name,
                "text",
                "case when new_is_update_ then new_" + name + " else " + name + " end",
                event -> value.apply((HistoricActivityInstanceEventEntity) event));
    }

    private static Column ifItEnded(
            String name, String type, Function<HistoricScopeInstanceEvent, @Nullable Object> value) {
        return new Column(
                name, type, "case when new_end_time_ is not null then new_" + name + " else " + name + " end", value);
    }

    private static @Nullable Object moment(@Nullable Date date) {
        return date == null ? null : new Timestamp(date.getTime());
    }

    private static String sql(String table, List<Column> columns) {
        return "update " + table + " set "
                + columns.stream()
                        .filter(column -> column.set() != null)
                        .map(column -> column.name() + " = " + column.set())
                        .collect(Collectors.joining(", "))
                + ", duration_ = case when new_end_time_ is null then duration_"
                + " else round(extract(epoch from new_end_time_ - start_time_) * 1000) end"
                + columns.stream()
                        .map(column -> "?::" + column.type() + "[]")
                        .collect(Collectors.joining(", ", " from unnest(", ")"))
                + columns.stream().map(Column::newName).collect(Collectors.joining(", ", " as change (", ")"))
                + " where id_ = new_id_";
    }

    /** Which table a class of events belongs to; empty where the engine's own mapping writes it. */
    static Optional<HistoryUpdate> ofType(Class<?> type) {
        return Arrays.stream(values()).filter(update -> update.type == type).findFirst();
    }

    /** Writes what these events say; each is of another row, and what there is no row of is passed over. */
    void write(Connection connection, List<HistoricScopeInstanceEvent> events) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < columns.size(); at++) {
                statement.setArray(at + 1, array(connection, columns.get(at), events));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not write " + events.size() + " changes of " + this, e);
        }
    }

    private static Array array(Connection connection, Column column, List<HistoricScopeInstanceEvent> events)
            throws SQLException {
        return connection.createArrayOf(
                column.type(),
                events.stream()
                        .map(event -> Objects.toString(column.value().apply(event), null))
                        .toArray(String[]::new));
    }
}
