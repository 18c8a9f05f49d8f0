package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One of several services: a process that may be killed and started again at the same address. */
public final class Service {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a probe gets where nobody answers. */
    private static final int NOBODY = 0;

    private final ProcessBuilder builder;
    private final URI address;
    private volatile Process process;
    private volatile boolean isWanted;

    /** Starts a service, and does not wait until it answers. */
    Service(Class<?> main, List<String> arguments, Map<String, String> secrets, Path logs) {
        int port = freePort();
        List<String> command = ChildJvm.command(
                main.getName(), "-XX:TieredStopAtLevel=" + Integer.getInteger("jalon.test.tier", 1), "-Xmx512m");
        command.add("--server.port=" + port);
        command.addAll(arguments);
        builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(main.getSimpleName() + "-" + port + ".log").toFile()));
        // By the environment, as an operator would: a command line is for all to read.
        builder.environment().putAll(secrets);
        address = URI.create("http://127.0.0.1:" + port);
        process = start();
    }

    /** Where it answers, however often it is started. */
    public URI address() {
        return address;
    }

    /** The process, for those who measure it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    public boolean isHealthy() {
        return probe("") == 200;
    }

    boolean isAlive() {
        return probe("/liveness") == 200;
    }

    boolean isReady() {
        return probe("/readiness") == 200;
    }

    /** Whether its door is closed: nobody takes the connection. */
    boolean isClosed() {
        return probe("/liveness") == NOBODY;
    }

    private int probe(String what) {
        try {
            HttpRequest health = HttpRequest.newBuilder(address.resolve("/actuator/health" + what))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return CLIENT.send(health, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return NOBODY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOBODY;
        }
    }

    /** Waits until all of it is well. */
    public void awaitHealthy() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not healthy: " + address + ", process alive: " + process.isAlive());
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Kills it on the spot and starts it again. */
    synchronized void killAndRestart() {
        kill();
        process = start();
    }

    /** Lets it do nothing for a while, as a machine that is overloaded or moved does; it does not know of it. */
    synchronized void pauseAndResume(Duration pause) {
        signal("STOP");
        LockSupport.parkNanos(pause.toNanos());
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + signal + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it on the spot. */
    synchronized void kill() {
        isWanted = false;
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Starts it after it was stopped or killed. */
    synchronized void restart() {
        process = start();
    }

    /** Stops it in order; whether it ended so. */
    boolean stop() {
        tellToStop();
        return hasEndedInOrder();
    }

    /** Tells it to stop, as an orchestrator does (SIGTERM). */
    void tellToStop() {
        isWanted = false;
        process.destroy();
    }

    /** Waits until it has ended; whether it did so in order. */
    boolean hasEndedInOrder() {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    && List.of(0, 143).contains(process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * One that ends by itself is started again, as who looks after services does: it does not start without its store.
     */
    private Process start() {
        try {
            isWanted = true;
            Process started = builder.start();
            var _ = started.onExit().thenAcceptAsync(ended -> {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                restartAfter(ended);
            });
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void restartAfter(Process ended) {
        if (isWanted && process.equals(ended)) {
            process = start();
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
