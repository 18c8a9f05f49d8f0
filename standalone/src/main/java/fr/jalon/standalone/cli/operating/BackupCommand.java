package fr.jalon.standalone.cli.operating;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.Backup;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jalon backup}: a copy of the data directory that a restore can use, taken while it is served or not. */
@Command(name = "backup", mixinStandardHelpOptions = true)
public final class BackupCommand implements Runnable {
    @Parameters(paramLabel = "${bundle:label.dir}", descriptionKey = "backup.into")
    @SuppressWarnings("NullAway.Init")
    private Path into;

    @Mixin
    private final DataDirectory data = new DataDirectory();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        Path from = data.existing();
        if (!Backup.isFree(into)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("directory.not-empty", into.toAbsolutePath()));
        }
        try {
            Backup taken = DataDirectory.told(from, () -> Backup.take(from, into));
            spec.commandLine()
                    .getOut()
                    .println(Messages.say(
                            "backup.done", into.toAbsolutePath(), taken.at().toString(), taken.bytes() >> 20));
        } catch (UncheckedIOException e) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("backup.failed", into, DataDirectory.reason(e)));
        }
    }
}
