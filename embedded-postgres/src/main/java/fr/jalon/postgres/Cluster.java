package fr.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/** What lies on disk and what every start finds in place: the cluster, the roles, the database. */
final class Cluster {
    /** Who comes in and makes no schemas. */
    private static final Set<DatabaseRole> GUESTS =
            EnumSet.of(DatabaseRole.COMMAND, DatabaseRole.MIRROR, DatabaseRole.ACCOUNTS, DatabaseRole.ANALYST);

    private Cluster() {}

    /** Makes the cluster beside its place and moves it there whole, so that a crash leaves none half made. */
    static void make(Programs programs, Path cluster, Secrets secrets, Path log) throws IOException {
        Path draft = cluster.resolveSibling("cluster-new");
        deleteTree(draft);
        secrets.password(DatabaseRole.ADMIN);
        Process initdb = new ProcessBuilder(programs.command(
                        "initdb",
                        "--pgdata=" + draft,
                        "--username=" + DatabaseRole.ADMIN.user(),
                        "--pwfile=" + secrets.file(DatabaseRole.ADMIN),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (initdb.waitFor() != 0) {
                throw new EmbeddedPostgresException("The database cluster could not be made; the log is " + log, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while the database cluster is made", e);
        }
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    static void prepare(EmbeddedPostgres server) {
        try (Connection admin =
                server.dataSource(DatabaseRole.ADMIN, "postgres").getConnection()) {
            for (DatabaseRole role : EnumSet.complementOf(EnumSet.of(DatabaseRole.ADMIN))) {
                if (!exists(admin, "select 1 from pg_roles where rolname = ?", role.user())) {
                    createRole(admin, role, server.password(role));
                }
            }
            if (!exists(admin, "select 1 from pg_database where datname = ?", EmbeddedPostgres.DATABASE)) {
                createDatabase(admin, EmbeddedPostgres.DATABASE);
            } else {
                // One that an earlier version made knew fewer roles.
                letIn(admin, EmbeddedPostgres.DATABASE);
            }
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The database could not be prepared", e);
        }
    }

    /**
     * Makes a database that its owner migrates, in which the read side may make schemas, and which nobody else enters.
     */
    static void createDatabase(Connection admin, String name) throws SQLException {
        createDatabase(admin, name, "template1", "wal_log");
    }

    /** The same, with all that another has in it, whose files are copied: quick where nobody waits for the disk. */
    static void copyDatabase(Connection admin, String name, String template) throws SQLException {
        createDatabase(admin, name, template, "file_copy");
    }

    private static void createDatabase(Connection admin, String name, String template, String strategy)
            throws SQLException {
        try (Statement statement = admin.createStatement()) {
            String database = statement.enquoteIdentifier(name, true);
            statement.execute("create database " + database + " owner " + DatabaseRole.OWNER.user() + " template "
                    + statement.enquoteIdentifier(template, true) + " strategy " + strategy);
        }
        letIn(admin, name);
    }

    private static void letIn(Connection admin, String name) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            String database = statement.enquoteIdentifier(name, true);
            statement.execute("revoke all on database " + database + " from public");
            for (DatabaseRole role : GUESTS) {
                statement.execute("grant connect on database " + database + " to " + role.user());
            }
            statement.execute(
                    "grant connect, create, temporary on database " + database + " to " + DatabaseRole.QUERY.user());
        }
    }

    private static void createRole(Connection admin, DatabaseRole role, String password) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("create role " + role.user() + " login password " + statement.enquoteLiteral(password));
        }
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
