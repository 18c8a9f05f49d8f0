package fr.jalon.command.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.table.Row;
import fr.jalon.events.table.TableFaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxRowsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_workbook_as_a_spreadsheet_writes_it_is_read_row_by_row() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "Libellé");
            sheet.value(0, 2, "Montant");
            sheet.inlineString(3, 0, "deux\nlignes & <plus>");
            sheet.value(3, 1, LocalDate.of(2023, 1, 26));
            sheet.style(3, 1).format("dd/mm/yyyy").set();
            sheet.value(3, 2, 47800.2);
        });
        assertThat(rows(file))
                .containsExactly(
                        new Row(1, List.of("Libellé", "", "Montant"), Map.of()),
                        new Row(4, List.of("deux\nlignes & <plus>", "2023-01-26", "47800.2"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy | 2023-01-26",
                "[$-40C]d mmm yyyy;@ | 2023-01-26",
                "mmm-yy | 2023-01",
                "mm/yyyy | 2023-01",
                "yyyy | 2023",
                "0.00 | 44952",
                "#,##0.00\\ \"days\" | 44952"
            })
    void a_number_shown_as_a_date_is_as_much_of_it_as_is_shown(String format, String read) throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, 44952);
            sheet.style(0, 0).format(format).set();
        });
        assertThat(rows(file).getFirst().cells()).containsExactly(read);
    }

    @Test
    void texts_with_runs_are_one_text_without_how_they_are_pronounced() throws IOException {
        Path file = Zipped.sheet(
                        "<row><c t='s'><v>1</v></c><c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>no</t></si><si><r><t xml:space='preserve'>Mé </t></r>"
                                + "<r><t>tro</t></r><rPh><t>no</t></rPh></si></sst>")
                .in(folder);
        assertThat(rows(file).getFirst().cells()).containsExactly("Mé tro", "ab");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.10000000000000001, 0.1",
        "45000.5, 45000.5",
        "12345678901234, 12345678901234",
        "1E3, 1000",
        "-0, 0",
        "3.0, 3"
    })
    void numbers_are_read_as_people_write_them(String inFile, String read) throws IOException {
        assertThat(rows(Zipped.sheet("<row><c><v>" + inFile + "</v></c></row>").in(folder))
                        .getFirst()
                        .cells())
                .containsExactly(read);
    }

    @Test
    void a_formula_is_never_worked_out_not_even_by_who_made_it() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "x");
            sheet.formula(1, 0, "HYPERLINK(\"http://127.0.0.1:1\")");
        });
        assertThat(rows(file).get(1).unreadable()).containsExactly(Map.entry(0, TableFaultCode.FORMULA_CELL));
        Row kept = rows(Zipped.sheet("<row><c><f>1+1</f><v>2</v></c></row>").in(folder))
                .getFirst();
        assertThat(kept).isEqualTo(new Row(1, List.of(), Map.of(0, TableFaultCode.FORMULA_CELL)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c t='e'><v>#N/A</v></c>",
                "<c t='s'><v>7</v></c>",
                "<c><v>seven</v></c>",
                "<c t='?'><v>1</v></c>"
            })
    void a_cell_that_holds_no_value_is_marked(String cell) throws IOException {
        assertThat(rows(Zipped.sheet("<row>" + cell + "</row>").in(folder))
                        .getFirst()
                        .unreadable())
                .containsExactly(Map.entry(0, TableFaultCode.ERROR_CELL));
    }

    @Test
    void the_first_sheet_that_is_shown_is_read_and_the_others_are_told() throws IOException {
        Path file = folder.resolve("sheets.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("Listes");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "no");
            workbook.newWorksheet("Inscriptions").value(0, 0, "yes");
            workbook.newWorksheet("Aide").value(0, 0, "no");
        }
        try (XlsxRows rows = XlsxRows.open(file)) {
            assertThat(rows.sheet()).isEqualTo("Inscriptions");
            assertThat(rows.otherSheets()).containsExactly("Listes", "Aide");
            assertThat(String.valueOf(rows.next())).contains("yes");
        }
    }

    @Test
    void days_are_counted_from_1904_where_the_workbook_does() throws IOException {
        Path file = Zipped.sheet("<row><c s='1'><v>43490</v></c></row>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
                                + "<xf numFmtId='14'/></cellXfs></styleSheet>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>"
                                + "<sheet name='F' r:id='r0'/></sheets></workbook>")
                .in(folder);
        assertThat(rows(file).getFirst().cells()).containsExactly("2023-01-26");
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        assertBroken(
                Files.writeString(folder.resolve("old.xls"), "\u00d0\u00cf\u0011\u00e0"),
                TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(Files.writeString(folder.resolve("none.xlsx"), ""), TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(Zipped.sheet("").with("xl/workbook.xml", "<workbook/>").in(folder), TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(Zipped.sheet("<row></c>").in(folder), TableFaultCode.BROKEN_WORKBOOK);
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = Files.createTempFile(folder, "classeur", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Tableur", "1.0")) {
            filling.fill(workbook.newWorksheet("Feuille 1"));
        }
        return file;
    }

    private static void assertBroken(Path file, TableFaultCode code) {
        assertThatThrownBy(() -> rows(file))
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenTableException.class))
                .returns(code, BrokenTableException::code);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (XlsxRows workbook = XlsxRows.open(file)) {
            for (Row row = workbook.next(); row != null; row = workbook.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
