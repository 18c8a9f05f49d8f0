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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bulk import by HTTP into an empty register, with a notary that seals meanwhile and without one, as lines and as a
 * table, beside recording in this process.
 */
final class BulkImport {
    private static final int TERRITORIES = 64;
    private static final int ENTRIES = 20_000;
    private static final int WARM_UP = 5_000;
    private static final int FRESH = 300;

    /** As {@code jalon serve} names the key; none, no notary. */
    private static final String KEY_FILE = "jalon.log.key-file";

    private final int seconds;

    /** @param seconds how long recording in this process is measured */
    BulkImport(int seconds) {
        this.seconds = seconds;
    }

    private record Imported(double millis, long unsealed, double untilSealed, Timings proven) {}

    private record Body(String type, String text) {}

    void run() throws Exception {
        for (Body body : List.of(lines(WARM_UP), table(WARM_UP))) {
            imported(body, WARM_UP, true);
        }
        Imported without = imported(lines(ENTRIES), ENTRIES, false);
        Imported with = imported(lines(ENTRIES), ENTRIES, true);
        Imported asTable = imported(table(ENTRIES), ENTRIES, true);
        double recording = new Recording(seconds).jalon(TERRITORIES);
        Table table = new Table(
                "A bulk import of %,d entries by HTTP".formatted(ENTRIES),
                "",
                "without a notary",
                "sealed meanwhile",
                "sealed meanwhile, as CSV");
        table.row(
                "Import, entries/s",
                Whole.rate(ENTRIES, without.millis),
                Whole.rate(ENTRIES, with.millis),
                Whole.rate(ENTRIES, asTable.millis));
        table.row(
                "÷ recording in process with 64 senders, %,.0f /s".formatted(recording),
                beside(recording, without),
                beside(recording, with),
                beside(recording, asTable));
        table.row("Not yet sealed when the last is acknowledged", "", unsealed(with), unsealed(asTable));
        table.row("Until the last is sealed", "", untilSealed(with), untilSealed(asTable));
        table.row(
                "Then one entry: from acknowledged to proven, p50 / p99",
                "",
                with.proven.toString(),
                asTable.proven.toString());
    }

    private static String beside(double recording, Imported imported) {
        return Whole.ratio(ENTRIES * 1000 / imported.millis / recording);
    }

    private static String unsealed(Imported imported) {
        return "%,d entries".formatted(imported.unsealed);
    }

    private static String untilSealed(Imported imported) {
        return "%.0f ms".formatted(imported.untilSealed);
    }

    private static Imported imported(Body body, int entries, boolean isSealed) throws Exception {
        Path data = Files.createTempDirectory("jalon-bench");
        if (!isSealed) {
            System.setProperty(KEY_FILE, "");
        }
        try (StandaloneServer server =
                StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true))) {
            Api api = new Api(server.address());
            api.post("entries", "application/x-ndjson", BodyPublishers.ofString(openings()));
            double millis = Timings.once(() -> api.post("entries", body.type, BodyPublishers.ofString(body.text)));
            if (!isSealed) {
                return new Imported(millis, 0, 0, Timings.of(0, () -> {}));
            }
            SealedLog sealed = new SealedLog(server.part(EmbeddedPostgres.class).dataSource(DatabaseRole.QUERY));
            long unsealed = TERRITORIES + entries - Sealing.size(sealed);
            double untilSealed = Timings.once(() -> Sealing.awaitSealed(sealed, TERRITORIES + entries));
            return new Imported(millis, unsealed, untilSealed, proven(api));
        } finally {
            System.clearProperty(KEY_FILE);
            Whole.delete(data);
        }
    }

    private static String openings() {
        return IntStream.range(0, TERRITORIES)
                .mapToObj(i -> EntryJson.write(Entries.opening(FilledLog.territory(i))))
                .collect(Collectors.joining("\n"));
    }

    private static Body lines(int entries) {
        return new Body(
                "application/x-ndjson",
                IntStream.range(0, entries)
                        .mapToObj(i -> EntryJson.write(Entries.watchpoint(FilledLog.territory(i % TERRITORIES), i)))
                        .collect(Collectors.joining("\n")));
    }

    /** The same without their source. */
    private static Body table(int entries) {
        return new Body(
                "text/csv",
                IntStream.range(0, entries)
                        .mapToObj(i -> "%s;Point de vigilance signalé;2023-%02d;vigilance-%d;Priorité;%s"
                                .formatted(
                                        FilledLog.territory(i % TERRITORIES),
                                        1 + i % 12,
                                        i,
                                        "Consolider les collectifs des structures porteuses du territoire"))
                        .collect(Collectors.joining(
                                "\n",
                                "Territoire;Type d'inscription;Date d'effet;Point de vigilance;Nature;Description\n",
                                "\n")));
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
