package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.server.Certificate;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jalon serve}: the register, in the foreground. */
@Command(name = "serve", mixinStandardHelpOptions = true)
public final class ServeCommand extends Serving {
    @ArgGroup(exclusive = false)
    private @Nullable CertificateOptions given;

    /** One is nothing without the other. */
    static final class CertificateOptions {
        @Option(
                names = "--certificate",
                required = true,
                paramLabel = "${bundle:label.file}",
                descriptionKey = "certificate")
        @SuppressWarnings("NullAway.Init")
        private Path chain;

        @Option(
                names = "--key",
                required = true,
                paramLabel = "${bundle:label.file}",
                descriptionKey = "certificate.key")
        @SuppressWarnings("NullAway.Init")
        private Path key;
    }

    @Override
    boolean isDemo() {
        return false;
    }

    @Override
    Path defaultData() {
        return Path.of("data");
    }

    @Override
    @Nullable
    Certificate certificate() {
        return given == null ? null : new Certificate(given.chain, given.key);
    }

    @Override
    void prepare(StandaloneServer server, PrintWriter out, SlowStart progress) {
        String password = server.firstPassword();
        if (password != null) {
            out.println(Messages.say("serve.first-account", password));
        }
    }

    @Override
    String open(URI address) {
        return Messages.say("serve.open", address);
    }

    @Override
    String next(URI address) {
        return Messages.say("serve.next", address);
    }
}
