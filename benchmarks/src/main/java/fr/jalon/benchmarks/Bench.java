package fr.jalon.benchmarks;

import fr.jalon.standalone.Stand;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code ./jalon bench [--seconds N] [recording] [whole] [services]}: all parts unless some are named; N seconds of
 * measuring for each figure, after as many of warm-up.
 */
public final class Bench {
    private static final int SECONDS = 8;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = SECONDS;
        Set<String> parts = new TreeSet<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--seconds")) {
                seconds = Integer.parseInt(arguments[++i]);
            } else {
                parts.add(arguments[i]);
            }
        }
        System.out.printf(
                "Measured on %d cores, Java %s, %s.%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"));
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
            new Whole().run();
        }
        if (parts.isEmpty() || parts.contains("services")) {
            new Services(seconds).run(directory -> new Stand(directory, directory));
        }
        System.exit(0);
    }
}
