package fr.jalon.benchmarks;

import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A bulk import by HTTP into an empty register, with a notary that seals meanwhile and without one. */
final class BulkImport {
    private static final int TERRITORIES = 64;
    private static final int ENTRIES = 20_000;
    private static final int WARM_UP = 5_000;
    private static final int FRESH = 300;

    /** As {@code jalon serve} names the key; none, no notary. */
    private static final String KEY_FILE = "jalon.log.key-file";

    private record Imported(double millis, long unsealed, double untilSealed, Timings proven) {}

    void run() throws Exception {
        imported(WARM_UP, true);
        Imported without = imported(ENTRIES, false);
        Imported with = imported(ENTRIES, true);
        Table table = new Table(
                "A bulk import of %,d entries by HTTP".formatted(ENTRIES), "", "without a notary", "sealed meanwhile");
        table.row("Import, entries/s", Whole.rate(ENTRIES, without.millis), Whole.rate(ENTRIES, with.millis));
        table.row("÷ without a notary", "1.00", Whole.ratio(without.millis / with.millis));
        table.row("Not yet sealed when the last is acknowledged", "", "%,d entries".formatted(with.unsealed));
        table.row("Until the last is sealed", "", "%.0f ms".formatted(with.untilSealed));
        table.row("Then one entry: from acknowledged to proven, p50 / p99", "", with.proven.toString());
    }

    private static Imported imported(int entries, boolean isSealed) throws Exception {
        Path data = Files.createTempDirectory("jalon-bench");
        if (!isSealed) {
            System.setProperty(KEY_FILE, "");
        }
        try (StandaloneServer server =
                StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true))) {
            Api api = new Api(server.address());
            String lines = lines(entries);
            double millis =
                    Timings.once(() -> api.post("entries", "application/x-ndjson", BodyPublishers.ofString(lines)));
            if (!isSealed) {
                return new Imported(millis, 0, 0, Timings.of(0, () -> {}));
            }
            SealedLog sealed = new SealedLog(server.part(EmbeddedPostgres.class).dataSource(DatabaseRole.QUERY));
            long unsealed = entries - Sealing.size(sealed);
            double untilSealed = Timings.once(() -> Sealing.awaitSealed(sealed, entries));
            return new Imported(millis, unsealed, untilSealed, proven(api));
        } finally {
            System.clearProperty(KEY_FILE);
            Whole.delete(data);
        }
    }

    private static String lines(int entries) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            String territory = FilledLog.territory(i % TERRITORIES);
            lines.add(EntryJson.write(i < TERRITORIES ? Entries.opening(territory) : Entries.watchpoint(territory, i)));
        }
        return String.join("\n", lines);
    }

    /** From the acknowledgement of an entry to the end of the answer that proves it, its wait for the seal included. */
    private static Timings proven(Api api) throws Exception {
        UUID[] entry = {new UUID(0, 0)};
        return Timings.afterEach(
                FRESH,
                () -> {
                    entry[0] = UUID.randomUUID();
                    api.post(
                            "territories/" + FilledLog.territory(0) + "/entries",
                            "application/json",
                            BodyPublishers.ofString("""
                            {"entryId": "%s", "type": "watchpoint-raised", "effective": "2024", "watchpoint": "w%s", "kind": "need"}
                            """.formatted(entry[0], entry[0])));
                },
                () -> api.get("log/entries/" + entry[0] + "/proof"));
    }
}
