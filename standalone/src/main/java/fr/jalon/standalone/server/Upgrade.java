package fr.jalon.standalone.server;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.store.log.Migrations;
import fr.jalon.web.account.StoredAccounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.PGConnection;

/**
 * What a database needs before services work on it, done as its owner. Done again, or by two at once, it changes
 * nothing more.
 */
public final class Upgrade {
    private final DataSource owner;

    /**
     * The upgrade of one database.
     *
     * @param owner connections of the role that owns the database, three at a time; to make the services' roles or to
     *     give them passwords it must be allowed to make roles
     */
    public Upgrade(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Brings all schemas up to this version; makes the services' roles, without login, where they are missing.
     *
     * @throws UnknownSchemaException if one was made by migrations that this version does not know; all are left as
     *     they were
     */
    public void schemas() {
        try {
            Migrations.validate(owner);
            StoredAccounts.validate(owner);
            Migrations.run(owner);
            StoredAccounts.migrate(owner);
        } catch (FlywayValidateException unknown) {
            throw new UnknownSchemaException(unknown);
        }
    }

    /**
     * Shuts the database to all but its owner and the services' roles, and gives these their passwords.
     *
     * @param passwords by role; a role that is not there is left out, one that has none here keeps the one it had
     * @return the roles that were given one
     */
    public List<String> letIn(Map<String, String> passwords) throws SQLException {
        List<String> given = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two that alter one role at once would fail.
            AdvisoryLock.ROLES.takeForTransaction(statement);
            String database = statement.enquoteIdentifier(connection.getCatalog(), true);
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant temporary, create on database " + database + " to jalon_query");
            for (String role : roles(connection)) {
                statement.execute("grant connect on database " + database + " to " + role);
            }
            for (Map.Entry<String, String> each : new TreeMap<>(passwords).entrySet()) {
                if (roles(connection).contains(each.getKey())) {
                    statement.execute("alter role " + statement.enquoteIdentifier(each.getKey(), true) + " login");
                    // Hashed here: the server, and so its log, never sees the password.
                    connection
                            .unwrap(PGConnection.class)
                            .alterUserPassword(each.getKey(), each.getValue().toCharArray(), "scram-sha-256");
                    given.add(each.getKey());
                }
            }
            connection.commit();
        }
        return given;
    }

    /**
     * The services' roles: those of the write side, the read side, the accounts, of who studies by views, and of the
     * copy of another store's log where there is one.
     */
    private static List<String> roles(Connection connection) throws SQLException {
        List<String> roles = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                        select rolname from pg_roles
                        where rolname in (
                            'jalon_accounts', 'jalon_analyst', 'jalon_command', 'jalon_query', 'jalon_mirror')
                        order by rolname
                        """);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
        }
        return roles;
    }
}
