package fr.jalon.standalone.cli.carrying;

import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.client.Server;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jalon template}: a table to fill in with entries of one type, for {@code jalon import}. */
@Command(name = "template", mixinStandardHelpOptions = true)
public final class TemplateCommand implements Runnable {
    @Mixin
    private final Server server = new Server();

    @Parameters(paramLabel = "${bundle:label.type}", descriptionKey = "template.type")
    @SuppressWarnings("NullAway.Init")
    private String type;

    @Option(names = "--out", paramLabel = "${bundle:label.file}", descriptionKey = "template.out")
    private @Nullable Path out;

    @Override
    public void run() {
        boolean isWorkbook =
                out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        CarriedFile.write(
                () -> server.open(
                        "/entry-types/" + Server.segment(type) + "/template",
                        Map.of("format", isWorkbook ? "xlsx" : "csv")),
                out);
    }
}
