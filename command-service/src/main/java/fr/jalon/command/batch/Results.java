package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.events.json.Json;
import fr.jalon.tables.read.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes what became of each line, and counts. */
final class Results implements ResultsInOrder.Sink {
    private final OutputStream out;
    private final boolean dryRun;
    private final Locale locale;
    private @Nullable String sheet;
    private final Map<LineStatus, Long> counts = new EnumMap<>(LineStatus.class);

    Results(OutputStream out, boolean dryRun, Locale locale) {
        this.out = out;
        this.dryRun = dryRun;
        this.locale = locale;
    }

    /** Names the sheet that the lines are rows of, where they are any's. */
    void inSheet(@Nullable String sheet) {
        this.sheet = sheet;
    }

    @Override
    public void write(LineResult result) throws IOException {
        counts.merge(result.status(), 1L, Long::sum);
        line(result.json(dryRun, locale, sheet));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The last line of an answer to a table: an answer without it broke off. */
    void summary(Rows rows, boolean isWhole) throws IOException {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode summary = json.putObject("summary");
        summary.put("rows", counts.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode byStatus = summary.putObject("counts");
        counts.forEach((status, count) -> byStatus.put(status.code(), count));
        summary.put("complete", isWhole);
        if (rows.sheet() != null) {
            summary.put("sheet", rows.sheet());
            rows.otherSheets().forEach(summary.putArray("otherSheets")::add);
        }
        line(json.toString());
        flush();
    }

    private void line(String json) throws IOException {
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
