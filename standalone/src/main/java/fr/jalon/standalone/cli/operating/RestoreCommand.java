package fr.jalon.standalone.cli.operating;

import fr.jalon.postgres.ProgramsHere;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.Backup;
import fr.jalon.standalone.server.Restored;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jalon restore}: makes a data directory of a backup, and checks it whole. */
@Command(name = "restore", mixinStandardHelpOptions = true)
public final class RestoreCommand implements Runnable {
    @Parameters(paramLabel = "${bundle:label.backup}", descriptionKey = "restore.from")
    @SuppressWarnings("NullAway.Init")
    private Path from;

    @Mixin
    private final DataDirectory data = new DataDirectory();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Path into = data.path();
        Backup backup = Backup.in(from)
                .orElseThrow(
                        () -> new Trouble(ExitCode.REFUSED, Messages.say("restore.no-backup", from.toAbsolutePath())));
        requireReadable(from);
        if (!Backup.isFree(into)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("directory.not-empty", into.toAbsolutePath()));
        }
        try {
            backup.restore(into);
        } catch (UncheckedIOException e) {
            throw new Trouble(ExitCode.INTERNAL, Messages.say("restore.failed", into, DataDirectory.reason(e)));
        }
        out.println(
                Messages.say("restore.done", into.toAbsolutePath(), backup.at().toString()));
        out.flush();
        Restored restored = DataDirectory.told(into, () -> Restored.check(into));
        restored.faults().forEach(fault -> out.println("  " + fault));
        out.flush();
        if (!restored.faults().isEmpty()) {
            throw new Trouble(
                    ExitCode.REFUSED,
                    Messages.say("check.faults", restored.faults().size()));
        }
        out.println(Messages.say("check.sound", restored.entries()));
        out.println(Messages.say("restore.next"));
    }

    private static void requireReadable(Path backup) {
        String made = ProgramsHere.versionThatMade(backup);
        if (made != null && !ProgramsHere.canRead(made)) {
            throw new Trouble(
                    ExitCode.CONFIGURATION, Messages.say("doctor.postgres.fault", made, ProgramsHere.version()));
        }
    }
}
