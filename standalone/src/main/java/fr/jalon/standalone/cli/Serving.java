package fr.jalon.standalone.cli;

import fr.jalon.postgres.DataDirectoryInUse;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options of the commands that serve, and what they do with them. */
final class Serving {
    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "bind", defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init")
    private InetAddress bind;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "data")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    StandaloneServer start(boolean demo) {
        if (demo && !bind.isLoopbackAddress()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("demo.loopback"));
        }
        try {
            return StandaloneServer.start(new Options(bind, port, data, demo));
        } catch (DataDirectoryInUse inUse) {
            boolean french = Locale.getDefault().getLanguage().equals("fr");
            throw new Trouble(ExitCode.UNAVAILABLE, french ? inUse.inFrench() : inUse.inEnglish());
        }
    }

    /** Serves in the foreground until the process is told to stop; Spring's shutdown hook does the rest. */
    static int untilStopped() throws InterruptedException {
        Thread.currentThread().join();
        return 0;
    }
}
