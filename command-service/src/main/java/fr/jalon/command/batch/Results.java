package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.events.json.Json;
import fr.jalon.web.recording.SummaryLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says and writes what became of each line, and counts. */
final class Results implements ResultsInOrder.Sink {
    private final OutputStream out;
    private final boolean dryRun;
    private final Locale locale;
    private final Map<LineStatus, Long> counts = new EnumMap<>(LineStatus.class);

    Results(OutputStream out, boolean dryRun, Locale locale) {
        this.out = out;
        this.dryRun = dryRun;
        this.locale = locale;
    }

    /** A result in the words of the answer; asked by many threads at once. */
    AnsweredLine answered(LineResult result) {
        return new AnsweredLine(result.status(), result.answer(dryRun, locale));
    }

    @Override
    public void write(AnsweredLine line) throws IOException {
        counts.merge(line.status(), 1L, Long::sum);
        line(line.answer());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The last line of an answer to a table: an answer without it broke off. */
    void summary(TableOfEntries table) throws IOException {
        List<String> sheets = table.sheets();
        Map<String, Long> byStatus = new LinkedHashMap<>();
        counts.forEach((status, count) -> byStatus.put(status.code(), count));
        line(new SummaryLine(new SummaryLine.Summary(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                byStatus,
                table.isWhole(),
                sheets.isEmpty() ? null : sheets.getFirst(),
                sheets.size() > 1 ? sheets : null,
                table.otherSheets())));
        flush();
    }

    private void line(Object answer) throws IOException {
        out.write((Json.text(answer) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
