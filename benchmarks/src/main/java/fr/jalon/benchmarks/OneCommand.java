package fr.jalon.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a command of the command line takes that asks a server, beside a Java that says one word. */
final class OneCommand {
    private static final int TIMES = 20;
    private static final int TICKS_PER_SECOND = 100;
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private record Took(double seconds, double processor) {}

    void run(Table table) throws Exception {
        Directories.with(data -> {
            try (NewProcess server = new NewProcess("demo", data.resolve("demo"))) {
                Path cache = data.resolve("command.aot");
                each(status(server, List.of("-XX:AOTCacheOutput=" + cache)), 1);
                Took java = each(new ProcessBuilder(NewProcess.java(), "-Xshare:auto", "-version"), TIMES);
                row(table, "java -version", java, java);
                row(table, "status, as Java starts it", each(status(server, List.of()), TIMES), java);
                row(
                        table,
                        "status, classes from a cache",
                        each(status(server, List.of("-XX:AOTCache=" + cache)), TIMES),
                        java);
            }
            return 0;
        });
    }

    private static void row(Table table, String title, Took took, Took java) {
        table.row(
                title,
                String.format(Locale.ROOT, "%.2f s, ×%.1f", took.seconds, took.seconds / java.seconds),
                String.format(Locale.ROOT, "%.2f s, ×%.1f", took.processor, took.processor / java.processor));
    }

    private static ProcessBuilder status(NewProcess server, List<String> options) {
        List<String> all = new ArrayList<>(BRIEF);
        all.addAll(options);
        ProcessBuilder status = NewProcess.jalon(all, "status", "lille");
        status.environment().put("JALON_URL", server.address().toString());
        status.environment().put("JALON_USER", "auditor");
        status.environment().put("JALON_PASSWORD", "jalon-demo");
        return status;
    }

    /** One at a time; the mean. */
    private static Took each(ProcessBuilder command, int times) throws Exception {
        command.redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        long ticks = ticksOfChildren();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            int code = command.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(command.command() + " ended with " + code);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Took(seconds / times, (double) (ticksOfChildren() - ticks) / TICKS_PER_SECOND / times);
    }

    /** Of all children that have ended: user and system, as proc(5) counts them behind the command's name. */
    private static long ticksOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }
}
