package fr.jalon.benchmarks;

import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How long a process takes to be there on data that are read, with and without a cache of its classes. */
final class Start {
    private static final int TIMES = 3;
    private static final List<Sizes.Row<Measured>> ROWS = List.of(
            new Sizes.Row<>("Until it answers", (m, first, size) -> seconds(m.plain.seconds)),
            new Sizes.Row<>("Processor, without PostgreSQL's", (m, first, size) -> seconds(m.plain.processor)),
            new Sizes.Row<>("Resident memory, without PostgreSQL's", (m, first, size) -> mebibytes(m.plain.kilobytes)),
            new Sizes.Row<>("Until it answers, classes from a cache", (m, first, size) -> seconds(m.cached.seconds)),
            new Sizes.Row<>("Processor, classes from a cache", (m, first, size) -> seconds(m.cached.processor)),
            new Sizes.Row<>("Memory, classes from a cache", (m, first, size) -> mebibytes(m.cached.kilobytes)));

    private record Measured(Fresh plain, Fresh cached) {}

    /** Of some starts the quickest, which is least disturbed. */
    private record Fresh(double seconds, double processor, long kilobytes) {}

    void run(Sizes sizes) throws Exception {
        sizes.table("A process that starts, by entries held", ROWS, this::measure);
    }

    private Measured measure(int entries) throws Exception {
        return Directories.with(data -> {
            FilledLog.in(data, entries);
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false))) {
                Whole.awaitSealedAndChecked(server, entries);
            }
            Path cache = data.resolve("server.aot");
            new NewProcess("serve", data, "-XX:AOTCacheOutput=" + cache).close();
            return new Measured(quickest(data), quickest(data, "-XX:AOTCache=" + cache));
        });
    }

    private static Fresh quickest(Path data, String... options) throws Exception {
        Fresh quickest = new Fresh(Double.MAX_VALUE, 0, 0);
        for (int i = 0; i < TIMES; i++) {
            try (NewProcess process = new NewProcess("serve", data, options)) {
                if (process.readyMillis() / 1e3 < quickest.seconds) {
                    quickest = new Fresh(
                            process.readyMillis() / 1e3, process.processorSeconds(), process.residentKilobytes());
                }
            }
        }
        return quickest;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String mebibytes(long kilobytes) {
        return "%d MiB".formatted(kilobytes / 1024);
    }
}
