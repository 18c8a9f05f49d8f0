package fr.jalon.benchmarks;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.seal.check.SelfCheck;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The whole register as its users meet it, over HTTP, with ten thousand, a hundred thousand and a million entries. */
final class Whole {
    private static final int TIMES = 2_000;
    private static final int TIMES_ALL = 20;
    private static final List<String> TABLES = List.of("span", "entry");
    private static final List<Sizes.Row<Measured>> ROWS = List.of(
            new Sizes.Row<>("Rebuild, entries/s", (m, first, size) -> rate(size, m.rebuild)),
            new Sizes.Row<>(
                    "The next rebuild in the same process, entries/s", (m, first, size) -> rate(size, m.rebuildAgain)),
            new Sizes.Row<>("COPY of the same rows, entries/s", (m, first, size) -> rate(size, m.copy.rows())),
            new Sizes.Row<>(
                    "COPY of the same rows, then the same indexes, entries/s",
                    (m, first, size) -> rate(size, m.copy.both())),
            new Sizes.Row<>(
                    "That next rebuild ÷ COPY and indexes", (m, first, size) -> ratio(m.copy.both() / m.rebuildAgain)),
            new Sizes.Row<>("Primary-key lookup by JDBC, p50 / p99", (m, first, size) -> m.lookup.toString()),
            new Sizes.Row<>("One territory on a day, by HTTP, p50 / p99", (m, first, size) -> m.one.toString()),
            new Sizes.Row<>("One territory ÷ lookup, p50", (m, first, size) -> ratio(m.one.at(0.5) / m.lookup.at(0.5))),
            new Sizes.Row<>(
                    "One territory p99 ÷ that at 10,000",
                    (m, first, size) -> ratio(m.one.at(0.99) / first.one.at(0.99))),
            new Sizes.Row<>("All territories on a day, by HTTP, p50 / p99", (m, first, size) -> m.all.toString()),
            new Sizes.Row<>("COPY of the same rows TO STDOUT, p50 / p99", (m, first, size) -> m.copiedOut.toString()),
            new Sizes.Row<>(
                    "COPY TO STDOUT ÷ all territories, p50",
                    (m, first, size) -> ratio(m.copiedOut.at(0.5) / m.all.at(0.5))),
            new Sizes.Row<>(
                    "The same for each territory answered ÷ that at 10,000, p99",
                    (m, first, size) -> ratio(m.all.at(0.99) / m.entries / (first.all.at(0.99) / first.entries))),
            new Sizes.Row<>("From acknowledged to answered, p50 / p99", (m, first, size) -> m.visible.toString()),
            new Sizes.Row<>(
                    "Start on these data, a new process",
                    (m, first, size) -> "%.1f s".formatted(m.fresh.readyMillis / 1e3)),
            new Sizes.Row<>(
                    "Resident memory once started, without PostgreSQL",
                    (m, first, size) -> "%d MiB".formatted(m.fresh.residentKilobytes / 1024)));

    private final Random random = new Random(7);

    private record Measured(
            int entries,
            double rebuild,
            double rebuildAgain,
            SameRows copy,
            Timings lookup,
            Timings one,
            Timings all,
            Timings copiedOut,
            Timings visible,
            Fresh fresh) {}

    /** A process of its own on the same data. */
    private record Fresh(double readyMillis, long residentKilobytes) {}

    void run(Sizes sizes) throws Exception {
        sizes.table("The whole register, by entries held", ROWS, this::measure);
    }

    static String rate(int entries, double millis) {
        return String.format(Locale.ROOT, "%,.0f", entries / millis * 1e3);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private Measured measure(int entries) throws Exception {
        return Directories.with(data -> {
            FilledLog.in(data, entries);
            Measured measured;
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false))) {
                measured = measure(server, entries);
            }
            return new Measured(
                    entries,
                    measured.rebuild,
                    measured.rebuildAgain,
                    measured.copy,
                    measured.lookup,
                    measured.one,
                    measured.all,
                    measured.copiedOut,
                    measured.visible,
                    process(data));
        });
    }

    private Measured measure(StandaloneServer server, int entries) throws Exception {
        EmbeddedPostgres postgres = server.part(EmbeddedPostgres.class);
        ProjectionProcessor projection = server.part(ProjectionProcessor.class);
        awaitSealedAndChecked(server, entries);
        double rebuild = Timings.once(() -> projection.rebuild().run((step, done, total) -> {}));
        double rebuildAgain = Timings.once(() -> projection.rebuild().run((step, done, total) -> {}));
        Api api = new Api(server.address(), Objects.requireNonNull(server.firstPassword()));
        int territories = entries / FilledLog.PER_TERRITORY;
        try (Connection owner = postgres.dataSource(DatabaseRole.QUERY).getConnection();
                Connection admin = postgres.dataSource(DatabaseRole.ADMIN).getConnection()) {
            return new Measured(
                    entries,
                    rebuild,
                    rebuildAgain,
                    SameRows.of(owner, admin, "projection", TABLES),
                    Lookup.timed(owner, TIMES, () -> 1 + random.nextInt(entries)),
                    Timings.of(TIMES, () -> api.get("territories/" + any(territories) + "?asOf=" + day())),
                    Timings.of(TIMES_ALL, () -> api.get("territories?asOf=" + day())),
                    Timings.of(TIMES_ALL, () -> copyOut(owner)),
                    visible(api),
                    new Fresh(0, 0));
        }
    }

    /**
     * A log that was filled behind the server's back is sealed and checked first, as one that grew entry by entry was.
     */
    static void awaitSealedAndChecked(StandaloneServer server, int entries) throws InterruptedException {
        SealedLog sealed = server.part(SealedLog.class);
        SelfCheck check = server.part(SelfCheck.class);
        while (sealed.size() < entries || check.last() == null) {
            Thread.sleep(100);
        }
    }

    private void copyOut(Connection reader) throws SQLException, IOException {
        var _ = reader.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("""
                        copy (select territory, subject, key, value, since, until, entries, contested
                              from projection.span
                              where possible @> date '%s' and recorded @> now()
                              order by territory) to stdout
                        """.formatted(day()), OutputStream.nullOutputStream());
    }

    /** From the acknowledgement of an entry to the end of an answer that has it. */
    private static Timings visible(Api api) throws Exception {
        int[] position = {FilledLog.PER_TERRITORY};
        String place = "territories/" + FilledLog.territory(0);
        return Timings.afterEach(
                TIMES / 4,
                () -> api.post(
                        place + "/entries", "application/json", BodyPublishers.ofString("""
                                {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "w%d", "kind": "need"}
                                """.formatted(++position[0]))),
                () -> api.get(place + "?minPosition=" + position[0]));
    }

    private String any(int territories) {
        return FilledLog.territory(random.nextInt(territories));
    }

    private String day() {
        return "%d-%02d-15".formatted(2014 + random.nextInt(12), 1 + random.nextInt(12));
    }

    private static Fresh process(Path data) throws IOException, InterruptedException {
        try (NewProcess process = new NewProcess(data)) {
            return new Fresh(process.readyMillis(), process.residentKilobytes());
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
