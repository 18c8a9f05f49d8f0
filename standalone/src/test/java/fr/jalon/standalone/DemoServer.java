package fr.jalon.standalone;

import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The demonstration with its case, started once for all tests that only ask; it ends with their process. */
final class DemoServer {
    private static @Nullable StandaloneServer server;
    private static @Nullable Path data;

    private DemoServer() {}

    static synchronized StandaloneServer running() {
        StandaloneServer running = server;
        if (running == null) {
            running = StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data(), true));
            if (new Demo(running).load() != Demo.caseLines().lines().count()) {
                throw new AssertionError("The case was not loaded whole");
            }
            server = running;
        }
        return running;
    }

    /** Where it keeps its data. */
    static synchronized Path data() {
        Path directory = data;
        if (directory == null) {
            try {
                directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Programs.share(directory);
            data = directory;
        }
        return directory;
    }
}
