package fr.jalon.benchmarks;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.store.log.Migrations;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A log of territories of as many entries each, side by side: a hundred, where what grows is to be their number and not
 * an answer's size.
 */
final class FilledLog {
    static final int PER_TERRITORY = 100;
    private static final int STEPS = 4;
    private static final int CHUNK = 1 << 20;
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private FilledLog() {}

    static void in(Path data, int entries) throws SQLException, IOException {
        in(data, entries / PER_TERRITORY, PER_TERRITORY);
    }

    static void in(Path data, int territories, int each) throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            Migrations.run(postgres.dataSource(DatabaseRole.OWNER));
            try (Connection connection = postgres.dataSource(DatabaseRole.OWNER).getConnection()) {
                copy(connection.unwrap(PGConnection.class).getCopyAPI(), territories, each);
                try (var statement = connection.createStatement()) {
                    statement.execute("vacuum analyze events.event");
                }
            }
        }
    }

    static String territory(int number) {
        return "territoire-" + number;
    }

    private static void copy(CopyManager copier, int territories, int each) throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        long index = 0;
        for (int position = 1; position <= each; position++) {
            for (int territory = 0; territory < territories; territory++) {
                row(rows, ++index, position, entry(territory, position));
                if (rows.length() > CHUNK) {
                    flush(copier, rows);
                }
            }
        }
        flush(copier, rows);
    }

    private static void row(StringBuilder rows, long index, int position, Entry entry) {
        rows.append(index).append(',').append(entry.entryId()).append(',').append(entry.territory());
        rows.append(',').append(position).append(',').append(START.plusMillis(index));
        rows.append(',').append(EntryType.of(entry).name()).append(',').append(EntryType.REVISION);
        quoted(rows, EntryJson.write(entry));
        quoted(rows, "{\"actor\":\"national\",\"role\":\"NATIONAL\"}");
        rows.append('\n');
    }

    private static void quoted(StringBuilder rows, String value) {
        rows.append(",\"").append(value.replace("\"", "\"\"")).append('"');
    }

    private static void flush(CopyManager copier, StringBuilder rows) throws SQLException, IOException {
        copier.copyIn("copy events.event from stdin (format csv)", new StringReader(rows.toString()));
        rows.setLength(0);
    }

    private static Entry entry(int territory, int position) {
        int subject = (position - 1) / STEPS;
        int step = (position - 1) % STEPS;
        String own = switch (step) {
            case 0 ->
                "\"type\":\"funding-granted\",\"funding\":{\"id\":\"f%1$d\",\"name\":\"Subvention %1$d\"},"
                        + "\"funder\":{\"id\":\"org-%2$d\"},\"programme\":\"convergence\","
                        + "\"purpose\":\"Accompagnement renforcé des salariés\","
                        + "\"amount\":{\"value\":\"120000\",\"currency\":\"EUR\"}";
            case 1 ->
                "\"type\":\"funding-renewed\",\"funding\":\"f%1$d\",\"amount\":{\"value\":\"125000\",\"currency\":\"EUR\"}";
            case 2 -> "\"type\":\"funding-amount-changed\",\"funding\":\"f%1$d\",\"direction\":\"increased\"";
            default -> "\"type\":\"funding-withdrawn\",\"funding\":\"f%1$d\",\"reason\":\"Fin de convention\"";
        };
        String effective = "%d-%02d".formatted(2015 + step * 2 + subject % 2, 1 + (subject + territory) % 12);
        return EntryJson.read("""
                {"entryId":"%s","territory":"%s","effective":"%s",%s,
                 "source":{"title":"Comité de pilotage national du 26 janvier 2023","asserted":"2023-01-26"}}
                """.formatted(
                new UUID(territory, position), territory(territory), effective, own.formatted(subject, subject % 40)));
    }
}
