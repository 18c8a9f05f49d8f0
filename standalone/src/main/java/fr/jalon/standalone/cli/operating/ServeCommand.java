package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** {@code jalon serve}: the register, in the foreground. */
@Command(name = "serve", mixinStandardHelpOptions = true)
public final class ServeCommand extends Serving {
    @Override
    boolean isDemo() {
        return false;
    }

    @Override
    Path defaultData() {
        return Path.of("data");
    }

    @Override
    void prepare(StandaloneServer server, PrintWriter out, SlowStart progress) {
        String password = server.firstPassword();
        if (password != null) {
            out.println(Messages.say("serve.first-account", password));
        }
    }

    @Override
    String next(URI address) {
        return Messages.say("serve.next", address);
    }
}
