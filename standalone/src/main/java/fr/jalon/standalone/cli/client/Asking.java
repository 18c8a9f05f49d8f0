package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.Messages;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share that speak to a server. */
public abstract class Asking implements Runnable {
    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    protected final Server server() {
        return server;
    }

    /** Where the answer goes. */
    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where everything else is said. */
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says what is no part of the answer. */
    protected final void notice(String key, Object... arguments) {
        err().println(Messages.say(key, arguments));
    }
}
