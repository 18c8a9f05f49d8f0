package fr.jalon.benchmarks;

import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.Role;
import fr.jalon.query.projection.ProjectionProcessor;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The whole register as its users meet it, over HTTP, with ten thousand, a hundred thousand and a million entries. */
final class Whole {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int TIMES = 2_000;
    private static final int TIMES_ALL = 20;
    private static final List<String> TABLES = List.of("span", "entry");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(7);

    private record Measured(
            double rebuild,
            double bareCopy,
            double indexedCopy,
            Timings lookup,
            Timings one,
            Timings all,
            Timings visible,
            Fresh fresh) {}

    /** A process of its own on the same data. */
    private record Fresh(double readyMillis, long residentKilobytes) {}

    void run() throws Exception {
        Table table = new Table("The whole register, by entries held", "", "10,000", "100,000", "1,000,000");
        Measured[] all = new Measured[SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            all[i] = measure(SIZES[i]);
            System.err.println(SIZES[i] + " entries: " + all[i]);
        }
        row(table, "Rebuild, entries/s", all, (m, size) -> rate(size, m.rebuild));
        row(table, "COPY of the same rows, entries/s", all, (m, size) -> rate(size, m.bareCopy));
        row(
                table,
                "COPY of the same rows, then the same indexes, entries/s",
                all,
                (m, size) -> rate(size, m.indexedCopy));
        row(table, "Rebuild ÷ COPY and indexes", all, (m, size) -> ratio(m.indexedCopy / m.rebuild));
        row(table, "Primary-key lookup by JDBC, p50 / p99", all, (m, size) -> m.lookup.toString());
        row(table, "One territory on a day, by HTTP, p50 / p99", all, (m, size) -> m.one.toString());
        row(table, "One territory ÷ lookup, p50", all, (m, size) -> ratio(m.one.at(0.5) / m.lookup.at(0.5)));
        row(table, "One territory p99 ÷ that at 10,000", all, (m, size) -> ratio(m.one.at(0.99) / all[0].one.at(0.99)));
        row(table, "All territories on a day, by HTTP, p50 / p99", all, (m, size) -> m.all.toString());
        row(
                table,
                "The same for each territory answered ÷ that at 10,000, p99",
                all,
                (m, size) -> ratio(m.all.at(0.99) / size / (all[0].all.at(0.99) / SIZES[0])));
        row(table, "From acknowledged to answered, p50 / p99", all, (m, size) -> m.visible.toString());
        row(
                table,
                "Start on these data, a new process",
                all,
                (m, size) -> "%.1f s".formatted(m.fresh.readyMillis / 1e3));
        row(
                table,
                "Resident memory once started, without PostgreSQL",
                all,
                (m, size) -> "%d MiB".formatted(m.fresh.residentKilobytes / 1024));
    }

    private interface Cell {
        String of(Measured measured, int size);
    }

    private static void row(Table table, String title, Measured[] all, Cell cell) {
        String[] cells = new String[1 + all.length];
        cells[0] = title;
        for (int i = 0; i < all.length; i++) {
            cells[i + 1] = cell.of(all[i], SIZES[i]);
        }
        table.row(cells);
    }

