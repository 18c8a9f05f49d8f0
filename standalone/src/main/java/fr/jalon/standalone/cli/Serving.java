package fr.jalon.standalone.cli;

import fr.jalon.postgres.DataDirectoryInUse;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    StandaloneServer start(boolean demo) {
        if (demo && !bind.isLoopbackAddress()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("demo.loopback"));
        }
        claimPort();
        try {
            return StandaloneServer.start(new Options(bind, port, data, demo));
        } catch (DataDirectoryInUse inUse) {
            boolean french = Locale.getDefault().getLanguage().equals("fr");
            throw new Trouble(ExitCode.UNAVAILABLE, french ? inUse.inFrench() : inUse.inEnglish());
        }
    }

    /** Before anything is started: what stands in the way is then told in a sentence, and nothing is left half done. */
    private void claimPort() {
        try (ServerSocket free = new ServerSocket(port, 1, bind)) {
            free.getLocalPort();
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), Messages.say("port.none", Integer.toString(port)));
        } catch (IOException taken) {
            throw new Trouble(
                    ExitCode.UNAVAILABLE, Messages.say("port.taken", bind.getHostAddress(), Integer.toString(port)));
        }
    }

    /** Serves in the foreground until the process is told to stop; Spring's shutdown hook does the rest. */
    static int untilStopped() throws InterruptedException {
        Thread.currentThread().join();
        return 0;
    }
}
