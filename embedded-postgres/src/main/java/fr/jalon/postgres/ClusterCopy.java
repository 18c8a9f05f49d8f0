package fr.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a cluster as it is at one instant, taken while others write: PostgreSQL's own low-level way, whose programs
 * for it are not brought along. Files copied while they change are mended, when a server first starts on the copy, by
 * the write-ahead log that is copied after them.
 */
public final class ClusterCopy {
    /** What is in them belongs to the running server, or is copied on its own. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "backup_label");

    private ClusterCopy() {}

    /**
     * Copies the cluster of this database to where it lies in another data directory, as of an instant before this
     * returns, with all that was committed before it was called.
     *
     * @return how many bytes were copied
     * @throws EmbeddedPostgresException if the database gives no copy
     * @throws UncheckedIOException if the copy cannot be written
     */
    public static long take(DatabaseAtHand database, Path otherData) {
        try (Connection admin = database.dataSource(DatabaseRole.ADMIN).getConnection();
                Statement statement = admin.createStatement()) {
            // The slot, gone with this connection, keeps the log that the copy needs.
            statement.execute(
                    "select pg_create_physical_replication_slot('jalon_backup_' || pg_backend_pid(), true, true)");
            String first = walFile(statement, "pg_backup_start('jalon', fast => true)");
            Path home = PrivateDirectory.inside(otherData, "postgres");
            Path copy = home.resolve("cluster");
            long bytes = DurableCopy.tree(database.cluster(), copy, ClusterCopy::isWanted);
            String last;
            try (ResultSet stop = statement.executeQuery("""
                    select labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)
                    """)) {
                stop.next();
                Files.writeString(PrivateDirectory.file(copy.resolve("backup_label")), stop.getString(1));
                last = stop.getString(2);
            }
            DurableCopy.sync(copy.resolve("backup_label"));
            return bytes + copyLog(database.cluster(), copy, first, last);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The database could not be copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String walFile(Statement statement, String place) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_walfile_name(" + place + ")")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Names of the log's files, 24 hexadecimal digits, follow one another as the files do. */
    private static long copyLog(Path cluster, Path copy, String first, String last) throws IOException {
        return DurableCopy.tree(cluster.resolve("pg_wal"), copy.resolve("pg_wal"), path -> {
            String name = path.toString();
            return name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
        });
    }

    private static boolean isWanted(Path path) {
        String name = path.getFileName().toString();
        boolean inside =
                path.getNameCount() > 1 && EMPTY.contains(path.getName(0).toString());
        return !inside
                && !LEFT_OUT.contains(name)
                && !name.startsWith("pgsql_tmp")
                && !name.startsWith("pg_internal.init");
    }
}
