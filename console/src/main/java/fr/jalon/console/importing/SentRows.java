package fr.jalon.console.importing;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.read.WorkbookTooLargeException;
import fr.jalon.tables.row.MalformedRow;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of a table that was sent, by their places, to say which one is meant. */
final class SentRows {
    /** Beyond these a row goes by its number alone. */
    private static final int MOST = 20_000;

    private final Map<Place, Row> rows = new HashMap<>();
    private final Map<String, Row> headers = new HashMap<>();
    private final String first;

    /** A row's sheet, empty where the table has none, and its number. */
    record Place(String sheet, long line) {}

    private SentRows(Tables tables) throws IOException {
        List<? extends Rows> shown = tables.shown();
        first = Objects.requireNonNullElse(shown.getFirst().sheet(), "");
        for (Rows sheet : shown) {
            String name = Objects.requireNonNullElse(sheet.sheet(), "");
            try {
                fill(name, sheet);
            } catch (BrokenTableException | WorkbookTooLargeException _) {
                // What follows is no row to be shown; the register says that it cannot be read.
                break;
            }
        }
    }

    static SentRows of(SentTable table) throws IOException {
        return table.read(SentRows::new);
    }

    private void fill(String name, Rows sheet) throws IOException {
        Row header = sheet.next();
        if (header == null) {
            return;
        }
        headers.put(name, header);
        for (Row row = sheet.next(); row != null && rows.size() < MOST; row = sheet.next()) {
            rows.put(new Place(name, row.number()), row);
        }
    }

    /** Where a result's row is: one of the first sheet where it names none. */
    Place place(JsonNode result) {
        return new Place(
                result.path("sheet").asString(first), result.path("line").asLong(0));
    }

    Optional<Row> row(Place place) {
        return Optional.ofNullable(rows.get(place));
    }

    List<String> header(String sheet) {
        Row header = headers.get(sheet);
        return header == null ? List.of() : header.cells();
    }

    /** What stands in a row under a header; null where nothing does. */
    @Nullable
    String cell(Place place, String header) {
        List<String> written = header(place.sheet());
        for (int at = 0; at < written.size(); at++) {
            if (written.get(at).strip().equals(header)) {
                List<String> cells = row(place).map(Row::cells).orElse(List.of());
                return at < cells.size() && !cells.get(at).isBlank() ? cells.get(at) : null;
            }
        }
        return null;
    }

    /** The entry of a row in words; its cells where it cannot be read as one. */
    String said(Place place, Language language) {
        Row row = rows.get(place);
        if (row == null) {
            return "";
        }
        try {
            JsonNode entry =
                    EntryJson.tree(TableReader.under(headers.get(place.sheet())).read(row));
            String when = SaidDates.in(language).effective(entry.path("effective"));
            String content = new EntryWords(language, List.of()).content(entry);
            return when.isEmpty() ? content : content + ", " + when;
        } catch (MalformedRow malformed) {
            return row.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" · "));
        }
    }
}
