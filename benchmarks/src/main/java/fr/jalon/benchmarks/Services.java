package fr.jalon.benchmarks;

import fr.jalon.standalone.Service;
import fr.jalon.standalone.Stand;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commands per second and lag over HTTP: the register in one process, and as several services, each a process of its
 * own on one store; and what one more query-service costs.
 */
final class Services {
    private static final int TERRITORIES = 256;
    private static final int SENDERS = 16;
    private static final int[] COUNTS = {1, 2, 4};
    private static final String PROBED = "mesure";
    private static final int WINDOW_SECONDS = 4;
    private static final int MOST_WINDOWS = 10;
    /** What more of warming up must still bring to be worth it. */
    private static final double WORTH = 1.05;

    private final int seconds;

    Services(int seconds) {
        this.seconds = seconds;
        // Tests start many services for a moment, with the first compiler only, and cut them off: here neither.
        System.setProperty("jalon.test.tier", "4");
        System.setProperty("jalon.test.direct", "true");
    }

    /** Where a store stands, made anew for each measurement. */
    interface Place {
        Stand in(Path directory);
    }

    /** Which services there are, and who asks them. */
    private record Asked(List<Api> commands, List<Api> queries) {
        Api command(int number) {
            return commands.get(Math.floorMod(number, commands.size()));
        }
    }

    /** @param lag from an entry's acknowledgement to an answer that has it, while all others record */
    private record Measured(double commands, Timings lag) {}

    private record Idle(double cores, long residentKilobytes) {}

    /** Measures one store beside the embedded mode. */
    void run(Place place) throws Exception {
        Measured embedded = Directories.with(this::embedded);
        String store = Directories.with(directory -> {
            try (Stand stand = place.in(directory)) {
                return stand.name();
            }
        });
        Table table = new Table(
                "Services on " + store + ": %d senders over %d territories, by HTTP".formatted(SENDERS, TERRITORIES),
                "command-services + query-services",
                "commands/s",
                "÷ embedded",
                "acknowledged to answered, p50 / p99",
                "p50 ÷ embedded");
        row(table, "embedded", embedded, embedded);
        for (int count : COUNTS) {
            row(
                    table,
                    count + " + " + count + ", each territory at one",
                    services(place, count, count, false),
                    embedded);
            if (count == 2) {
                row(table, count + " + " + count + ", by turns", services(place, count, count, true), embedded);
            }
        }
        row(table, "1 + 2", services(place, 1, 2, false), embedded);
        Idle idle = Directories.with(directory -> idle(place, directory));
        System.out.printf(
                "%nOne more query-service, idle: %.3f of a core, %d MiB resident.%n",
                idle.cores, idle.residentKilobytes / 1024);
        Directories.with(directory -> Recovery.measured(place, directory));
    }

    private static void row(Table table, String title, Measured measured, Measured embedded) {
        table.row(
                title,
                "%,.0f".formatted(measured.commands),
                "%.2f".formatted(measured.commands / embedded.commands),
                measured.lag.toString(),
                "%.2f".formatted(measured.lag.at(0.5) / embedded.lag.at(0.5)));
    }

    private Measured services(Place place, int commands, int queries, boolean byTurns) throws Exception {
        return Directories.with(directory -> {
            try (Stand stand = place.in(directory)) {
                for (int i = 0; i < commands; i++) {
                    stand.startCommandService();
                }
                for (int i = 0; i < queries; i++) {
                    stand.startQueryService();
                }
                stand.awaitHealthy();
                return measure(
                        new Asked(
                                apis(stand.commandServices(), stand.password()),
                                apis(stand.queryServices(), stand.password())),
                        byTurns);
            }
        });
    }

    static List<Api> apis(List<Service> services, String password) {
        return services.stream()
                .map(service -> new Api(service.address(), password))
                .toList();
    }

    private Measured embedded(Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.jalon.standalone.cli.Jalon",
                        "demo",
                        "--port=0",
                        "--data=" + directory)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.startsWith("Jalon is ready: ")) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The embedded register did not start");
            }
            List<Api> itself = List.of(new Api(URI.create(line.substring("Jalon is ready: ".length()))));
            return measure(new Asked(itself, itself), false);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Measured measure(Asked asked, boolean byTurns) throws Exception {
        for (int i = 0; i < TERRITORIES; i++) {
            asked.command(0).record(Entries.opening("territoire-" + i));
        }
        asked.command(0).record(Entries.opening(PROBED));
        warmUp(asked, byTurns);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Double> commands = threads.submit(
                    () -> Load.perSecond(SENDERS, seconds, sender -> recording(asked, sender, 500_000, byTurns)));
            Thread.sleep(seconds * 1000L);
            AtomicLong number = new AtomicLong();
            Timings lag = Timings.whileRunning(
                    commands,
                    () -> asked.command(0).record(Entries.watchpoint(PROBED, number.incrementAndGet())),
                    () -> {
                        long position = number.get() + 1;
                        asked.queries
                                .get((int) (position % asked.queries.size()))
                                .get("territories/" + PROBED + "?minPosition=" + position);
                    });
            return new Measured(commands.get(), lag);
        }
    }

    /**
     * Processes that have just started measure the compiler: until two windows in a row are no faster than the best
     * before.
     */
    private static void warmUp(Asked asked, boolean byTurns) throws Exception {
        double best = 0;
        int inVain = 0;
        for (int window = 0; window < MOST_WINDOWS && inVain < 2; window++) {
            long first = window * 20_000L;
            double reached =
                    Load.perSecond(SENDERS, WINDOW_SECONDS, sender -> recording(asked, sender, first, byTurns));
            inVain = reached > best * WORTH ? 0 : inVain + 1;
            best = Math.max(best, reached);
        }
    }

    /** Each sender goes round its own share of the territories. */
    private static Load.Work recording(Asked asked, int sender, long first, boolean byTurns) {
        AtomicLong number = new AtomicLong(first);
        int share = TERRITORIES / SENDERS;
        return () -> {
            long next = number.incrementAndGet();
            int territory = (int) (next % share) + sender * share;
            int service = byTurns ? (int) (next / share) + sender : territory;
            asked.command(service).record(Entries.watchpoint("territoire-" + territory, sender * 1_000_000L + next));
        };
    }

    /** What a query-service takes that has nothing to do, beside another. */
    private Idle idle(Place place, Path directory) throws Exception {
        try (Stand stand = place.in(directory)) {
            stand.startQueryService();
            Service more = stand.startQueryService();
            stand.awaitHealthy();
            Thread.sleep(seconds * 1000L);
            Duration before = more.process().info().totalCpuDuration().orElseThrow();
            long begun = System.nanoTime();
            Thread.sleep(seconds * 1000L);
            Duration used =
                    more.process().info().totalCpuDuration().orElseThrow().minus(before);
            return new Idle(
                    (double) used.toNanos() / (System.nanoTime() - begun),
                    NewProcess.residentKilobytes(more.process().pid()));
        }
    }
}
