package fr.jalon.standalone.cli.proving;

import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code jalon check}: holds the event store against its seal and the read models against the event store, now. */
@Command(name = "check", mixinStandardHelpOptions = true)
public final class CheckCommand implements Runnable {
    private static final int POLL_MILLIS = 200;

    @Mixin
    private final Server server = new Server();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--forget", descriptionKey = "forget")
    private boolean forget;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        SeenHeads.Said head = SeenHeads.ofUser().look(server, forget);
        JsonNode progress = server.post("/check");
        while (progress.path("state").asString("").equals("running")) {
            say(progress);
            pause();
            progress = server.get("/check", Map.of());
        }
        if (!progress.path("state").asString("").equals("done")) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("check.failed"));
        }
        PrintWriter out = spec.commandLine().getOut();
        JsonNode findings = progress.path("findings");
        if (json) {
            out.println(progress);
        } else {
            findings.forEach(finding -> out.println(line(finding)));
        }
        out.flush();
        if (head.notice() != null) {
            spec.commandLine().getErr().println(head.notice());
        }
        if (!findings.isEmpty()) {
            String faults = Messages.say("check.faults", findings.size());
            throw new Trouble(
                    ExitCode.REFUSED, head.fault() == null ? faults : faults + System.lineSeparator() + head.fault());
        }
        if (head.fault() != null) {
            throw new Trouble(ExitCode.REFUSED, head.fault());
        }
        if (!json) {
            out.println(Messages.say("check.sound", progress.path("entries").asLong(0)));
        }
    }

    private static String line(JsonNode finding) {
        String place = finding.has("entryId")
                ? "%s %s, %s"
                        .formatted(
                                finding.path("territory").asString(""),
                                finding.path("position").asString(""),
                                finding.path("entryId").asString(""))
                : "";
        String detail = finding.path("detail").asString("");
        return Messages.say(
                "check.fault", finding.path("kind").asString(""), place.isEmpty() ? detail : place + " — " + detail);
    }

    private void say(JsonNode progress) {
        String step = progress.path("step").asString("");
        if (!step.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(Messages.say(
                            "check.progress",
                            Messages.say("check.step." + step),
                            progress.path("done").asLong(0),
                            progress.path("total").asLong(0)));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble(ExitCode.INTERNAL, Messages.say("check.failed"));
        }
    }
}
