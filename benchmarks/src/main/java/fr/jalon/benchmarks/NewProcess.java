package fr.jalon.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Jalon in a process of its own on given data, ready to answer. */
final class NewProcess implements AutoCloseable {
    private final Process process;
    private final URI address;
    private final double readyMillis;

    NewProcess(Path data) throws IOException {
        long start = System.nanoTime();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.jalon.standalone.cli.Jalon",
                        "serve",
                        "--port=0",
                        "--data=" + data)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        address = address(process.inputReader(StandardCharsets.UTF_8));
        readyMillis = (System.nanoTime() - start) / 1e6;
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
