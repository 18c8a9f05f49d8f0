package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** A service in a process of its own, as an operator starts it. */
record ServiceProcess(Process process, URI address) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** What a probe gets where nobody answers. */
    private static final int NOBODY = 0;

    /**
     * Starts one, which is not ready yet.
     *
     * @param databasePort where it finds the database
     */
    static ServiceProcess start(Class<?> main, Role role, TestDatabase database, int databasePort, String... settings)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + port,
                "--jalon.database.url=" + database.jdbcUrl().replaceFirst(":\\d+/", ":" + databasePort + "/")));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", main.getSimpleName() + "-" + port + ".log")
                        .toFile());
        // By the environment, as an operator would: a command line is for all to read.
        builder.environment().put("JALON_DATABASE_PASSWORD", database.password(role));
        builder.environment().put("JALON_MIRROR_PASSWORD", database.password(Role.MIRROR));
        return new ServiceProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    static int portOf(TestDatabase database) {
        return URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    void awaitReady() throws Exception {
        await(this::isReady);
    }

    boolean isAlive() {
        return probe("liveness") == 200;
    }

    boolean isReady() {
        return probe("readiness") == 200;
    }

    /** Whether its door is closed: nobody takes the connection. */
    boolean isClosed() {
        return probe("liveness") == NOBODY;
    }

    /** Tells it to stop, as an orchestrator does (SIGTERM). */
    void tellToStop() {
        process.destroy();
    }

    void stop() throws InterruptedException {
        tellToStop();
        process.waitFor();
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private int probe(String what) {
        HttpRequest probe = HttpRequest.newBuilder(URI.create(address + "/actuator/health/" + what))
                .build();
        try {
            return CLIENT.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return NOBODY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOBODY;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
