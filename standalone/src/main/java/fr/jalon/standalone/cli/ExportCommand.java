package fr.jalon.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jalon export}: one register or all as a file, ids kept. NDJSON, CSV and XLSX are what {@code jalon import} takes back. */
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class ExportCommand implements Runnable {
    /** What is written, as it is named on the command line. */
    enum Format {
        NDJSON("entries.ndjson"),
        CSV("entries.csv"),
        XLSX("entries.xlsx"),
        JSON("history.json"),
        CLOUDEVENTS("events.ndjson");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private final Server server = new Server();

    @Parameters(paramLabel = "TERRITORY", descriptionKey = "export.territory", arity = "0..1")
    private @Nullable String territory;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "export.format", defaultValue = "ndjson")
    private Format format = Format.NDJSON;

    @Option(names = "--known-at", paramLabel = "INSTANT", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
    private @Nullable Path out;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("knownAt", knownAt);
        String register = territory == null ? "" : "/territories/" + Server.segment(territory);
        try (InputStream answer = server.open(register + "/export/" + format.file, query)) {
            if (out == null) {
                print(answer);
            } else {
                write(answer, out.toAbsolutePath());
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
    private static void write(InputStream answer, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
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
