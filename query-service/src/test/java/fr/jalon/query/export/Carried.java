package fr.jalon.query.export;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.jalon.events.json.Json;
import fr.jalon.query.QueryServer;
import fr.jalon.tables.column.Inert;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.TableFaultCode;
import fr.jalon.tables.workbook.OdsTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A file as it came, and its rows as programs read them: empty cells are not there. */
public record Carried(int status, HttpResponse<byte[]> response) {
    private static final Map<String, String> TRUTHS = Map.of("VRAI", "true", "FAUX", "false");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Carried of(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Carried(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the shared server gives to an auditor; parameters are names and values by turns. */
    public static Carried carry(String path, String... parameters) {
        return of(QueryServer.shared().question(path, parameters));
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public List<Map<String, String>> csv(char separator) {
        return csv(separator, Inert::read);
    }

    /** The cells as a spreadsheet finds them. */
    public List<Map<String, String>> rawCsv(char separator) {
        return csv(separator, UnaryOperator.identity());
    }

    private List<Map<String, String>> csv(char separator, UnaryOperator<String> read) {
        try (var records = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text())) {
            return rows(records.stream()
                    .map(each -> each.getFields().stream().map(read).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Map<String, String>> json() {
        return Json.MAPPER
                .readTree(bytes())
                .valueStream()
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    row.forEachEntry((name, value) -> {
                        if (!value.asString().isEmpty()) {
                            cells.put(name, value.asString());
                        }
                    });
                    return cells;
                })
                .toList();
    }

    /** The cells of a workbook; a formula among them fails the test. */
    public List<Map<String, String>> xlsx() {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes()));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            return rows(sheet.map(row -> row.stream().map(Carried::shown).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of an OpenDocument workbook. */
    public List<Map<String, String>> ods() {
        try {
            Path file = Files.createTempFile("export", ".ods");
            try (Tables tables = OdsTables.open(Files.write(file, bytes()))) {
                List<List<String>> cells = new ArrayList<>();
                Rows rows = tables.shown().getFirst();
                for (var row = rows.next(); row != null; row = rows.next()) {
                    assertNoFormula(row.unreadable());
                    cells.add(row.cells().stream()
                            .map(cell -> TRUTHS.getOrDefault(cell, cell))
                            .toList());
                }
                return rows(cells.stream());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNoFormula(Map<Integer, TableFaultCode> unreadable) {
        if (!unreadable.isEmpty()) {
            throw new AssertionError("Cells that are no values: " + unreadable);
        }
    }

    private static String shown(Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA) {
            throw new AssertionError("A formula: " + cell.getFormula());
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().toPlainString()
                : cell.getValue().toString();
    }

    private static List<Map<String, String>> rows(Stream<List<String>> cells) {
        List<List<String>> all = cells.toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : all.subList(1, all.size())) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    named.put(all.getFirst().get(i), row.get(i));
                }
            }
            rows.add(named);
        }
        return rows;
    }
}
