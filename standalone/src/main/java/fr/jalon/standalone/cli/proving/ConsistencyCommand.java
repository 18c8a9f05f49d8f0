package fr.jalon.standalone.cli.proving;

import fr.jalon.log.VerifierKey;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/**
 * {@code jalon consistency}: whether the log has only grown since a checkpoint that was kept. What the server says is
 * verified here; saved by {@code --save}, it is verified with no server by {@code --proof}.
 */
@Command(name = "consistency", mixinStandardHelpOptions = true)
public final class ConsistencyCommand extends Asking {
    @Parameters(index = "0", paramLabel = "${bundle:label.checkpoint}", descriptionKey = "consistency.old")
    @SuppressWarnings("NullAway.Init")
    private Path old;

    @Option(names = "--proof", paramLabel = "${bundle:label.file}", descriptionKey = "consistency.proof")
    private @Nullable Path proof;

    @Option(names = "--save", paramLabel = "${bundle:label.file}", descriptionKey = "consistency.save")
    private @Nullable Path save;

    @Mixin
    private final LogKeys keys = new LogKeys();

    @Override
    public void run() {
        String kept = text(old);
        Growth growth = proof == null ? asked(kept) : read(proof);
        List<VerifierKey> trusted = keys.orElse(growth::keys);
        SignedHead before = SignedHead.of(kept, trusted, old);
        SignedHead now = SignedHead.of(growth.checkpoint(), trusted, proof == null ? server().address() : proof);
        growth.prove(before.checkpoint(), now.checkpoint());
        out().println(Messages.say(
                "consistency.grown",
                before.checkpoint().size(),
                now.checkpoint().size()));
        out().println(Messages.say(
                keys.areGiven() ? "verify.trusted" : "log.untrusted", now.key().text()));
    }

    private Growth asked(String kept) {
        List<VerifierKey> shown = keys.orElse(() -> server().text("/log/key"));
        Growth growth = Growth.asked(server(), SignedHead.of(kept, shown, old).checkpoint());
        if (save != null) {
            byte[] json = growth.json().toPrettyString().getBytes(StandardCharsets.UTF_8);
            CarriedFile.write(() -> new ByteArrayInputStream(json), save);
        }
        return growth;
    }

    private static Growth read(Path file) {
        try {
            return Growth.read(text(file));
        } catch (JacksonException notOne) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("consistency.no-proof", file));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Trouble(ExitCode.USAGE, Messages.say("import.no-file", file));
        }
    }
}
