package fr.jalon.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.log.SigningKey;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.KeyFile;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.notary.Notary;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.store.log.PostgresEventLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/** What it costs to seal a log and to prove an entry of it, and whether the notary keeps up with a bulk import. */
final class Sealing {
    private static final int TIMES = 2_000;
    private static final int LOOK_MILLIS = 2;
    private static final int NOTARYS = 4;
    private static final List<String> TABLES = List.of("leaf", "node");
    private static final List<Sizes.Row<Measured>> ROWS = List.of(
            new Sizes.Row<>("Sealing, entries/s", (m, first, size) -> Whole.rate(size, m.sealing)),
            new Sizes.Row<>(
                    "COPY of the same rows, then the same indexes, entries/s",
                    (m, first, size) -> Whole.rate(size, m.copy.both())),
            new Sizes.Row<>("Sealing ÷ COPY and indexes", (m, first, size) -> Whole.ratio(m.copy.both() / m.sealing)),
            new Sizes.Row<>("Primary-key lookup by JDBC, p50 / p99", (m, first, size) -> m.lookup.toString()),
            new Sizes.Row<>("Proof of an entry, by HTTP, p50 / p99", (m, first, size) -> m.proof.toString()),
            new Sizes.Row<>("Proof ÷ lookup, p50", (m, first, size) -> Whole.ratio(m.proof.at(0.5) / m.lookup.at(0.5))),
            new Sizes.Row<>(
                    "Proof p99 ÷ that at 10,000",
                    (m, first, size) -> Whole.ratio(m.proof.at(0.99) / first.proof.at(0.99))),
            new Sizes.Row<>(
                    "Consistency with an earlier size, by HTTP, p50 / p99", (m, first, size) -> m.grown.toString()),
            new Sizes.Row<>("A whole check, entries/s", (m, first, size) -> Whole.rate(size, m.check.millis)),
            new Sizes.Row<>(
                    "Resident memory once started, without PostgreSQL",
                    (m, first, size) -> "%d MiB".formatted(m.check.before / 1024)),
            new Sizes.Row<>(
                    "The most during a whole check", (m, first, size) -> "%d MiB".formatted(m.check.most / 1024)),
            new Sizes.Row<>(
                    "The most ÷ that at 10,000",
                    (m, first, size) -> Whole.ratio((double) m.check.most / first.check.most)));

    private final Random random = new Random(11);

    private record Measured(double sealing, SameRows copy, Timings lookup, Timings proof, Timings grown, Check check) {}

    /** Everything read again, in a process of its own; memory in kilobytes. */
    private record Check(double millis, long before, long most) {}

    void run(Sizes sizes) throws Exception {
        sizes.table("The seal, by entries held", ROWS, this::measure);
    }

    private Measured measure(int entries) throws Exception {
        Path data = Files.createTempDirectory("jalon-bench");
        try {
            FilledLog.in(data, entries);
            double sealing;
            SameRows copy;
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                    Connection admin = postgres.dataSource(DatabaseRole.ADMIN).getConnection()) {
                try (HikariDataSource pool = Pools.of(postgres, DatabaseRole.QUERY, NOTARYS)) {
                    sealing = sealing(pool, KeyFile.in(data.resolve("keys/log.key")), entries);
                }
                copy = SameRows.of(admin, admin, "sealed", TABLES);
            }
            Measured served;
            String password;
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false))) {
                password = Objects.requireNonNull(server.firstPassword());
                served = measure(new Api(server.address(), password), server, entries, sealing, copy);
            }
            return new Measured(sealing, copy, served.lookup, served.proof, served.grown, check(data, password));
        } finally {
            Whole.delete(data);
        }
    }

    private static double sealing(DataSource database, SigningKey key, int entries) throws Exception {
        SealedLog sealed = new SealedLog(database);
        try (Notary notary = new Notary(database, new PostgresEventLog(database), key, KeptCheckpoints.nowhere())) {
            return Timings.once(() -> {
                notary.start();
                awaitSealed(sealed, entries);
            });
        }
    }

    static void awaitSealed(SealedLog sealed, long entries) throws InterruptedException {
        while (size(sealed) < entries) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    static long size(SealedLog sealed) {
        return sealed.checkpoint().map(signed -> signed.checkpoint().size()).orElse(0L);
    }

    private Measured measure(Api api, StandaloneServer server, int entries, double sealing, SameRows copy)
            throws Exception {
        // So that nothing else is going on.
        server.part(ProjectionProcessor.class).rebuild().run((step, done, total) -> {});
        try (Connection reader = server.part(EmbeddedPostgres.class)
                .dataSource(DatabaseRole.QUERY)
                .getConnection()) {
            return new Measured(
                    sealing,
                    copy,
                    Lookup.timed(reader, TIMES, () -> 1 + random.nextInt(entries)),
                    Timings.of(TIMES, () -> api.get("log/entries/" + any(entries) + "/proof")),
                    Timings.of(
                            TIMES,
                            () -> api.get("log/consistency?from=" + (1 + random.nextInt(entries)) + "&to=" + entries)),
                    new Check(0, 0, 0));
        }
    }

    private static Check check(Path data, String password) throws IOException, InterruptedException {
        try (NewProcess process = new NewProcess(data)) {
            long before = process.residentKilobytes();
            Api api = new Api(process.address(), password);
            long start = System.nanoTime();
            String progress = api.post("check", "application/json", BodyPublishers.noBody());
            while (progress.contains("\"state\":\"running\"")) {
                Thread.sleep(20);
                progress = api.get("check");
            }
            double millis = (System.nanoTime() - start) / 1e6;
            if (!progress.contains("\"findings\":[]")) {
                throw new IllegalStateException(progress);
            }
            return new Check(millis, before, process.peakKilobytes());
        }
    }

    private UUID any(int entries) {
        return new UUID(random.nextInt(entries / FilledLog.PER_TERRITORY), 1 + random.nextInt(FilledLog.PER_TERRITORY));
    }
}
