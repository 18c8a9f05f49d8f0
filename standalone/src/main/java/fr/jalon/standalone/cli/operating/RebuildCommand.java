package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code jalon rebuild}: makes the read models anew beside the old ones, then switches. */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
public final class RebuildCommand implements Runnable {
    private static final int POLL_MILLIS = 500;

    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode progress = server.post("/rebuild");
        while (progress.path("state").asString("").equals("running")) {
            say(progress);
            pause();
            progress = server.get("/rebuild", Map.of());
        }
        say(progress);
        if (!progress.path("state").asString("").equals("done")) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("rebuild.failed"));
        }
    }

    private void say(JsonNode progress) {
        spec.commandLine()
                .getErr()
                .println(Messages.say(
                        "rebuild.progress",
                        progress.path("entries").asLong(0),
                        progress.path("total").asLong(0)));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble(ExitCode.INTERNAL, Messages.say("rebuild.failed"));
        }
    }
}
