package org.qibu.engine.settings;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Deletes what the engine deletes of one table in one statement, and changes its history so, where by itself it sends one for
 * each row. A row somebody else changed or deleted meanwhile is told like by the engine itself: as a lost race.
 */
class SetBasedSession extends BatchDbSqlSession {

    private static final Map<Class<?>, String> TABLES =
            Map.of(VariableInstanceEntity.class, "act_ru_variable", ExecutionEntity.class, "act_ru_execution");

    SetBasedSession(DbSqlSessionFactory factory) {
        super(factory);
    }

    /** Makes the engine write so, with the settings it has by then. */
    record Factory(DbSqlSessionFactory settings) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbSqlSession.class;
        }

        @Override
        public Session openSession() {
            return new SetBasedSession(settings);
        }
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        var begin = 0;
        for (var at = 0; at < operations.size(); ) {
            var end = endOfSet(operations, at);
            if (isWrittenAsSet(operations.get(at), end - at)) {
                var others = super.executeDbOperations(operations.subList(begin, at));
                if (others.hasFailures()) {
                    return failed(others, operations.subList(at, operations.size()));
                }
                var set = operations.subList(at, end);
                if (!writeAll(set)) {
                    return FlushResult.withFailuresAndRemaining(
                            List.copyOf(set), operations.subList(end, operations.size()));
                }
                begin = end;
            }
            at = Math.max(end, at + 1);
        }
        return super.executeDbOperations(operations.subList(begin, operations.size()));
    }

    private static FlushResult failed(FlushResult result, List<DbOperation> later) {
        var remaining = new ArrayList<>(result.getRemainingOperations());
        remaining.addAll(later);
        return FlushResult.withFailuresAndRemaining(result.getFailedOperations(), remaining);
    }

    /** A change of the history always, since only its statement knows how to work out how long something took. */
    private static boolean isWrittenAsSet(DbOperation operation, int size) {
        return size > 1 || size == 1 && isChangeOfHistory(operation);
    }

    private static boolean isChangeOfHistory(DbOperation operation) {
        return operation.getOperationType() == DbOperationType.UPDATE
                && HistoryUpdate.ofType(operation.getEntityType()).isPresent();
    }

    private static boolean isDelete(DbOperation operation) {
        return operation.getOperationType() == DbOperationType.DELETE && TABLES.containsKey(operation.getEntityType());
    }

    /** Where the operations of one kind on one table that begin here end; here where they are none of ours. */
    private static int endOfSet(List<DbOperation> operations, int begin) {
        var first = operations.get(begin);
        var end = begin;
        while (end < operations.size()
                && (isDelete(first) || isChangeOfHistory(first))
                && operations.get(end).getOperationType() == first.getOperationType()
                && operations.get(end).getEntityType() == first.getEntityType()) {
            end++;
        }
        return end;
    }

    private boolean writeAll(List<DbOperation> set) {
        return isDelete(set.get(0)) ? deleteAll(set) : changeAll(set);
    }

    private boolean changeAll(List<DbOperation> set) {
        var update = HistoryUpdate.ofType(set.get(0).getEntityType()).orElseThrow();
        var events = set.stream()
                .map(operation -> (HistoricScopeInstanceEvent) ((DbEntityOperation) operation).getEntity())
                .toList();
        update.write(getSqlSession().getConnection(), events);
        set.forEach(operation -> entityUpdatePerformed((DbEntityOperation) operation, 1, null));
        return true;
    }

    private boolean deleteAll(List<DbOperation> set) {
        var rows = set.stream()
                .map(operation -> ((DbEntityOperation) operation).getEntity())
                .toList();
        var table = TABLES.get(set.get(0).getEntityType());
        var isWhole = delete(table, rows) == set.size();
        set.forEach(operation -> entityDeletePerformed((DbEntityOperation) operation, isWhole ? 1 : 0, null));
        return isWhole;
    }

    private int delete(String table, List<DbEntity> rows) {
        var connection = getSqlSession().getConnection();
        var sql = "delete from " + table
                + " gone using unnest(?::text[], ?::int[]) as known (id, rev) where gone.id_ = known.id and gone.rev_ = known.rev";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(DbEntity::getId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            rows.stream()
                                    .map(row -> ((HasDbRevision) row).getRevision())
                                    .toArray()));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not delete " + rows.size() + " rows of " + table, e);
        }
    }
}
