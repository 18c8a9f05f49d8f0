package fr.jalon.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Inert;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableReader;
import fr.jalon.tables.workbook.OdsTables;
import fr.jalon.tables.write.Format;
import fr.jalon.tables.write.Sheet;
import fr.jalon.tables.write.SheetColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as a table's row is read as the same entry, whatever is in it. */
class TakenBackTest {
    private static final long SEED = 0x7ab1e;

    static List<EntryType> types() {
        return EntryType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_of_entry_comes_back(EntryType type) throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(TakenBackTest.class.getResourceAsStream("/golden/" + type.name() + ".json"))) {
            assertTakenBack(List.of(EntryJson.read(new String(golden.readAllBytes(), StandardCharsets.UTF_8))));
        }
    }

    @Test
    void a_whole_register_comes_back() throws IOException {
        assertTakenBack(RandomRegisters.of(SEED, "lille", 300).stream()
                .map(Recorded::entry)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "'=1+1",
                "''",
                "'",
                "-5",
                "+33 3 20",
                "@x",
                "\tx",
                "＝1+1",
                "Lyon, =1+1; -5 | @x",
                "Lyon,'=1",
                "deux\n- lignes\n'- de plus",
                "\"=1+1\"",
                "_x000D_ et _x005F_x000D_",
                "a|b (c)|d",
                "a\\b",
                "(x) (y)",
                "\"q\"; r",
                " around ",
                "deux\nlignes",
                "12 000,50",
                "26/01/2023",
                "Prévu",
                "<script>alert(1)</script>&amp;]]>",
                "é\u00a0è"
            })
    void a_text_comes_back_letter_by_letter(String text) throws IOException {
        String json = EntryJson.write(EntryJson.read("""
            {"entryId": "00000000-0000-4000-8000-000000000001", "territory": "lille", "type": "steering-committee-held",
            "effective": "2023", "status": "actual", "meeting": {"id": "m", "name": "§"}, "level": "local", "participants":
            [{"id": "a", "name": "§"}, "b"], "source": {"title": "§", "locator": "§"}, "note": "§"}\
            """.replace("\"§\"", Json.MAPPER.writeValueAsString(text))));
        assertTakenBack(List.of(EntryJson.read(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.125",
                "-999.999",
                "1234.567",
                "0.125",
                "0.1",
                "12000",
                "123456789012345678.123456",
                "0.000001"
            })
    void a_number_comes_back_exactly(String value) throws IOException {
        assertTakenBack(List.of(EntryJson.read("""
            {"entryId": "00000000-0000-4000-8000-000000000001", "territory": "lille", "type": "figure-reported",
            "effective": "2023", "status": "actual", "indicator": "i", "programme": "p", "value": "§"}\
            """.replace("§", value))));
    }

    @Test
    void in_a_workbook_a_text_that_looks_escaped_is_escaped_and_a_number_has_fifteen_digits_or_is_a_text()
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = Sheet.open(Format.XLSX, out, plain(List.of("a", "b", "c")), false)) {
            sheet.row(List.of("_x000D_ a_b", new BigDecimal("12345.678901"), new BigDecimal("1234567890123.4567")));
        }
        assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml"))
                .contains("_x005F_x000D_ a_b", "<v>12345.678901</v>", ">1234567890123.4567</t>")
                .doesNotContain("a_x005F_b");
    }

    @Test
    void in_a_workbook_dates_stay_texts_when_they_are_typed_anew_and_what_a_row_does_is_picked() throws IOException {
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        ByteArrayOutputStream ods = new ByteArrayOutputStream();
        List<String> columns = new ArrayList<>(ExportColumns.OF_CHANGEABLE);
        columns.add("effective");
        for (Format format : List.of(Format.XLSX, Format.ODS)) {
            try (Sheet sheet =
                    Sheet.open(format, format == Format.XLSX ? xlsx : ods, ExportColumns.of(columns), false)) {
                sheet.row(Arrays.asList(1L, "current", null, null, null, "2023-05"));
            }
        }

        assertThat(part(xlsx.toByteArray(), "xl/styles.xml")).contains("formatCode=\"@\"");
        assertThat(part(xlsx.toByteArray(), "xl/worksheets/sheet1.xml"))
                .containsPattern("<col min=\"6\"[^>]* style=\"[1-9]")
                .containsPattern("<c r=\"F2\" s=\"[1-9]")
                .contains("Que fait la ligne", "sqref=\"C2:C1048576\"", "corrige,précise,retire,");
        assertThat(part(ods.toByteArray(), "content.xml"))
                .contains(
                        "cell-content-is-in-list(&quot;corrige&quot;;&quot;précise&quot;;",
                        "content-validation-name=\"list3\"")
                .contains("default-cell-style-name=\"text\"", "table:style-name=\"text\" office:value-type");
        assertThat(rows(ods.toByteArray()).getFirst().cells())
                .containsExactly(
                        "register.position",
                        "register.standing",
                        "Que fait la ligne",
                        "Motif du changement",
                        "Qui conteste",
                        "effective");
    }

    private static String part(byte[] workbook, String name) throws IOException {
        Path file = Files.createTempFile("classeur", ".xlsx");
        try (ZipFile zip = new ZipFile(Files.write(file, workbook).toFile());
                InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    private static void assertTakenBack(List<Entry> entries) throws IOException {
        for (Format format : List.of(Format.CSV, Format.ODS)) {
            assertTakenBack(entries, format);
        }
    }

    private static void assertTakenBack(List<Entry> entries, Format format) throws IOException {
        List<String> columns = List.copyOf(Cells.OF_ENTRIES.keySet());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = Sheet.open(format, out, plain(columns), false)) {
            for (Entry entry : entries) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (Column column : Cells.OF_ENTRIES.values()) {
                    cells.add(Cells.of(EntryJson.tree(entry), column));
                }
                sheet.row(cells);
            }
        }
        List<Row> rows = format == Format.CSV ? rows(out.toString(StandardCharsets.UTF_8)) : rows(out.toByteArray());
        TableReader reader = TableReader.under(rows.getFirst());
        assertThat(rows.subList(1, rows.size()).stream().map(row -> EntryJson.write(reader.read(row))))
                .as("seed %d, %s", SEED, format)
                .containsExactlyElementsOf(
                        entries.stream().map(EntryJson::write).toList());
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("classeur", ".ods");
        try (Tables tables = OdsTables.open(Files.write(file, workbook))) {
            List<Row> read = new ArrayList<>();
            Rows rows = tables.shown().getFirst();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read.add(row);
            }
            return read;
        } finally {
            Files.delete(file);
        }
    }

    private static List<Row> rows(String csv) throws IOException {
        try (var records = CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv)) {
            List<List<String>> cells = records.stream()
                    .map(each -> each.getFields().stream().map(Inert::read).toList())
                    .toList();
            return IntStream.range(0, cells.size())
                    .mapToObj(i -> new Row(i + 1L, cells.get(i), Map.of()))
                    .toList();
        }
    }

    private static List<SheetColumn> plain(List<String> heads) {
        return heads.stream()
                .map(head -> new SheetColumn(head, false, List.of()))
                .toList();
    }
}
