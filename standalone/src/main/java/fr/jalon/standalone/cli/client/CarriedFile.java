package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that the server gives, written where it is wanted. */
public final class CarriedFile {
    private static final int AT_ONCE = 1 << 16;

    private CarriedFile() {}

    /** Writes it whole, to standard output where no file is named. */
    public static void write(Supplier<InputStream> asked, @Nullable Path file) {
        try (InputStream answer = asked.get()) {
            if (file == null) {
                print(answer);
            } else {
                write(answer, file.toAbsolutePath(), file.resolveSibling(file.getFileName() + ".part"));
            }
        } catch (IOException broken) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("export.cut"));
        }
    }

    /** The same of what is no text, which would do a terminal harm. */
    public static void writeBinary(Supplier<InputStream> asked, @Nullable Path file) {
        if (file == null && Surroundings.current().output() == Surroundings.Output.TERMINAL) {
            throw new Trouble(ExitCode.USAGE, Messages.say("output.binary"));
        }
        write(asked, file);
    }

    /** Bytes, not lines: a workbook is none. */
    private static void print(InputStream answer) throws IOException {
        OutputStream out = Surroundings.current().out();
        byte[] bytes = new byte[AT_ONCE];
        for (int read = answer.read(bytes); read >= 0; read = answer.read(bytes)) {
            try {
                out.write(bytes, 0, read);
            } catch (IOException full) {
                throw Trouble.notWritten();
            }
        }
    }

    /** Beside the file first: a file that broke off never stands under its name. */
    private static void write(InputStream answer, Path file, Path beside) throws IOException {
        try {
            Files.copy(answer, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException missing) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("export.no-folder", file));
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
