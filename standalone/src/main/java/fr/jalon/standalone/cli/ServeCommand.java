package fr.jalon.standalone.cli;

import fr.jalon.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jalon serve}: the register, in the foreground. */
@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final Serving serving = new Serving();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StandaloneServer server = serving.start(false);
        PrintWriter out = spec.commandLine().getOut();
        String password = server.firstPassword();
        if (password != null) {
            out.println(Messages.say("serve.first-account", password));
        }
        out.println(Messages.say("ready", server.address()));
        return Serving.untilStopped();
    }
}
