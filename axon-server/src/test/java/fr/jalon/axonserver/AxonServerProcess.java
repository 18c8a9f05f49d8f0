package fr.jalon.axonserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An Axon Server of the tests' own, on free ports of this machine, in a directory of its own. */
public final class AxonServerProcess implements AutoCloseable {
    /** The environment's variable that names its jar. */
    public static final String JAR = "JALON_AXONSERVER_JAR";

    private static final Duration START = Duration.ofMinutes(5);

    private final Path directory;
    private final int port = freePort();
    private final int http = freePort();
    private @Nullable Process process;

    private AxonServerProcess(Path directory) {
        this.directory = directory;
    }

    /** One that is empty and answers, with these properties beside its own. */
    public static AxonServerProcess start(Map<String, String> properties) {
        try {
            AxonServerProcess server = new AxonServerProcess(Files.createTempDirectory("jalon-axon-server"));
            StringBuilder text = new StringBuilder("""
                    axoniq.axonserver.hostname=localhost
                    axoniq.axonserver.devmode.enabled=true
                    axoniq.axonserver.port=%d
                    server.port=%d
                    server.address=127.0.0.1
                    """.formatted(server.port, server.http));
            properties.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));
            Files.writeString(server.directory.resolve("axonserver.properties"), text);
            server.begin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty one as it comes. */
    public static AxonServerProcess start() {
        return start(Map.of());
    }

    public int port() {
        return port;
    }

    /** How a process of Jalon finds it. */
    public AxonServerSettings settings(String component) {
        return new AxonServerSettings(
                component, List.of(new AxonServerSettings.Node("localhost", port)), "default", null, false, null);
    }

    /** Starts it on what is in its directory, and waits until it answers. */
    public void begin() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        // One compiler is enough for a moment; who measures lets it have both.
                        "-XX:TieredStopAtLevel=" + Integer.getInteger("jalon.test.tier", 1),
                        "-jar",
                        Path.of(System.getenv(JAR)).toAbsolutePath().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log.txt").toFile())
                .start();
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                kill();
                throw new IllegalStateException(
                        "Axon Server did not start: " + Files.readString(directory.resolve("log.txt")));
            }
            sleep();
        }
    }

    /** Kills it as a power failure would. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process);
        }
    }

    /** Lets its files grow no further, as on a full disk (<i>prlimit</i>). */
    void fillDisk() {
        limitFiles("4096:");
    }

    /** As before. */
    void freeDisk() {
        limitFiles("unlimited:");
    }

    private void limitFiles(String limit) {
        try {
            int code = new ProcessBuilder(
                            "prlimit",
                            "--pid",
                            Long.toString(Objects.requireNonNull(process).pid()),
                            "--fsize=" + limit)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("prlimit ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes the files in which there is nothing: it would not start on one that a full disk left behind. */
    void removeEmptyFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/default"))) {
            for (Path file : files.toList()) {
                if (Files.size(file) == 0) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Forgets all events. */
    public void empty() {
        try {
            HttpResponse<String> answer = request("DELETE", "/v1/devmode/purge-events");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Axon Server kept its events: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            return request("GET", "/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> request(String method, String path) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            await(process);
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
