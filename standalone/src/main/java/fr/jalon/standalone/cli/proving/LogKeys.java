package fr.jalon.standalone.cli.proving;

import fr.jalon.log.VerifierKey;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The keys that one has from elsewhere, without which a server vouches for itself. */
public final class LogKeys {
    @Option(names = "--key", paramLabel = "${bundle:label.key}", descriptionKey = "log.key")
    private final List<String> given = new ArrayList<>();

    boolean areGiven() {
        return !given.isEmpty();
    }

    /** Those given, or else what the log itself shows, a key a line. */
    List<VerifierKey> orElse(Supplier<String> shown) {
        return areGiven()
                ? given.stream().map(LogKeys::key).toList()
                : shown.get().lines().map(LogKeys::key).toList();
    }

    static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (RuntimeException notOne) {
            throw new Trouble(ExitCode.USAGE, Messages.say("verify.key", text));
        }
    }
}
