package fr.jalon.benchmarks;

import fr.jalon.axonserver.AxonServerProcess;
import fr.jalon.standalone.AxonServerStand;
import fr.jalon.standalone.Stand;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code ./jalon bench [--seconds N] [--most N] [readings] [recording] [whole] [sealing] [slow] [services]}: all parts
 * unless some are named; N seconds of measuring for each figure, after as many of warm-up; no log of more than N
 * entries.
 */
public final class Bench {
    private static final int SECONDS = 8;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = SECONDS;
        int most = Integer.MAX_VALUE;
        Set<String> parts = new TreeSet<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--seconds")) {
                seconds = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].equals("--most")) {
                most = Integer.parseInt(arguments[++i]);
            } else {
                parts.add(arguments[i]);
            }
        }
        System.out.printf(
                "Measured on %d cores, Java %s, %s.%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"));
        if (parts.isEmpty() || parts.contains("readings")) {
            new VagueEntries()
                    .run(new Table(
                            "One more entry of a subject, and its spans",
                            "",
                            "each on a day of its own",
                            "each in 2023",
                            "each from 2023 for some months",
                            "in 2023 ÷ on days"));
        }
        if (parts.isEmpty() || parts.contains("recording")) {
            new Recording(seconds)
                    .run(new Table(
                            "Recording: commands per second over 64 territories",
                            "",
                            "PostgreSQL, one insert a transaction",
                            "stock Axon JDBC, warm Caffeine",
                            "Jalon",
                            "Jalon ÷ PostgreSQL",
                            "Jalon ÷ stock Axon"));
        }
        if (parts.isEmpty() || parts.contains("whole")) {
            new Whole().run(new Sizes(most));
        }
        if (parts.isEmpty() || parts.contains("sealing")) {
            new Sealing().run(new Sizes(most));
        }
        if (parts.isEmpty() || parts.contains("slow")) {
            new SlowBeside()
                    .run(new Table(
                            "Beside 500 slow clients, p50 / p99",
                            "",
                            "nobody else",
                            "500 slow clients",
                            "p99 ÷ nobody else"));
        }
        if (parts.isEmpty() || parts.contains("services")) {
            new Services(seconds).run(directory -> new Stand(directory, directory));
            if (System.getenv(AxonServerProcess.JAR) != null) {
                new Services(seconds).run(directory -> new AxonServerStand(directory, directory));
            } else {
                System.out.printf("%nOn Axon Server: not measured, %s names no jar.%n", AxonServerProcess.JAR);
            }
        }
        System.exit(0);
    }
}
