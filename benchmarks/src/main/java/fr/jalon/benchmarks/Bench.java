package fr.jalon.benchmarks;

import fr.jalon.axonserver.AxonServerProcess;
import fr.jalon.events.language.Language;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.standalone.AxonServerStand;
import fr.jalon.standalone.Stand;
import fr.jalon.standalone.cli.Jalon;
import fr.jalon.standalone.cli.SpokenOption;
import fr.jalon.standalone.cli.Version;
import fr.jalon.standalone.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jalon bench}: all benchmarks, or those that are named. */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Bench implements Callable<Integer> {
    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "bench.seconds", defaultValue = "8")
    private int seconds;

    @Option(names = "--most", paramLabel = "N", descriptionKey = "bench.most")
    private int most = Integer.MAX_VALUE;

    @Parameters(paramLabel = "${bundle:label.benchmark}", descriptionKey = "bench.parts")
    private final List<Part> parts = new ArrayList<>();

    @Option(
            names = SpokenOption.NAME,
            paramLabel = "${bundle:label.lang}",
            descriptionKey = "lang",
            converter = SpokenOption.class)
    @SuppressWarnings("UnusedVariable")
    private Language language = Language.ENGLISH;

    /** A benchmark, as it is named on the command line. */
    private enum Part {
        LIMITS,
        READINGS,
        RECORDING,
        EDGE,
        IMPORTING,
        WHOLE,
        GROWTH,
        START,
        CLI,
        PAGES,
        PERSONS,
        SEALING,
        SLOW,
        SERVICES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static void main(String[] arguments) {
        System.exit(Jalon.run(Surroundings.ofProcess(), new Bench(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.printf(
                "Measured on %d cores, Java %s, %s.%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"));
        TestDatabase.waitForDisk();
        Set<Part> measured = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
        for (Part part : measured) {
            measure(part);
        }
        return 0;
    }

    private void measure(Part part) throws Exception {
        switch (part) {
            case LIMITS ->
                new Limits(seconds)
                        .run(new Table(
                                "What the machine and PostgreSQL do by themselves", "", "1 sender", "16 senders"));
            case READINGS ->
                new VagueEntries()
                        .run(new Table(
                                "One more entry of a subject, and its spans",
                                "",
                                "each on a day of its own",
                                "each in 2023",
                                "each from 2023 for some months",
                                "in 2023 ÷ on days"));
            case RECORDING ->
                new Recording(seconds)
                        .run(new Table(
                                "Recording: commands per second over 64 territories",
                                "",
                                "PostgreSQL, one insert a transaction",
                                "stock Axon JDBC, warm Caffeine",
                                "Jalon",
                                "Jalon ÷ PostgreSQL",
                                "Jalon ÷ stock Axon"));
            case EDGE ->
                new HttpEdge(seconds)
                        .run(new Table(
                                "By HTTP, beside a plain controller: times a second, and p50 / p99 of each",
                                "",
                                "plain controller",
                                "Jalon",
                                "Jalon ÷ plain"));
            case IMPORTING -> new BulkImport(seconds).run();
            case WHOLE -> new Whole().run(Sizes.ofRegisters(most));
            case GROWTH -> new OneTerritory().run(Sizes.ofTerritories(most));
            case START -> new Start().run(Sizes.ofRegisters(most));
            case CLI ->
                new OneCommand()
                        .run(new Table(
                                "A command that asks a server, until it has said its answer",
                                "",
                                "in all",
                                "processor"));
            case PAGES ->
                new ConsolePages()
                        .run(new Table("A page of the console, until its last byte, one reader", "", "p50 / p99"));
            case PERSONS ->
                new Protection(seconds)
                        .run(new Table(
                                "What it costs that names and texts are sealed", "", "in clear", "as it is", "more"));
            case SEALING -> new Sealing().run(Sizes.ofRegisters(most));
            case SLOW ->
                new SlowBeside()
                        .run(new Table(
                                "Beside 500 slow clients, p50 / p99",
                                "",
                                "nobody else",
                                "500 slow clients",
                                "p99 ÷ nobody else"));
            case SERVICES -> services();
        }
    }

    private void services() throws Exception {
        new Services(seconds).run(directory -> new Stand(directory, directory));
        if (System.getenv(AxonServerProcess.JAR) != null) {
            new Services(seconds).run(directory -> new AxonServerStand(directory, directory));
        } else {
            System.out.printf("%nOn Axon Server: not measured, %s names no jar.%n", AxonServerProcess.JAR);
        }
    }
}
