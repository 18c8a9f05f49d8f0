package fr.jalon.standalone.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jalon export}: one register or all as a file, ids kept. NDJSON, CSV and XLSX are what {@code jalon import}
 * takes back.
 */
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

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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
        query.put("knownAt", DayOption.knownAt(knownAt, spec.commandLine().getErr()));
        String register = territory == null ? "" : "/territories/" + Server.segment(territory);
        CarriedFile.write(server.open(register + "/export/" + format.file, query), out);
    }
}
