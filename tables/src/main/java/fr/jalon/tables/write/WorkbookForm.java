package fr.jalon.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A workbook to fill in.
 *
 * @param lists what the sheet is called, not shown, that has what cells are picked from
 */
public record WorkbookForm(List<FormSheet> sheets, String lists) {
    /** As many rows, under the heads, have lists to pick from. */
    static final int ROWS = 1000;

    public WorkbookForm {
        sheets = List.copyOf(sheets);
    }

    /** Writes it as a workbook of this form, and leaves the stream open. */
    public void write(Format format, OutputStream out) throws IOException {
        OutputStream unclosed = new Unclosed(out);
        switch (format) {
            case XLSX -> XlsxForm.write(this, unclosed);
            case ODS -> OdsForm.write(this, unclosed);
            case CSV, JSON, NDJSON -> throw new IllegalArgumentException("No workbook is a " + format);
        }
    }

    /** All that is picked from, each list once, in order. */
    SequencedSet<List<String>> words() {
        return distinct(picks().map(Pick::words));
    }

    Stream<Pick> picks() {
        return columns().map(FormColumn::pick).filter(Objects::nonNull);
    }

    Stream<FormColumn> columns() {
        return sheets.stream().flatMap(sheet -> sheet.columns().stream());
    }

    static <T> SequencedSet<T> distinct(Stream<T> values) {
        SequencedSet<T> distinct = new LinkedHashSet<>();
        values.forEach(distinct::add);
        return distinct;
    }
}
