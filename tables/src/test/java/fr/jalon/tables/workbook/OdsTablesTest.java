package fr.jalon.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdsTablesTest {
    private static final String DAY = " office:value-type='date' office:date-value='2023-01-26T09:30:00'";
    private static final String MONTHS = """
            <number:date-style style:name='N1'><number:month/><number:text>/</number:text><number:year/>\
            </number:date-style><style:style style:family='table-cell' style:name='own' style:data-style-name='N1'/>\
            <style:style style:family='table-cell' style:name='built' style:parent-style-name='own'/>""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void every_kind_of_cell_that_libreoffice_writes_says_what_it_shows() throws IOException {
        Path file = folder.resolve("libreoffice.ods");
        try (InputStream in = Objects.requireNonNull(OdsTablesTest.class.getResourceAsStream("libreoffice.ods"))) {
            Files.copy(in, file);
        }
        assertThat(rows(file))
                .containsExactly(
                        row(1, "Sorte", "Valeur"),
                        row(2, "texte", "  deux   mots, et\nune ligne"),
                        row(3, "commentaire", "vu"),
                        number(4, "nombre", "47800.2"),
                        row(5, "pourcentage", "25 %"),
                        number(6, "euros", "12500.5 €"),
                        number(7, "francs", "12500.5 CHF"),
                        day(8, "jour", "2023-01-26"),
                        day(9, "heure cachée", "2023-01-26"),
                        day(10, "mois", "2023-01"),
                        day(11, "année", "2023"),
                        day(12, "instant", "2023-01-26T09:30:00"),
                        row(13, "durée", "9:30"),
                        row(14, "oui ou non", "VRAI"),
                        new Row(15, List.of("formule"), Map.of(1, TableFaultCode.FORMULA_CELL)),
                        row(16, "fusion", "a", "", "d"),
                        new Row(20, List.of("répété", "7", "7", "7"), Set.of(1, 2, 3), Set.of(), Map.of()),
                        new Row(21, List.of("répété", "7", "7", "7"), Set.of(1, 2, 3), Set.of(), Map.of()));
        try (Tables tables = OdsTables.open(file)) {
            assertThat(tables.sheets()).containsExactly("Listes", "Saisie", "Aide");
            assertThat(tables.shown()).extracting(Rows::sheet).containsExactly("Saisie", "Aide");
        }
    }

    @Test
    void the_first_row_of_each_sheet_can_be_read_before_the_second_of_any() throws IOException {
        Path file = Zipped.sheets(sheet("Un", texts("a") + texts("b"))
                        + sheet("Vide", "")
                        + sheet("Deux", texts("c") + texts("d")))
                .in(folder);
        List<List<String>> read = new ArrayList<>();
        try (Tables tables = OdsTables.open(file)) {
            for (Rows rows : tables.shown()) {
                Row first = rows.next();
                read.add(first == null ? List.of() : first.cells());
            }
            for (Rows rows : tables.shown()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    read.add(row.cells());
                }
            }
        }
        assertThat(read).containsExactly(List.of("a"), List.of(), List.of("c"), List.of("b"), List.of("d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<table:table-column/> | table:style-name='own' | 2023-01",
                "<table:table-column/> | table:style-name='built' | 2023-01",
                "<table:table-column table:default-cell-style-name='own'/> | '' | 2023-01",
                "<table:table-column table:number-columns-repeated='2'/> | '' | 2023-01-26T09:30:00",
                "<table:table-column table:default-cell-style-name='own'/> | table:style-name='n' | 2023-01-26T09:30:00"
            })
    void a_day_is_as_much_of_it_as_the_style_of_its_cell_or_column_shows(String column, String style, String read)
            throws IOException {
        String cell = "<table:table-row>" + cell(DAY + " " + style, "01/23") + "</table:table-row>";
        assertThat(rows(Zipped.content(MONTHS, sheet("Saisie", column + cell)).in(folder)))
                .containsExactly(day(1, read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "office:value-type='float' office:value='0.30000000000000004' | 0.3",
                "office:value-type='float' office:value='1E3' | 1000",
                "office:value-type='percentage' office:value='0.07' | 7 %",
                "office:value-type='currency' office:value='12.125' | 12.125",
                "office:value-type='time' office:time-value='PT36H00M00.5S' | 36:00",
                "office:value-type='boolean' office:boolean-value='false' | FAUX",
                "office:value-type='date' office:date-value='2023-01-26' | 2023-01-26",
                "office:value-type='date' office:date-value='2023-01-26T00:00:00' | 2023-01-26",
                "'' | 1"
            })
    void a_value_is_read_as_people_write_it(String attributes, String read) throws IOException {
        Path file = Zipped.sheets(sheet("F", "<table:table-row>" + cell(attributes, "1") + "</table:table-row>"))
                .in(folder);
        assertThat(rows(file).getFirst().cells()).containsExactly(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office:value-type='string' calcext:value-type='error'",
                "office:value-type='float' office:value='sept'",
                "office:value-type='percentage'",
                "office:value-type='date'",
                "office:value-type='boolean'",
                "office:value-type='boolean' office:boolean-value='1'",
                "office:value-type='time' office:time-value='-PT1H'",
                "office:value-type='time' office:time-value='midi'",
                "office:value-type='?'"
            })
    void a_cell_that_holds_no_value_is_marked(String attributes) throws IOException {
        Path file = Zipped.sheets(sheet("F", "<table:table-row>" + cell(attributes, "x") + "</table:table-row>"))
                .in(folder);
        assertThat(rows(file).getFirst().unreadable()).containsExactly(Map.entry(0, TableFaultCode.ERROR_CELL));
    }

    @Test
    void only_what_a_cell_shows_itself_is_its_text() throws IOException {
        String cell = """
                <table:table-cell office:value-type='string'><office:annotation><text:p>commentaire</text:p>\
                </office:annotation><draw:frame><draw:text-box><text:p>dessin</text:p></draw:text-box></draw:frame>\
                <table:table><table:table-row><table:table-cell><text:p>tableau</text:p></table:table-cell>\
                </table:table-row></table:table><text:p>un <text:a><text:span>lien</text:span></text:a>\
                <text:note><text:p>note</text:p></text:note><text:s text:c='2'/>et<text:tab/>puis<text:line-break/>fin\
                </text:p><text:p>deux</text:p></table:table-cell>""";
        Path file = Zipped.sheets("<table:dde-link><table:table/></table:dde-link>"
                        + sheet(
                                "F",
                                "<table:shapes/><table:table-row-group><table:table-row>" + cell
                                        + "</table:table-row></table:table-row-group>"))
                .in(folder);
        assertThat(rows(file)).containsExactly(row(1, "un lien  et\tpuis\nfin\ndeux"));
    }

    @Test
    void a_sheet_is_called_by_its_whole_name() throws IOException {
        String name = "Inscriptions des formations de 2023 à Marseille";
        try (Tables tables =
                OdsTables.open(Zipped.sheets(sheet(name, texts("a"))).in(folder))) {
            assertThat(tables.sheets()).containsExactly(name);
        }
    }

    @Test
    void a_cell_beyond_all_columns_is_told() throws IOException {
        String far = "<table:table-row><table:table-cell table:number-columns-repeated='16000'/>" + cell("", "x")
                + "</table:table-row>";
        assertThat(rows(Zipped.sheets(sheet("F", far)).in(folder)).getFirst().unreadable())
                .containsExactly(Map.entry(500, TableFaultCode.TOO_MANY_COLUMNS));
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        Zipped whole = Zipped.sheets(sheet("F", texts("a") + texts("b")));
        assertBroken(Files.writeString(folder.resolve("old.ods"), "<office:document/>"), TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(Zipped.sheet("").in(folder), TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(
                Zipped.sheets("")
                        .with("content.xml", "<x><body><text/></body></x>")
                        .in(folder),
                TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(
                whole.with("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>")
                        .in(folder),
                TableFaultCode.NOT_A_WORKBOOK);
        assertBroken(Zipped.sheets("").in(folder), TableFaultCode.NO_SHEET);
        assertBroken(
                Zipped.sheets("").with("content.xml", "<!DOCTYPE x><x/>").in(folder), TableFaultCode.DOCUMENT_TYPE);
        assertBroken(
                Zipped.sheets(sheet("F", texts("a") + "<table:table-row>")).in(folder), TableFaultCode.BROKEN_WORKBOOK);
        byte[] cut = Files.readAllBytes(Zipped.sheets(sheet("F", texts("a"))).in(folder));
        assertBroken(
                Files.write(folder.resolve("cut.ods"), Arrays.copyOf(cut, cut.length / 2)),
                TableFaultCode.NOT_A_WORKBOOK);
    }

    private static String sheet(String name, String rows) {
        return "<table:table table:name='" + name + "'>" + rows + "</table:table>";
    }

    private static String texts(String text) {
        return "<table:table-row>" + cell("", text) + "</table:table-row>";
    }

    private static String cell(String attributes, String shown) {
        return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
    }

    private static Row row(long number, String... cells) {
        return new Row(number, List.of(cells), Map.of());
    }

    private static Row number(long number, String... cells) {
        return new Row(number, List.of(cells), Set.of(cells.length - 1), Set.of(), Map.of());
    }

    private static Row day(long number, String... cells) {
        return new Row(number, List.of(cells), Set.of(), Set.of(cells.length - 1), Map.of());
    }

    private static void assertBroken(Path file, TableFaultCode code) {
        assertThatThrownBy(() -> rows(file))
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenTableException.class))
                .returns(code, BrokenTableException::code);
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Tables workbook = OdsTables.open(file)) {
            Rows first = workbook.shown().getFirst();
            for (Row row = first.next(); row != null; row = first.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
