package fr.jalon.query.vocabulary;

import static fr.jalon.query.export.Carried.carry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Examples;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Point;
import fr.jalon.query.QueryServer;
import fr.jalon.query.export.Carried;
import fr.jalon.query.export.Cells;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Need;
import fr.jalon.tables.column.TypedField;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.MalformedRow;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableReader;
import fr.jalon.tables.workbook.OdsTables;
import fr.jalon.tables.workbook.XlsxTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TemplatesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_template_in_csv_has_french_headers_that_a_french_spreadsheet_reads() {
        Carried csv = carry("/entry-types/funding-granted/template", "format", "csv");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text())
                .startsWith("\uFEFFTerritoire;Type d’inscription;Date d’effet;Statut;Financement;Financement (nom);")
                .contains(";Montant;Montant (devise);")
                .contains("\r\n;Financement accordé;")
                .hasLineCount(2);
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"funding-granted.csv\"");
        assertThat(csv.header("Content-Language")).isEqualTo("fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void what_the_help_gives_as_an_example_is_an_entry(String language) throws IOException {
        for (EntryType type : EntryType.all()) {
            Carried carried = Carried.of(QueryServer.shared()
                    .question("/entry-types/" + type.name() + "/template")
                    .header("Accept-Language", language));
            List<List<String>> help = sheet(carried.bytes(), 1);
            List<String> headers = help.stream().skip(1).map(List::getFirst).toList();
            List<String> examples = help.stream()
                    .skip(1)
                    .map(row -> row.size() > 3 ? row.get(3) : "")
                    .toList();

            assertThat(sheet(carried.bytes(), 0).getFirst()).isEqualTo(headers);
            ObjectNode read = EntryJson.tree(
                    TableReader.under(new Row(1, headers, Map.of())).read(new Row(2, examples, Map.of())));

            assertThat(inDays(read)).as(type.name()).isEqualTo(inDays((ObjectNode) golden(type)));
        }
    }

    /** As « au plus tard le 31 décembre 2022 » is {@code [..2022]} by its days. */
    private static ObjectNode inDays(ObjectNode entry) {
        return entry.has("effective") && Effective.parse(entry.path("effective").stringValue()) instanceof Point point
                ? entry.put("effective", point.window().toString())
                : entry;
    }

    @Test
    void a_date_in_the_help_is_written_as_people_write_it() throws IOException {
        List<List<String>> help =
                sheet(carry("/entry-types/policy-inscription-recorded/template").bytes(), 1);

        assertThat(help)
                .anyMatch(row -> row.contains("au plus tard le 31 décembre 2022"))
                .anyMatch(row -> row.contains("26/01/2023"));
    }

    @Test
    void a_template_that_nobody_filled_in_records_nothing() throws IOException {
        List<List<String>> table =
                sheet(carry("/entry-types/watchpoint-raised/template").bytes(), 0);
        TableReader reader = TableReader.under(new Row(1, table.getFirst(), Map.of()));

        assertThat(reader.isOnlyBegun(new Row(2, table.get(1), Map.of()))).isTrue();
    }

    /** What is needed is in colour, what may be left out is not. */
    @Test
    void a_column_is_needed_if_and_only_if_an_entry_without_it_is_refused() {
        for (EntryType type : EntryType.all()) {
            List<Column> columns = Columns.of(type);
            List<String> headers = columns.stream().map(Column::name).toList();
            for (Column column :
                    columns.stream().filter(each -> each.need() != Need.ONE_OF).toList()) {
                List<String> cells = columns.stream()
                        .map(each -> isOf(each, column, type) ? "" : cell(type, each))
                        .toList();
                assertThat(isAnEntry(headers, cells))
                        .as(type.name() + " without " + column.name())
                        .isEqualTo(column.need() != Need.ALWAYS);
            }
        }
    }

    @Test
    void a_type_is_called_by_its_label_in_either_language() {
        Carried csv = carry("/entry-types/Financement%20accord%C3%A9/template", "format", "csv");

        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"funding-granted.csv\"");
        assertThat(carry("/entry-types/funding%20GRANTED/template", "format", "csv")
                        .bytes())
                .isEqualTo(csv.bytes());
    }

    @Test
    void a_workbook_has_a_sheet_for_each_type_that_is_about_the_world() throws IOException {
        byte[] workbook = carry("/entry-types/template").bytes();
        List<String> types = new ArrayList<>();
        try (Tables tables = XlsxTables.open(Files.write(folder.resolve("tous.xlsx"), workbook))) {
            for (Rows rows : tables.shown()) {
                Row header = rows.next();
                if (TableReader.isUnder(header)) {
                    types.add(TypedField.type(
                                    Objects.requireNonNull(rows.next()).cells().get(1))
                            .orElseThrow()
                            .name());
                }
            }
        }
        assertThat(types)
                .containsExactlyElementsOf(EntryType.all().stream()
                        .filter(type -> !type.isAboutTheRegister())
                        .map(EntryType::name)
                        .toList());
    }

    @Test
    void a_territorys_workbook_has_its_types_and_its_things_to_pick_from() throws IOException {
        QueryServer.sharedModels().record("2024-01-01T00:00:00Z", """
                {"entryId": "77777777-0000-4000-8000-000000000001", "territory": "modele", "type": "territory-opened",
                "effective": "2019", "status": "actual", "name": "Modèle", "kind": "city"}""");
        QueryServer.sharedModels().record("2024-01-02T00:00:00Z", """
                {"entryId": "77777777-0000-4000-8000-000000000002", "territory": "modele",
                "type": "coordination-carrier-changed", "effective": "2019", "status": "actual",
                "carrier": {"id": "adpei", "name": "ADPEI"}}""");
        Path file = Files.write(
                folder.resolve("m.xlsx"),
                carry("/entry-types/template", "territory", "modele").bytes());

        try (Tables tables = XlsxTables.open(file)) {
            assertThat(tables.sheets())
                    .containsExactly(
                            "Changement de porteur de la coo", "Ouverture du registre du territ", "Aide", "Listes");
        }
        assertThat(part(file, "xl/worksheets/sheet4.xml")).contains("ADPEI (adpei)", "le (modele)");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("Listes");
        assertThat(carry("/entry-types/template", "territory", "nulle-part").status())
                .isEqualTo(404);
    }

    @Test
    void a_template_has_the_same_cells_in_both_kinds_of_workbook() throws IOException {
        for (String path : List.of("/entry-types/funding-granted/template", "/entry-types/template")) {
            Carried ods = carry(path, "format", "ods");
            Path xlsx = Files.write(folder.resolve("m.xlsx"), carry(path).bytes());
            Path file = Files.write(folder.resolve("m.ods"), ods.bytes());

            assertThat(ods.header("Content-Type")).isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
            assertThat(ods.header("Content-Disposition")).endsWith(".ods\"");
            try (Tables one = XlsxTables.open(xlsx);
                    Tables other = OdsTables.open(file)) {
                assertThat(other.sheets()).isEqualTo(one.sheets());
                assertThat(rows(other)).isEqualTo(rows(one));
            }
        }
        assertThat(carry("/entry-types/template", "format", "csv").status()).isEqualTo(400);
    }

    private static List<Row> rows(Tables tables) throws IOException {
        List<Row> read = new ArrayList<>();
        for (Rows rows : tables.shown()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read.add(row);
            }
        }
        return read;
    }

    @Test
    void an_unknown_type_or_format_is_refused() {
        assertThat(carry("/entry-types/none/template").status()).isEqualTo(404);
        assertThat(carry("/entry-types/none/template").text()).contains("unknown-entry-type");
        assertThat(carry("/entry-types/funding-granted/template", "format", "json")
                        .status())
                .isEqualTo(400);
    }

    /** A thing is left out with its name, either of which will do, and a part of a whole with the rest of it. */
    private static boolean isOf(Column each, Column left, EntryType type) {
        List<Column> whole = Columns.of(type).stream()
                .filter(other -> left.path().size() > 1
                        && other.path().getFirst().equals(left.path().getFirst()))
                .toList();
        boolean isNeeded = whole.stream().anyMatch(other -> other.need() == Need.ALWAYS);
        boolean isItsName = left.thing() != null && each.path().getLast().equals("name");
        return each.equals(left) || (whole.contains(each) && (isItsName || !isNeeded));
    }

    private static String cell(EntryType type, Column column) {
        Object cell = column.name().equals("type") ? type.name() : Cells.of(Examples.json(type), column);
        return cell == null ? "" : cell.toString();
    }

    private static boolean isAnEntry(List<String> headers, List<String> cells) {
        try {
            TableReader.under(new Row(1, headers, Map.of())).read(new Row(2, cells, Map.of()));
            return true;
        } catch (MalformedRow malformed) {
            return false;
        }
    }

    private static String part(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode golden(EntryType type) {
        return EntryJson.tree(Examples.of(type));
    }

    private static List<List<String>> sheet(byte[] workbook, int index) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        read.getSheet(index).orElseThrow().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}
