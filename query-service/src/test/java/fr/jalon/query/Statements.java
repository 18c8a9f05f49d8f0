package fr.jalon.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a database is asked, statement by statement. */
public final class Statements {
    private final List<String> executed = new CopyOnWriteArrayList<>();

    /** The same database, listened to. */
    public DataSource of(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return listening(Connection.class, super.getConnection(), "");
            }
        };
    }

    public List<String> executed() {
        return List.copyOf(executed);
    }

    public void forget() {
        executed.clear();
    }

    private <T> T listening(Class<T> type, T told, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String given = arguments != null && arguments[0] instanceof String text ? text : sql;
                    if (method.getName().startsWith("execute")) {
                        executed.add(given);
                    }
                    try {
                        return switch (method.invoke(told, arguments)) {
                            case PreparedStatement statement -> listening(PreparedStatement.class, statement, given);
                            case Statement statement -> listening(Statement.class, statement, given);
                            case null -> null;
                            case Object other -> other;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
