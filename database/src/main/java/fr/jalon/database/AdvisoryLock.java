package fr.jalon.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Every advisory lock that Jalon takes in a database, whichever process does. Their numbers stay what they are:
 * processes of two versions may stand beside each other.
 */
public enum AdvisoryLock {
    /** One append at a time, so that indexes are given in the order of commits; taken by {@code events.append}. */
    APPEND(1),
    /** Who brings the event store's schemas up to date. */
    EVENTS_SCHEMA(2),
    /** Who makes a processor's segments. */
    SEGMENTS(3),
    /** Who rebuilds the read models. */
    REBUILD(5),
    /** Who brings the schema of the accounts up to date. */
    ACCESS_SCHEMA(6),
    /** Who seals the log. */
    NOTARY(7),
    /** Who copies Axon Server's log. */
    MIRROR(8),
    /** Who alters the services' roles. */
    ROLES(16),
    /** One change of the accounts at a time; taken by the schema's own functions. */
    ACCOUNTS(18),
    /** One erasure of a person at a time; taken by {@code people.erase}. */
    ERASURE(20),
    /** One redaction of a text at a time; taken by {@code people.redact}. */
    REDACTION(21);

    /** Jalon's own space of numbers: others may use the same database. */
    public static final int SPACE = 1784769647;

    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Waits until nobody else has it, and keeps it until it is released or the connection ends. */
    public void take(Statement statement) throws SQLException {
        statement.execute("select pg_advisory_lock(" + numbers() + ")");
    }

    /** Keeps it likewise, unless somebody else has it. */
    public boolean tryTake(Statement statement) throws SQLException {
        return isTrue(statement, "select pg_try_advisory_lock(" + numbers() + ")");
    }

    public void release(Statement statement) throws SQLException {
        statement.execute("select pg_advisory_unlock(" + numbers() + ")");
    }

    /** Waits until nobody else has it, and keeps it until the transaction ends. */
    public void takeForTransaction(Statement statement) throws SQLException {
        statement.execute(takenForTransaction());
    }

    /** The statement that does so. */
    public String takenForTransaction() {
        return "select pg_advisory_xact_lock(" + numbers() + ")";
    }

    /** The statement that does so unless somebody else has it, and says whether it did. */
    public String triedForTransaction() {
        return "select pg_try_advisory_xact_lock(" + numbers() + ")";
    }

    /** Keeps it until the transaction ends, unless somebody else has it. */
    public boolean tryTakeForTransaction(Statement statement) throws SQLException {
        return isTrue(statement, triedForTransaction());
    }

    private String numbers() {
        return SPACE + ", " + number;
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
