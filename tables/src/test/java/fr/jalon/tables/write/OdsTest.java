package fr.jalon.tables.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.workbook.OdsTables;
import fr.jalon.tables.workbook.XlsxTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenDocument workbooks as they are written, read again by the reader of those that people send. */
class OdsTest {
    private static final Pick TYPES = new Pick(List.of("Financement accordé", "Financement renouvelé"), true);
    private static final Pick CARRIERS = new Pick(List.of("ADPEI (adpei)", "L'Étape <et & \"plus\">"), false);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "  deux   mots ",
                "a\tb",
                "deux\n\nlignes\n",
                "_x000D_",
                "12 000,50",
                "26/01/2023",
                "<&>\"'",
                "é\u00a0è \uD83D\uDE00"
            })
    void a_text_comes_back_letter_by_letter(String text) throws IOException {
        assertThat(written(text, "fin").cells()).containsExactly(text, "fin");
    }

    @Test
    void numbers_and_truths_are_such_and_what_cannot_be_held_exactly_is_a_text() throws IOException {
        assertThat(written(12L, new BigDecimal("12.125"), new BigDecimal("123456789012345678.5"), true, null, "fin"))
                .isEqualTo(new Row(
                        2,
                        List.of("12", "12.125", "123456789012345678.5", "VRAI", "", "fin"),
                        Set.of(0, 1),
                        Set.of(),
                        Map.of()));
    }

    @Test
    void lines_end_as_ours_do_and_what_xml_cannot_hold_is_seen_to_be_missing() throws IOException {
        assertThat(written("a\r\nb\rc", "\u0001\uFFFF.").cells()).containsExactly("a\nb\nc", "\uFFFD\uFFFD.");
    }

    @Test
    void the_first_part_says_what_it_is_and_none_when_it_was_made() throws IOException {
        byte[] file = table("x");

        assertThat(new String(file, 0, 84, StandardCharsets.ISO_8859_1))
                .startsWith("PK")
                .endsWith("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        assertThat(table("x")).isEqualTo(file);
    }

    @Test
    void a_text_that_no_cell_can_hold_is_refused() {
        assertThatThrownBy(() -> table("x".repeat(32_768))).isInstanceOf(CellTooLongException.class);
    }

    @Test
    void a_form_has_the_same_cells_in_both_kinds_of_workbook() throws IOException {
        WorkbookForm form = form();
        Path xlsx = folder.resolve("form.xlsx");
        Path ods = folder.resolve("form.ods");
        try (OutputStream out = Files.newOutputStream(xlsx)) {
            form.write(Format.XLSX, out);
        }
        try (OutputStream out = Files.newOutputStream(ods)) {
            form.write(Format.ODS, out);
        }

        try (Tables one = XlsxTables.open(xlsx);
                Tables other = OdsTables.open(ods)) {
            assertThat(other.sheets()).isEqualTo(one.sheets()).containsExactly("Saisie", "Aide", "Listes");
            assertThat(rows(other)).isEqualTo(rows(one)).hasSize(4);
        }
    }

    @Test
    void the_cells_of_a_form_are_picked_from_the_sheet_of_lists_that_is_not_shown() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form().write(Format.ODS, out);
        String content = part(out.toByteArray(), "content.xml");

        assertThat(content)
                .contains("table:name=\"list1\" table:condition=\"of:cell-content-is-in-list([$'Listes'.$A$1:.$A$2])\"")
                .contains("table:name=\"list2\" table:condition=\"of:cell-content-is-in-list([$'Listes'.$B$1:.$B$2])\"")
                .containsOnlyOnce("table:display=\"true\"/></table:content-validation>")
                .contains("<table:table-row table:number-rows-repeated=\"999\"><table:table-cell"
                        + " table:style-name=\"text\" table:content-validation-name=\"list1\"/>")
                .contains("fo:background-color=\"#CFDDF5\"");
        assertThat(part(out.toByteArray(), "settings.xml")).contains("VerticalSplitPosition", "Saisie");
    }

    private static WorkbookForm form() {
        List<FormColumn> columns = List.of(
                new FormColumn("Type", 24, true, "CFDDF5", TYPES),
                new FormColumn("Porteur", 24, true, null, CARRIERS),
                new FormColumn("Montant", 24, false, null, null));
        FormSheet table = new FormSheet("Saisie", columns, List.of(List.of("Financement accordé", "", "")));
        FormSheet help = new FormSheet(
                "Aide",
                List.of(FormColumn.read("Colonne", 24), FormColumn.read("Comment", 60)),
                List.of(List.of("Type", "un nom")));
        return new WorkbookForm(List.of(table, help), "Listes");
    }

    private Row written(@Nullable Object... cells) throws IOException {
        Path file = Files.write(folder.resolve("table.ods"), table(cells));
        try (Tables tables = OdsTables.open(file)) {
            return rows(tables).get(1);
        }
    }

    private static byte[] table(@Nullable Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetColumn column = new SheetColumn("colonne", false, List.of());
        List<SheetColumn> columns = Collections.nCopies(cells.length, column);
        try (Sheet sheet = Sheet.open(Format.ODS, out, columns, false)) {
            sheet.row(Arrays.asList(cells));
        }
        return out.toByteArray();
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

    private String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(folder.resolve("part.ods"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
