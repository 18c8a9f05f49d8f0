package fr.jalon.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final int MINUTES_OF_DAY = 1440;

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
                        new Row(
                                4,
                                List.of("deux\nlignes & <plus>", "2023-01-26", "47800.2"),
                                Set.of(2),
                                Set.of(1),
                                Map.of()));
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
                "#,##0 CHF | 44952 CHF",
                "General | 44952",
                "Standard | 44952",
                "0% | 4495200 %",
                "dd/mm/yyyy hh:mm | 2023-01-26",
                "#,##0.00\\ \"days\" | 44952"
            })
    void a_number_shown_as_a_date_is_as_much_of_it_as_is_shown(String format, String read) throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, 44952);
            sheet.style(0, 0).format(format).set();
        });
        assertThat(rows(file).getFirst().cells()).containsExactly(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44952.5 | dd/mm/yyyy | 2023-01-26",
                "44952.9999 | d mmm yy | 2023-01-26",
                "44952.5 | mm/yyyy | 2023-01",
                "44952.5 | yyyy | 2023",
                "44952.5 | dd/mm/yyyy hh:mm | 2023-01-26T12:00",
                "44951.9999999 | dd/mm/yyyy hh:mm | 2023-01-26",
                "2958465.99 | dd/mm/yyyy | 9999-12-31",
                "2958465.9999999 | dd/mm/yyyy | 2958465.9999999",
                "0.25 | 0% | 25 %",
                "0.07 | 0.00% | 7 %",
                "0.1 | 0.0%;[Red]-0.0% | 10 %",
                "0.5 | h:mm | 12:00",
                "1.5 | [h]:mm:ss | 36:00",
                "0.5 | [=0]\"-\";0.0 | 0.5"
            })
    void a_number_says_what_is_shown_and_a_time_that_is_not_shown_is_none(double number, String format, String read)
            throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, number);
            sheet.style(0, 0).format(format).set();
        });
        assertThat(rows(file).getFirst().cells()).containsExactly(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#,##0.00\\ \"€\" | 12500.5 €",
                "#,##0.00 [$€-40C];[Red]-#,##0.00 [$€-40C] | 12500.5 €",
                "#,##0.00\\ [$€-1];[RED]\\-#,##0.00\\ [$€-1] | 12500.5 €",
                "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_- | 12500.5 €",
                "_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* \"-\"??\\ _€_-;_-@_- | 12500.5",
                "#,##0.00 € | 12500.5 €",
                "€#,##0 | 12500.5 €",
                "0.00 \"euros\" | 12500.5 €",
                "General \"€\" | 12500.5 €",
                "Standard \"€\" | 12500.5 €",
                "0.00E+00 \"€\" | 12500.5 €",
                "0.00 [$EUR] | 12500.5 €",
                "#,##0, \"k€\" | 12500.5 k€",
                "[$$-409]#,##0.00 | 12500.5 $",
                "\\£#,##0.00 | 12500.5 £",
                "#,##0.00\\ \"CHF\" | 12500.5 CHF",
                "[$-40C]#,##0.00 | 12500.5",
                "0.00E+00 | 12500.5",
                "0.0 \"chantiers\" | 12500.5",
                "#,##0.00\" | 12500.5"
            })
    void a_sum_keeps_the_currency_that_is_shown(String format, String read) throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, 12500.5);
            sheet.style(0, 0).format(format).set();
        });
        assertThat(rows(file)).containsExactly(new Row(1, List.of(read), Set.of(0), Set.of(), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"4, 12500.5", "7, 12500.5 €", "8, 12500.5 €", "39, 12500.5", "43, 12500.5", "44, 12500.5 €"})
    void a_format_that_every_workbook_has_is_of_the_readers_currency(int format, String read) throws IOException {
        Path file = Zipped.sheet("<row><c s='0'><v>12500.5</v></c></row>")
                .with("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='" + format + "'/></cellXfs></styleSheet>")
                .in(folder);
        assertThat(rows(file).getFirst().cells()).containsExactly(read);
    }

    @Test
    void every_minute_of_a_day_is_the_one_that_is_shown() throws IOException {
        Path file = workbook(sheet -> {
            for (int minute = 0; minute < MINUTES_OF_DAY; minute++) {
                sheet.value(minute, 0, minute / (double) MINUTES_OF_DAY);
                sheet.style(minute, 0).format("h:mm").set();
                sheet.value(minute, 1, 44952 + minute / (double) MINUTES_OF_DAY);
                sheet.style(minute, 1).format("dd/mm/yyyy hh:mm").set();
            }
        });
        List<List<String>> shown = Stream.iterate(LocalDateTime.of(2023, 1, 26, 0, 0), time -> time.plusMinutes(1))
                .limit(MINUTES_OF_DAY)
                .map(time -> List.of(
                        "%d:%02d".formatted(time.getHour(), time.getMinute()),
                        time.toString().replace("T00:00", "")))
                .toList();
        assertThat(rows(file)).extracting(Row::cells).containsExactlyElementsOf(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-26, 14, 2023-01-26",
        "2023-01-26T09:30:00, 14, 2023-01-26",
        "2023-01-26T09:30:00.000, 17, 2023-01",
        "2023-01-26T09:30:00, 22, 2023-01-26T09:30:00",
        "2023-01-26T00:00:00Z, 0, 2023-01-26"
    })
    void a_day_written_as_a_day_is_as_much_of_it_as_is_shown(String inFile, int format, String read)
            throws IOException {
        Path file = Zipped.sheet("<row><c t='d' s='0'><v>" + inFile + "</v></c></row>")
                .with("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='" + format + "'/></cellXfs></styleSheet>")
                .in(folder);
        assertThat(rows(file).getFirst().cells()).containsExactly(read);
    }

    @Test
    void what_a_workbook_escapes_is_read_as_it_is_meant() throws IOException {
        Path file = Zipped.sheet("<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>a_x005F_x000D_b</t></is></c>"
                        + "<c t='str'><v>a_x0009_b</v></c></row>")
                .with("xl/sharedStrings.xml", "<sst><si><t>deux_x000D_\nlignes_x000D_et une</t></si></sst>")
                .in(folder);
        assertThat(rows(file).getFirst().cells()).containsExactly("deux\nlignes\net une", "a_x000D_b", "a\tb");
    }

    @Test
    void parts_are_found_whatever_the_case_of_their_names_and_the_way_to_them() throws IOException {
        String cells = "<row><c t='s'><v>0</v></c></row>";
        Map<String, Zipped> ways = new LinkedHashMap<>();
        ways.put("another case", Zipped.sheet(cells).called(name -> name.toUpperCase(Locale.ROOT)));
        ways.put("backslashes", Zipped.sheet(cells).called(name -> name.replace('/', '\\')));
        ways.put("./", Zipped.sheet(cells).targets("./worksheets/sheet1.xml", "./sharedStrings.xml"));
        ways.put(
                "../",
                Zipped.sheet(cells).targets("../xl/worksheets/../worksheets/sheet1.xml", "../xl/sharedStrings.xml"));
        ways.put("from the root", Zipped.sheet(cells).targets("/xl/worksheets/sheet1.xml", "/XL/SharedStrings.xml"));
        for (Map.Entry<String, Zipped> way : ways.entrySet()) {
            Path file = way.getValue()
                    .with("xl/sharedStrings.xml", "<sst><si><t>lu</t></si></sst>")
                    .in(folder);
            assertThat(rows(file)).as(way.getKey()).extracting(Row::cells).containsExactly(List.of("lu"));
        }
    }

    @Test
    void what_a_workbook_speaks_of_and_does_not_hold_is_passed_over() throws IOException {
        Path file = Zipped.sheet("<row><c s='3'><v>1</v></c><c t='s'><v>0</v></c></row>")
                .without("xl/styles.xml")
                .without("xl/sharedStrings.xml")
                .in(folder);
        assertThat(rows(file))
                .containsExactly(new Row(1, List.of("1"), Set.of(0), Set.of(), Map.of(1, TableFaultCode.ERROR_CELL)));
    }

    @Test
    void the_first_sheet_of_cells_is_read_where_a_chart_comes_before_it() throws IOException {
        Path file = Zipped.sheet("<row><c><v>1</v></c></row>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='Graphique' r:id='c0'/><sheet name='Perdue' r:id='c1'/>"
                                + "<sheet name='Saisie' r:id='r0'/></sheets></workbook>")
                .related("xl/_rels/workbook.xml.rels", "c0", "chartsheet", "chartsheets/sheet1.xml")
                .related("xl/_rels/workbook.xml.rels", "c1", "worksheet", "worksheets/none.xml")
                .with("xl/chartsheets/sheet1.xml", "<chartsheet/>")
                .in(folder);
        try (Tables tables = XlsxTables.open(file)) {
            assertThat(tables.sheets()).contains("Graphique", "Perdue");
            assertThat(tables.shown()).extracting(Rows::sheet).containsExactly("Saisie");
            assertThat(tables.shown().getFirst().next()).isNotNull();
        }
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
        "0.30000000000000004, 0.3",
        "1.1000000000000001, 1.1",
        "0.1000000000000000055511151231257827021181583404541015625, 0.1",
        "12345678901234567, 12345678901234600",
        "12.125, 12.125",
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
        try (Tables tables = XlsxTables.open(file)) {
            assertThat(tables.sheets()).containsExactly("Listes", "Inscriptions", "Aide");
            assertThat(tables.shown()).extracting(Rows::sheet).containsExactly("Inscriptions", "Aide");
            assertThat(String.valueOf(tables.shown().getFirst().next())).contains("yes");
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
        assertBroken(Zipped.sheet("").with("xl/workbook.xml", "<workbook/>").in(folder), TableFaultCode.NO_SHEET);
        assertBroken(Zipped.sheet("").without("xl/workbook.xml").in(folder), TableFaultCode.NOT_A_WORKBOOK);
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
        try (Tables workbook = XlsxTables.open(file)) {
            Rows first = workbook.shown().getFirst();
            for (Row row = first.next(); row != null; row = first.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
