package fr.jalon.query.projection;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/** How fast entries are projected, live and by a rebuild, against COPY of the same rows; run by hand. */
public final class Throughput {
    private static final int PER_SUBJECT = 4;
    private static final List<String> TABLES = List.of("span", "entry");

    private Throughput() {}

    /** Takes the numbers of territories, of entries in each, of segments, of entries a batch and of rebuilds. */
    public static void main(String[] arguments) throws Exception {
        int territories = Integer.parseInt(arguments[0]);
        int entries = Integer.parseInt(arguments[1]);
        int segments = Integer.parseInt(arguments[2]);
        int batch = Integer.parseInt(arguments[3]);
        int trials = Integer.parseInt(arguments[4]);
        ProjectionSettings settings =
                new ProjectionSettings("here", segments, batch, Duration.ofSeconds(10), 1_000_000, Duration.ofDays(1));
        long total = (long) territories * entries;
        try (World world = new World()) {
            ProjectionProcessor empty = world.projection(settings);
            empty.start();
            empty.close();
            fill(world, territories, entries);
            ProjectionProcessor projection = world.projection(settings);
            say("live projection", total, time(() -> {
                projection.start();
                world.awaitCaughtUp(projection);
                return null;
            }));
            say("spans", world.count("select count(*) from projection.span"), 1);
            for (int trial = 0; trial < trials; trial++) {
                long[] since = {System.nanoTime()};
                ProgressListener.Step[] now = {ProgressListener.Step.FOLDING};
                say(
                        "rebuild",
                        total,
                        time(() -> projection.rebuild().run((step, done, all) -> {
                            if (step != now[0]) {
                                say("  " + now[0], total, (System.nanoTime() - since[0]) / 1e9);
                                since[0] = System.nanoTime();
                                now[0] = step;
                            }
                        })));
                say("COPY of the same rows", total, time(() -> copy(world, false)));
                say("COPY of the same rows, then indexes", total, time(() -> copy(world, true)));
            }
        }
    }

    /** The rows of the copy that answers, into another copy, by two connections. */
    private static Object copy(World world, boolean index) throws Exception {
        List<byte[]> rows;
        try (Connection connection = world.query.getConnection()) {
            ReadModel.make(ModelSchema.NEXT, connection);
            rows = List.of(out(connection, "span"), out(connection, "entry"));
        }
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = List.of(
                    threads.submit(() -> in(world, "span", rows.get(0))),
                    threads.submit(() -> in(world, "entry", rows.get(1))));
            for (Future<?> each : running) {
                each.get();
            }
            if (index) {
                List<Future<?>> indexes = ReadModel.indexes().stream()
                        .<Future<?>>map(statement -> threads.submit(() -> {
                            try (Connection connection = world.query.getConnection()) {
                                ReadModel.index(ModelSchema.NEXT, statement, connection);
                            }
                            return null;
                        }))
                        .toList();
                for (Future<?> each : indexes) {
                    each.get();
                }
            }
        }
        say("  loading alone", 0, (System.nanoTime() - start) / 1e9);
        return TABLES;
    }

    private static byte[] out(Connection connection, String table) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy projection." + table + " to stdout (format binary)", rows);
        return rows.toByteArray();
    }

    private static Object in(World world, String table, byte[] rows) throws Exception {
        try (Connection connection = world.query.getConnection()) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy projection_next." + table + " from stdin (format binary)",
                            new ByteArrayInputStream(rows));
        }
    }

    /** Territories grow side by side, each subject by a few entries of its own, as in the field. */
    private static void fill(World world, int territories, int entries) throws Exception {
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        try (Connection connection = world.database.dataSource(Role.OWNER).getConnection()) {
            var copier = connection.unwrap(PGConnection.class).getCopyAPI();
            CopyData log = new CopyData(9);
            long index = 0;
            for (int position = 1; position <= entries; position++) {
                for (int territory = 0; territory < territories; territory++) {
                    index++;
                    Entry entry = entry(new UUID(territory, position), "territory-" + territory, position);
                    log.row()
                            .number(index)
                            .id(entry.entryId())
                            .text(entry.territory())
                            .number((long) position)
                            .instant(start.plusMillis(index))
                            .text(EntryType.of(entry).name())
                            .text(EntryType.REVISION)
                            .text(EntryJson.write(entry))
                            .text("{\"actor\":\"national\",\"role\":\"NATIONAL\"}");
                }
                if (log.getLength() > 1 << 20 || position == entries) {
                    copier.copyIn("copy events.event from stdin (format binary)", log);
                    log.clear();
                }
            }
            connection.createStatement().execute("analyze events.event");
        }
    }

    private static Entry entry(UUID id, String territory, int position) {
        int subject = (position - 1) / PER_SUBJECT;
        int step = (position - 1) % PER_SUBJECT;
        String day = "%d-%02d".formatted(2015 + step * 2 + subject % 2, 1 + subject % 12);
        String own = switch (subject % 3) {
            case 0 ->
                switch (step) {
                    case 0 ->
                        "\"type\":\"funding-granted\",\"funding\":{\"id\":\"f%1$d\",\"name\":\"Subvention %1$d\"},\"funder\":{\"id\":\"org-%2$d\"},\"programme\":\"convergence\",\"purpose\":\"Accompagnement renforcé des salariés\",\"amount\":{\"value\":\"120000\",\"currency\":\"EUR\"}";
                    case 1 ->
                        "\"type\":\"funding-renewed\",\"funding\":\"f%1$d\",\"amount\":{\"value\":\"125000\",\"currency\":\"EUR\"}";
                    case 2 -> "\"type\":\"funding-amount-changed\",\"funding\":\"f%1$d\",\"direction\":\"increased\"";
                    default -> "\"type\":\"funding-withdrawn\",\"funding\":\"f%1$d\",\"reason\":\"Fin de convention\"";
                };
            case 1 ->
                switch (step) {
                    case 0 ->
                        "\"type\":\"team-member-joined\",\"position\":\"p%1$d\",\"role\":\"charge-de-partenariat\",\"contract\":\"fixed-term\"";
                    case 1 -> "\"type\":\"team-contract-changed\",\"position\":\"p%1$d\",\"contract\":\"permanent\"";
                    case 2 -> "\"type\":\"team-member-left\",\"position\":\"p%1$d\"";
                    default -> "\"type\":\"team-member-joined\",\"position\":\"p%1$d\",\"contract\":\"permanent\"";
                };
            default ->
                "\"type\":\"institutional-support-stated\",\"institution\":\"org-%1$d\",\"stance\":\""
                        + List.of("neutral", "conditional", "supports", "opposes")
                                .get(step)
                        + "\",\"programme\":\"convergence\",\"description\":\"Soutien rappelé en comité\"";
        };
        return EntryJson.read("""
                {"entryId":"%s","territory":"%s","effective":"%s",%s,
                 "source":{"title":"Comité de pilotage national du 26 janvier 2023","asserted":"2023-01-26"}}
                """.formatted(id, territory, day, own.formatted(subject, subject % 40)));
    }

    private static double time(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String what, long entries, double seconds) {
        System.out.printf(Locale.ROOT, "%-40s %8.2f s %10.0f/s%n", what, seconds, entries / seconds);
    }
}
