package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.Certificate;
import fr.jalon.standalone.server.DataOfAnotherKind;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.standalone.server.UnusableCertificateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What the commands that serve share: their options, and a server in the foreground until the process is told to stop.
 */
abstract class Serving implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "${bundle:label.address}",
            descriptionKey = "bind",
            defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init")
    private InetAddress bind;

    @Option(names = "--data", paramLabel = "${bundle:label.dir}", descriptionKey = "data")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whether it serves with known accounts. */
    abstract boolean isDemo();

    /** Where it keeps its data unless told otherwise, in the working folder. */
    abstract Path defaultData();

    /** What it speaks TLS with; null where it does not. */
    abstract @Nullable Certificate certificate();

    /** Does what is to be done before anybody is told that it is ready. */
    abstract void prepare(StandaloneServer server, PrintWriter out, SlowStart progress);

    /** Where a browser is to be sent once it is, and as whom. */
    abstract String open(URI address);

    /** What to do in a terminal. */
    abstract String next(URI address);

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (SlowStart progress = SlowStart.watched(spec.commandLine().getErr())) {
            StandaloneServer server = start(progress);
            prepare(server, out, progress);
            out.println(Messages.say("ready", server.address()));
            if (server.hasConsole()) {
                out.println(open(server.address()));
            }
            out.println(next(server.address()));
        }
        // Spring's shutdown hook does the rest.
        Thread.currentThread().join();
        return 0;
    }

    private StandaloneServer start(SlowStart progress) {
        if (isDemo() && !bind.isLoopbackAddress()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("demo.loopback"));
        }
        claimPort();
        Path directory = data == null ? defaultData() : data;
        try {
            return DataDirectory.told(
                    directory,
                    () -> StandaloneServer.start(
                            new Options(bind, port, directory, isDemo(), certificate()),
                            stage -> progress.now(
                                    Messages.say("start." + stage.name().toLowerCase(Locale.ROOT)))));
        } catch (UnusableCertificateException unusable) {
            Certificate shown = Objects.requireNonNull(certificate());
            throw new Trouble(
                    ExitCode.CONFIGURATION,
                    Messages.say("certificate." + unusable.fault().code(), shown.chain(), shown.key()));
        } catch (DataOfAnotherKind other) {
            throw new Trouble(
                    ExitCode.REFUSED, Messages.say(other.isDemo() ? "data.of-demo" : "data.of-register", directory));
        }
    }

    /** Before anything is started: what stands in the way is then told in a sentence, and nothing is left half done. */
    private void claimPort() {
        try (ServerSocket free = new ServerSocket(port, 1, bind)) {
            free.getLocalPort();
        } catch (IllegalArgumentException none) {
            throw new Trouble(ExitCode.USAGE, Messages.say("port.none", Integer.toString(port)));
        } catch (IOException taken) {
            throw new Trouble(
                    ExitCode.UNAVAILABLE, Messages.say("port.taken", bind.getHostAddress(), Integer.toString(port)));
        }
    }
}
