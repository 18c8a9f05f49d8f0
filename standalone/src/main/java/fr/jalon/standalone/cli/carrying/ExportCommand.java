package fr.jalon.standalone.cli.carrying;

import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.client.KnownAtOption;
import fr.jalon.standalone.cli.client.Server;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code jalon export}: one register or all as a file, ids kept. NDJSON, CSV, XLSX and ODS are what {@code jalon
 * import} takes back.
 */
@Command(name = "export", mixinStandardHelpOptions = true)
public final class ExportCommand implements Runnable {
    /** What is written, as it is named on the command line. */
    enum Format {
        NDJSON("entries.ndjson"),
        CSV("entries.csv"),
        XLSX("entries.xlsx"),
        ODS("entries.ods"),
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

    @Parameters(paramLabel = "${bundle:label.territory}", descriptionKey = "export.territory", arity = "0..1")
    private @Nullable String territory;

    @Option(
            names = "--format",
            paramLabel = "${bundle:label.format}",
            descriptionKey = "export.format",
            defaultValue = "ndjson")
    private Format format = Format.NDJSON;

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Option(names = "--out", paramLabel = "${bundle:label.file}", descriptionKey = "export.out")
    private @Nullable Path out;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("knownAt", knownAt.place());
        String register = territory == null ? "" : "/territories/" + Server.segment(territory);
        Supplier<InputStream> asked = () -> server.open(register + "/export/" + format.file, query);
        switch (format) {
            case XLSX, ODS -> CarriedFile.writeBinary(asked, out);
            case NDJSON, CSV, JSON, CLOUDEVENTS -> CarriedFile.write(asked, out);
        }
    }
}
