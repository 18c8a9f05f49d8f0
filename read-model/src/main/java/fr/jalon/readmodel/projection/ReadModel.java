package fr.jalon.readmodel.projection;

import fr.jalon.events.json.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The tables of the read models: disposable, made whole, never migrated. */
public final class ReadModel {
    /** Raised when the fold makes something else of the same entries, so that every copy is made anew. */
    private static final String FOLD = "1";

    private static final String TABLES = resource("tables.sql");
    private static final String INDEXES = resource("indexes.sql");
    private static final String VIEWS = resource("views.sql") + FactViews.sql();
    private static final String CERTAIN = resource("certain.sql");

    /** What a copy made by this version says of itself. */
    public static final String FINGERPRINT = fingerprint(TABLES, INDEXES, VIEWS, CERTAIN, FOLD);

    private ReadModel() {}

    /** Whether there is a copy that answers, made by this version. */
    public static boolean isCurrent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!flag(statement, "select to_regclass('projection.made') is not null")) {
                return false;
            }
            return flag(
                    statement,
                    "select coalesce(bool_and(fingerprint = '" + FINGERPRINT + "'), false) from projection.made");
        }
    }

    /** Makes an empty copy, without indexes, in place of what a rebuild that failed has left there. */
    public static void make(ModelSchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists btree_gist with schema public");
            statement.execute(schema.in("drop schema if exists %1$s cascade"));
            statement.execute(schema.in("create schema %1$s"));
            statement.execute(schema.in("grant usage on schema %1$s to jalon_analyst"));
            statement.execute(schema.in("""
                    comment on schema %1$s is 'What the registers say, for reading: table span holds every value with the \
                    days it may be and is so and the instants it was known; one view a kind of fact shows what is known \
                    now. Made from the log by each rebuild, so change nothing here.'
                    """));
        }
        run(schema, TABLES, connection);
    }

    /** The statements that make a copy's indexes, each of which may run beside the others. */
    public static List<String> indexes() {
        return Arrays.stream(INDEXES.split(";\\s*\\n")).toList();
    }

    /** Makes one of them. */
    public static void index(ModelSchema schema, String statement, Connection connection) throws SQLException {
        run(schema, statement, connection);
    }

    /** What a copy needs beside rows and indexes before it may answer. */
    public static void finish(ModelSchema schema, Connection connection) throws SQLException {
        run(schema, VIEWS, connection);
        run(schema, CERTAIN, connection);
        // A small sample is enough to choose among indexes, and a large one would take a tenth of the rebuild.
        run(
                schema,
                "set default_statistics_target to 10; analyze span, entry, remark, territory; "
                        + "reset default_statistics_target",
                connection);
        run(schema, "insert into made (fingerprint) values ('" + FINGERPRINT + "')", connection);
    }

    /**
     * Lets the new copy answer in place of the old, within the connection's transaction. Statements that begin later
     * find the new one, those under way end on the old.
     */
    public static void swap(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (flag(statement, "select to_regnamespace('projection') is not null")) {
                statement.execute("drop schema if exists projection_old cascade");
                statement.execute("alter schema projection rename to projection_old");
            }
            statement.execute("alter schema projection_next rename to projection");
        }
    }

    public static void drop(ModelSchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(schema.in("drop schema if exists %1$s cascade"));
        }
    }

    private static void run(ModelSchema schema, String statements, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // In one go, so that a failure takes the path back too; temporary tables come first unless told otherwise.
            statement.execute(schema.in("set search_path to %1$s, pg_temp;") + statements + "; reset search_path");
        }
    }

    private static boolean flag(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String resource(String name) {
        try (InputStream text = ReadModel.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(String... parts) {
        return Sha256.hex(String.join("", parts));
    }
}
