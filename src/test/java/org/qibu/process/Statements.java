package org.qibu.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what each thread asks of the database: statements, each row of a batch as one, and transactions. */
class Statements implements BeanPostProcessor {

    private static final ThreadLocal<Count> COUNT = ThreadLocal.withInitial(() -> new Count(0, 0));

    /** What was asked so far. */
    record Count(int statements, int transactions) {

        Count since(Count before) {
            return new Count(statements - before.statements, transactions - before.transactions);
        }

        Count and(Count other) {
            return new Count(statements + other.statements, transactions + other.transactions);
        }
    }

    /** What this thread asked since it began. */
    static Count ofThread() {
        return COUNT.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection());
        }
    }

    private static Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = method.invoke(connection, arguments);
            if ("commit".equals(method.getName()) || "rollback".equals(method.getName())) {
                add(0, 1);
            }
            if (result instanceof PreparedStatement statement && "prepareStatement".equals(method.getName())) {
                return counted(PreparedStatement.class, statement, connection);
            }
            return "createStatement".equals(method.getName())
                    ? counted(Statement.class, (Statement) result, connection)
                    : result;
        });
    }

    private static <T extends Statement> T counted(Class<T> type, T statement, Connection connection) {
        var waiting = new AtomicInteger();
        return proxy(type, (method, arguments) -> {
            switch (method.getName()) {
                case "addBatch" -> waiting.incrementAndGet();
                case "executeBatch" -> add(waiting.getAndSet(0), connection.getAutoCommit() ? 1 : 0);
                case "execute", "executeQuery", "executeUpdate" -> add(1, connection.getAutoCommit() ? 1 : 0);
                default -> {}
            }
            return method.invoke(statement, arguments);
        });
    }

    private static void add(int statements, int transactions) {
        COUNT.set(COUNT.get().and(new Count(statements, transactions)));
    }

    private interface Call {
        Object make(Method method, Object[] arguments)
                throws InvocationTargetException, IllegalAccessException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.make(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
