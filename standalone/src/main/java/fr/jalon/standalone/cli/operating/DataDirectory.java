package fr.jalon.standalone.cli.operating;

import fr.jalon.events.language.Language;
import fr.jalon.postgres.DataDirectoryInUse;
import fr.jalon.postgres.DataDirectoryNotOurs;
import fr.jalon.postgres.DatabaseAtHand;
import fr.jalon.postgres.EmbeddedPostgresException;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.standalone.server.UnknownSchemaException;
import fr.jalon.web.start.RefusedStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The data directory that a command works on, on the machine itself and as its owner, served or not. */
final class DataDirectory {
    @Option(names = "--data", paramLabel = "${bundle:label.dir}", descriptionKey = "data.served", defaultValue = "data")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    Path path() {
        return path;
    }

    /** Sees to it that there is a register in it. */
    Path existing() {
        if (!DatabaseAtHand.isIn(path)) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("data.none", path.toAbsolutePath()));
        }
        return path;
    }

    /** Does something with one, and tells in a sentence why it cannot be done. */
    static <T> T told(Path directory, Supplier<T> deed) {
        boolean french = Surroundings.current().language() == Language.FRENCH;
        try {
            return deed.get();
        } catch (UnknownSchemaException unknown) {
            throw new Trouble(ExitCode.CONFIGURATION, Messages.say("data.unknown-schema", directory));
        } catch (DataDirectoryInUse inUse) {
            throw new Trouble(ExitCode.UNAVAILABLE, french ? inUse.inFrench() : inUse.inEnglish());
        } catch (DataDirectoryNotOurs notOurs) {
            throw new Trouble(ExitCode.CONFIGURATION, french ? notOurs.inFrench() : notOurs.inEnglish());
        } catch (RefusedStart refused) {
            throw new Trouble(
                    ExitCode.CONFIGURATION, Messages.say("start.refused", String.valueOf(refused.getMessage())));
        } catch (EmbeddedPostgresException broken) {
            throw broken.getCause() instanceof IOException unusable
                    ? new Trouble(ExitCode.CONFIGURATION, Messages.say("data.unusable", directory, reason(unusable)))
                    : new Trouble(ExitCode.INTERNAL, Messages.say("start.failed", String.valueOf(broken.getMessage())));
        }
    }

    static String reason(UncheckedIOException failed) {
        IOException cause = failed.getCause();
        return cause == null ? String.valueOf(failed.getMessage()) : reason(cause);
    }

    /** File systems say why, and of what. */
    private static String reason(IOException unusable) {
        return unusable instanceof FileSystemException of && of.getReason() == null
                ? unusable.getClass().getSimpleName().replace("Exception", "") + " " + of.getFile()
                : String.valueOf(unusable.getMessage());
    }
}
