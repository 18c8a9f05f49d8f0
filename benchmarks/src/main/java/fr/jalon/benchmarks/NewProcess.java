package fr.jalon.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jalon in a process of its own on given data, ready to answer. */
final class NewProcess implements AutoCloseable {
    private static final String MAIN = "fr.jalon.standalone.cli.Jalon";

    private final Process process;
    private final URI address;
    private final double readyMillis;

    NewProcess(Path data) throws IOException {
        this("serve", data);
    }

    /** @param options for Java */
    NewProcess(String command, Path data, String... options) throws IOException {
        long start = System.nanoTime();
        process = jalon(List.of(options), command, "--port=0", "--data=" + data)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        address = address(process.inputReader(StandardCharsets.UTF_8));
        readyMillis = (System.nanoTime() - start) / 1e6;
    }

    /** The Java that this process runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Jalon with these options for Java and these arguments, as it is on this process's class path. */
    static ProcessBuilder jalon(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xlog:disable"));
        command.addAll(options);
        command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static URI address(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf("http://");
            if (at >= 0) {
                return URI.create(line.substring(at).strip());
            }
        }
        throw new IOException("The process ended without being ready");
    }

    URI address() {
        return address;
    }

    double readyMillis() {
        return readyMillis;
    }

    /** Of this process without PostgreSQL's, so far. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Without PostgreSQL, now. */
    long residentKilobytes() throws IOException {
        return residentKilobytes(process.pid());
    }

    /** Of any process of this machine, now. */
    static long residentKilobytes(long pid) throws IOException {
        return memory(pid, "VmRSS:");
    }

    /** Without PostgreSQL, the most so far. */
    long peakKilobytes() throws IOException {
        return memory(process.pid(), "VmHWM:");
    }

    private static long memory(long pid, String which) throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return status.filter(line -> line.startsWith(which))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
