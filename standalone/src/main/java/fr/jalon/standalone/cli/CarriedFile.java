package fr.jalon.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that the server gives, written where it is wanted. */
final class CarriedFile {
    private CarriedFile() {}

    /** Writes it whole, to standard output where no file is named. */
    static void write(InputStream answer, @Nullable Path file) {
        try (answer) {
            if (file == null) {
                print(answer);
            } else {
                write(answer, file.toAbsolutePath(), file.resolveSibling(file.getFileName() + ".part"));
            }
        } catch (IOException broken) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("export.cut"));
        }
    }

    /** Bytes, not lines: a workbook is none. */
    private static void print(InputStream answer) throws IOException {
        OutputStream terminal = System.out;
        answer.transferTo(terminal);
        terminal.flush();
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