    private static String rate(int entries, double millis) {
        return String.format(Locale.ROOT, "%,.0f", entries / millis * 1e3);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private Measured measure(int entries) throws Exception {
        return Directories.with(data -> {
            FilledLog.in(data, entries);
            Measured measured;
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true))) {
                measured = measure(server, entries);
            }
            return new Measured(
                    measured.rebuild,
                    measured.bareCopy,
                    measured.indexedCopy,
                    measured.lookup,
                    measured.one,
                    measured.all,
                    measured.visible,
                    process(data));
        });
    }

    private Measured measure(StandaloneServer server, int entries) throws Exception {
        EmbeddedPostgres postgres = server.part(EmbeddedPostgres.class);
        ProjectionProcessor projection = server.part(ProjectionProcessor.class);
        double rebuild = Timings.once(() -> projection.rebuild().run((step, done, total) -> {}));
        URI api = URI.create(server.address() + "/api/v1/");
        int territories = entries / FilledLog.PER_TERRITORY;
        try (Connection owner = postgres.dataSource(Role.QUERY).getConnection();
                Connection admin = postgres.dataSource(Role.ADMIN).getConnection()) {
            Copied copied = copy(owner, admin);
            Timings lookup;
            try (PreparedStatement byKey =
                    owner.prepareStatement("select payload from events.event where global_index = ?")) {
                lookup = Timings.of(TIMES, () -> look(byKey, 1 + random.nextInt(entries)));
            }
            return new Measured(
                    rebuild,
                    copied.rows,
                    copied.rows + copied.indexes,
                    lookup,
                    Timings.of(TIMES, () -> get(api.resolve("territories/" + any(territories) + "?asOf=" + day()))),
                    Timings.of(TIMES_ALL, () -> get(api.resolve("territories?asOf=" + day()))),
                    visible(api),
                    new Fresh(0, 0));
        }
    }

    /** From the acknowledgement of an entry to the end of an answer that has it. */
    private Timings visible(URI api) throws Exception {
        int[] position = {FilledLog.PER_TERRITORY};
        URI place = api.resolve("territories/" + FilledLog.territory(0));
        String[] wait = {""};
        return Timings.afterEach(
                TIMES / 4,
                () -> {
                    send(HttpRequest.newBuilder(URI.create(place + "/entries"))
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "w%d", "kind": "need"}
                                    """.formatted(++position[0]))));
                    wait[0] = place + "?minPosition=" + position[0];
                },
                () -> get(URI.create(wait[0])));
    }

    private static void look(PreparedStatement byKey, int index) throws SQLException {
        byKey.setLong(1, index);
        try (ResultSet row = byKey.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("No entry " + index);
            }
        }
    }

    private record Copied(double rows, double indexes) {}

    /** The read models' rows into tables of the same shape, and then the same indexes. */
    private static Copied copy(Connection reader, Connection admin) throws Exception {
        double rows = 0;
        double indexes = 0;
        for (String table : TABLES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reader.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy projection." + table + " to stdout (format binary)", out);
            byte[] bytes = out.toByteArray();
            try (var statement = admin.createStatement()) {
                statement.execute("create table public.same_rows (like projection." + table + ")");
                rows += Timings.once(() -> admin.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy public.same_rows from stdin (format binary)", new ByteArrayInputStream(bytes)));
                for (String index : indexes(admin, table)) {
                    indexes += Timings.once(() -> statement.execute(index));
                }
                statement.execute("drop table public.same_rows");
            }
        }
        return new Copied(rows, indexes);
    }

    private static List<String> indexes(Connection admin, String table) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (PreparedStatement statement = admin.prepareStatement(
                "select indexdef from pg_indexes where schemaname = 'projection' and tablename = ?")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    indexes.add(row.getString(1).replace(" projection." + table + " ", " public.same_rows "));
                }
            }
        }
        return indexes;
    }

    private String any(int territories) {
        return FilledLog.territory(random.nextInt(territories));
    }

    private String day() {
        return "%d-%02d-15".formatted(2014 + random.nextInt(12), 1 + random.nextInt(12));
    }

    private void get(URI uri) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                request.header("Authorization", "Basic " + credentials())
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static String credentials() {
        return Base64.getEncoder().encodeToString("national:jalon-demo".getBytes(StandardCharsets.UTF_8));
    }

    private static Fresh process(Path data) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.jalon.standalone.cli.Jalon",
                        "serve",
                        "--port=0",
                        "--data=" + data)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.contains("http://")) {
                line = said.readLine();
            }
            double ready = (System.nanoTime() - start) / 1e6;
            long resident = resident(process.pid());
            process.destroy();
            process.waitFor();
            return new Fresh(ready, resident);
        }
    }

    static long resident(long pid) throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }
}
