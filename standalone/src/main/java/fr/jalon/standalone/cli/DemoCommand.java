package fr.jalon.standalone.cli;

import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jalon demo}: serves with the case loaded and known accounts, on this machine only. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final Serving serving = new Serving();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StandaloneServer server = serving.start(true);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Messages.say("demo.loaded", new Demo(server).load()));
        out.println(Messages.say("demo.accounts"));
        out.println(Messages.say("ready", server.address()));
        return Serving.untilStopped();
    }
}
