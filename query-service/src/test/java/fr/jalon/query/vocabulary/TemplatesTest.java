package fr.jalon.query.vocabulary;

import static fr.jalon.query.export.Carried.carry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Examples;
import fr.jalon.query.QueryServer;
import fr.jalon.query.export.Carried;
import fr.jalon.tables.column.MalformedRow;
import fr.jalon.tables.column.Row;
import fr.jalon.tables.column.TableReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TemplatesTest {
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
            assertThat(EntryJson.tree(
                            TableReader.under(new Row(1, headers, Map.of())).read(new Row(2, examples, Map.of()))))
                    .as(type.name())
                    .isEqualTo(golden(type));
        }
    }

    @Test
    void a_template_that_nobody_filled_in_records_nothing() throws IOException {
        List<List<String>> table =
                sheet(carry("/entry-types/watchpoint-raised/template").bytes(), 0);
        TableReader reader = TableReader.under(new Row(1, table.getFirst(), Map.of()));

        assertThatThrownBy(() -> reader.read(new Row(2, table.get(1), Map.of())))
                .isInstanceOf(MalformedRow.class)
                .hasMessageContaining("missing-field");
    }

    @Test
    void an_unknown_type_or_format_is_refused() {
        assertThat(carry("/entry-types/none/template").status()).isEqualTo(404);
        assertThat(carry("/entry-types/none/template").text()).contains("unknown-entry-type");
        assertThat(carry("/entry-types/funding-granted/template", "format", "json")
                        .status())
                .isEqualTo(400);
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
