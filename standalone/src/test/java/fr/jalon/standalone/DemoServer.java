package fr.jalon.standalone;

import fr.jalon.postgres.TestCluster;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.Progress;
import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The demonstration with its case, started once for all tests that only ask; it ends with their process. */
public final class DemoServer {
    private static final Duration MOST_TO_READ = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(20);

    private static @Nullable StandaloneServer server;
    private static @Nullable StandaloneServer another;
    private static @Nullable Path data;
    private static Instant loaded = Instant.EPOCH;

    private DemoServer() {}

    public static synchronized StandaloneServer running() {
        StandaloneServer running = server;
        if (running == null) {
            running = started(data());
            loaded = running.part(Places.class).frontier().lastRecordedAt();
            server = running;
        }
        return running;
    }

    /** Another one, for tests that record as people do on pages: what they leave behind is in nobody's way. */
    public static synchronized StandaloneServer toRecordIn() {
        StandaloneServer running = another;
        if (running == null) {
            running = started(newDirectory());
            another = running;
        }
        return running;
    }

    private static StandaloneServer started(Path directory) {
        StandaloneServer started =
                StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, directory, true));
        if (new Demo(started).load() != Demo.caseLines().lines().count()) {
            throw new AssertionError("The case was not loaded whole");
        }
        awaitRead(started);
        return started;
    }

    /** When the last entry of its case was recorded: known at then, it is not what other tests have recorded since. */
    static synchronized Instant loaded() {
        running();
        return loaded;
    }

    private static void awaitRead(StandaloneServer loaded) {
        long end = System.nanoTime() + MOST_TO_READ.toNanos();
        Places places = loaded.part(Places.class);
        while (!loaded.part(Progress.class).isWhole(places.frontier())) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("The case was not read whole");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Where it keeps its data. */
    static synchronized Path data() {
        Path directory = data;
        if (directory == null) {
            directory = newDirectory();
            data = directory;
        }
        return directory;
    }

    private static Path newDirectory() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo");
            TestCluster.into(directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
