package fr.jalon.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/** What the machine and PostgreSQL can do with nothing of Jalon in between: what its figures are to be judged by. */
final class Limits {
    private static final int[] SENDERS = {1, 16};
    private static final int PAGE_BYTES = 8192;
    private static final int ROWS = 100_000;

    private final int seconds;

    Limits(int seconds) {
        this.seconds = seconds;
    }

    void run(Table table) throws Exception {
        table.row("fdatasync of 8 KiB more at a file's end", rate(Directories.with(this::flushes)), "–");
        TestDatabase database = TestDatabase.fresh();
        try (HikariDataSource pool = Pools.of(database, DatabaseRole.OWNER, SENDERS[1])) {
            make(pool);
            table.row("one insert a transaction", rate(inserts(pool, SENDERS[0])), rate(inserts(pool, SENDERS[1])));
            table.row("rows by COPY, into a table with its keys", rate(copied(pool)), "–");
            table.row("one row by its primary key", rate(lookups(pool, SENDERS[0])), rate(lookups(pool, SENDERS[1])));
        }
    }

    private static String rate(double perSecond) {
        return "%,.0f /s".formatted(perSecond);
    }

    private double flushes(Path directory) throws Exception {
        try (FileChannel file = FileChannel.open(
                directory.resolve("flushed"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(PAGE_BYTES);
            return Load.perSecond(1, seconds, sender -> () -> {
                page.clear();
                while (page.hasRemaining()) {
                    file.write(page);
                }
                file.force(false);
            });
        }
    }

    private static void make(HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table limit_row (id bigint primary key, entry_id uuid not null unique, payload text not null)
                    """);
        }
    }

    private double inserts(HikariDataSource pool, int senders) throws Exception {
        AtomicLong number = new AtomicLong(-1L - (long) senders * Integer.MAX_VALUE);
        String payload = payload();
        return Load.perSecond(senders, seconds, sender -> () -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into limit_row (id, entry_id, payload) values (?, ?, ?)")) {
                insert.setLong(1, number.getAndDecrement());
                insert.setObject(2, UUID.randomUUID());
                insert.setString(3, payload);
                insert.executeUpdate();
            }
        });
    }

    private static double copied(HikariDataSource pool) throws Exception {
        StringBuilder rows = new StringBuilder();
        String payload = payload();
        for (int i = 0; i < ROWS; i++) {
            rows.append(i).append(',').append(UUID.randomUUID()).append(",\"");
            rows.append(payload.replace("\"", "\"\"")).append("\"\n");
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try (Connection connection = pool.getConnection()) {
            double millis = Timings.once(() -> connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy limit_row from stdin (format csv)", new ByteArrayInputStream(bytes)));
            return ROWS * 1000 / millis;
        }
    }

    private double lookups(HikariDataSource pool, int senders) throws Exception {
        AtomicLong number = new AtomicLong();
        return Load.perSecond(senders, seconds, sender -> () -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement select =
                            connection.prepareStatement("select payload from limit_row where id = ?")) {
                select.setLong(1, number.getAndIncrement() * 7919 % ROWS);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("A row of the measurement is not there");
                    }
                }
            }
        });
    }

    private static String payload() {
        return EntryJson.write(Entries.watchpoint("territoire-0", 1));
    }
}
