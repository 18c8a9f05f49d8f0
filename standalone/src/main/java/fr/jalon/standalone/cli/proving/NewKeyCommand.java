package fr.jalon.standalone.cli.proving;

import fr.jalon.log.VerifierKey;
import fr.jalon.seal.log.KeyFile;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jalon new-key}: a signing key for the log, in a file that nobody else reads. What it prints, its public half,
 * may be shown to all.
 */
@Command(name = "new-key", mixinStandardHelpOptions = true)
public final class NewKeyCommand implements Runnable {
    @Parameters(paramLabel = "${bundle:label.file}", descriptionKey = "new-key.file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--name", paramLabel = "${bundle:label.name}", descriptionKey = "new-key.name")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        try {
            VerifierKey verifier = KeyFile.make(file, name == null ? KeyFile.newName() : name);
            spec.commandLine().getOut().println(verifier.text());
        } catch (FileAlreadyExistsException e) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("new-key.there", file));
        } catch (IllegalArgumentException e) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("new-key.no-name", String.valueOf(name)));
        } catch (IOException e) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("error", e));
        }
    }
}
