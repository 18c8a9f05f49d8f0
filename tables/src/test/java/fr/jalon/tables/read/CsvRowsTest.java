package fr.jalon.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void cells_are_split_by_what_the_header_has_most(String separator) throws IOException {
        String table = "a,b;c\td".replaceAll("[,;\t]", separator) + "\r\n\"x" + separator + "y\"" + separator + "z";
        assertThat(rows(utf8(table)))
                .extracting(Row::cells)
                .containsExactly(List.of("a", "b", "c", "d"), List.of("x" + separator + "y", "z"));
    }

    @Test
    void accents_are_read_in_utf_8_with_its_mark_or_without_and_in_windows_1252() throws IOException {
        String table = "Libellé;Œuvre\nété;à 12 €";
        List<Row> read = rows(utf8(table));
        assertThat(read.getFirst().cells()).containsExactly("Libellé", "Œuvre");
        assertThat(rows(utf8("\uFEFF" + table))).isEqualTo(read);
        assertThat(rows(table.getBytes(WINDOWS))).isEqualTo(read);
    }

    @Test
    void the_first_accent_tells_the_encoding_wherever_it_comes() throws IOException {
        String plain = "a;b\n" + "x;y\n".repeat(5000);
        assertThat(rows((plain + "été;").getBytes(WINDOWS)).getLast().cells()).containsExactly("été");
        assertThat(rows((plain + "é").getBytes(WINDOWS)).getLast().cells()).containsExactly("é");
        assertThat(rows(utf8(plain + "été;")).getLast().cells()).containsExactly("été");
        assertThat(rows(utf8(plain + "😀")).getLast().cells()).containsExactly("😀");
    }

    @Test
    void two_encodings_in_one_file_are_refused_and_the_row_is_named() throws IOException {
        byte[] utf8 = utf8("a;b\né;2\n");
        InputStream both = new SequenceInputStream(
                new ByteArrayInputStream(utf8), new ByteArrayInputStream("é;3\n".getBytes(WINDOWS)));
        assertThatThrownBy(() -> rows(both, null))
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenTableException.class))
                .returns(TableFaultCode.NOT_TEXT, BrokenTableException::code);
    }

    @Test
    void an_encoding_that_is_told_is_heeded() throws IOException {
        assertThat(rows(new ByteArrayInputStream("é".getBytes(StandardCharsets.UTF_16)), StandardCharsets.UTF_16)
                        .getFirst()
                        .cells())
                .containsExactly("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_is_known_by_its_mark_whatever_was_told(String name) throws IOException {
        byte[] table = "\uFEFFLibellé\tŒuvre\nété\t😀".getBytes(Charset.forName(name));
        for (Charset told : Arrays.asList(null, StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            assertThat(rows(new ByteArrayInputStream(table), told))
                    .extracting(Row::cells)
                    .containsExactly(List.of("Libellé", "Œuvre"), List.of("été", "😀"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=,", "\"sep=|\"", "sep=\t", "\uFEFFsep=;"})
    void a_first_line_that_tells_what_splits_cells_is_heeded_and_is_no_row(String told) throws IOException {
        char separator = told.replace("\"", "").charAt(told.replace("\"", "").length() - 1);
        String table = told + "\r\n" + "a,,,;;;§b".replace('§', separator) + "\r\n1§2".replace('§', separator);
        assertThat(rows(utf8(table)).getLast()).isEqualTo(new Row(2, List.of("1", "2"), Map.of()));
    }

    @Test
    void a_table_that_comes_byte_by_byte_is_read_as_one_that_comes_at_once() throws IOException {
        for (String table : List.of("sep=,\na;;;;b,c\n1,2", "\n\na,b\né,2", "\uFEFFa;b,\n1;2")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE)) {
                byte[] bytes = table.getBytes(charset);
                assertThat(rows(new ByByte(bytes), null)).as(table).isEqualTo(rows(bytes));
            }
        }
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_numbers_them() throws IOException {
        List<Row> rows = rows(utf8("a;b\n\n\"deux\r\nlignes\";2\n;;\nlast;4"));
        assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 5L);
        assertThat(rows.get(1).cells()).containsExactly("deux\nlignes", "2");
    }

    @Test
    void the_apostrophe_before_a_formula_is_taken_off_and_no_other() throws IOException {
        assertThat(rows(utf8("'=1+1;''=1;'abc;=1+1;-5")).getFirst().cells())
                .containsExactly("=1+1", "'=1", "'abc", "=1+1", "-5");
    }

    @Test
    void a_quotation_mark_that_never_closes_is_refused_with_its_row() {
        assertBroken("a;b\n1;2\n3;\"open\n4;5\n6;7\n", TableFaultCode.UNCLOSED_QUOTE, 3);
        assertBroken("a;b\n1;\"open\"\"", TableFaultCode.UNCLOSED_QUOTE, 2);
    }

    @Test
    void marks_in_the_middle_of_a_cell_are_no_quotation() throws IOException {
        assertThat(rows(utf8("5\" de haut;b\n\"a\"\"b\";\"\"")))
                .extracting(Row::cells)
                .containsExactly(List.of("5\" de haut", "b"), List.of("a\"b"));
    }

    @Test
    void a_cell_that_goes_on_after_its_quotation_is_refused_with_its_row() {
        assertBroken("a;b\n1;2\n\"x\"y;3\n", TableFaultCode.BROKEN_QUOTE, 3);
    }

    @Test
    void a_million_columns_are_a_fault_and_not_a_million_cells() throws IOException {
        Row row = rows(utf8("x;".repeat(1_000_000))).getFirst();
        assertThat(row.cells()).hasSize(CellsOfRow.COLUMNS);
        assertThat(row.unreadable()).containsExactly(Map.entry(CellsOfRow.COLUMNS, TableFaultCode.TOO_MANY_COLUMNS));
    }

    @Test
    void a_cell_without_end_is_read_no_further_than_its_bound() {
        Endless endless = new Endless();
        InputStream beginning = new ByteArrayInputStream(utf8("a;b\n\""));
        assertThatThrownBy(() -> rows(new SequenceInputStream(beginning, endless), null))
                .isInstanceOf(BrokenTableException.class);
        assertThat(endless.read).isLessThan(2 << 20);
    }

    @Test
    void a_long_cell_is_marked_and_the_rows_after_it_are_read() throws IOException {
        List<Row> rows = rows(utf8("a\n" + "x".repeat(CellsOfRow.CHARACTERS_OF_CELL + 1) + "\nb"));
        assertThat(rows.get(1).unreadable()).containsExactly(Map.entry(0, TableFaultCode.CELL_TOO_LONG));
        assertThat(rows.get(2).cells()).containsExactly("b");
    }

    private static void assertBroken(String table, TableFaultCode code, long row) {
        assertThatThrownBy(() -> rows(utf8(table)))
                .asInstanceOf(InstanceOfAssertFactories.type(BrokenTableException.class))
                .returns(code, BrokenTableException::code)
                .returns(row, BrokenTableException::row);
    }

    private static List<Row> rows(byte[] table) throws IOException {
        return rows(new ByteArrayInputStream(table), null);
    }

    private static List<Row> rows(InputStream table, @Nullable Charset charset) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.open(table, charset)) {
            for (Row row = csv.next(); row != null; row = csv.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives one byte at a time. */
    private static final class ByByte extends ByteArrayInputStream {
        ByByte(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(1, length));
        }
    }

    /** The same letter for ever. */
    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 'x');
            read += length;
            return length;
        }
    }
}
