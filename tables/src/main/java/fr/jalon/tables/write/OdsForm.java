package fr.jalon.tables.write;

import fr.jalon.tables.column.ColumnLetters;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A workbook to fill in, as OpenDocument has it. */
final class OdsForm {
    private static final String REPEATED = "table:number-rows-repeated";

    private final WorkbookForm form;
    private final OdsXml xml;
    private final OdsCells cells;
    private final List<Pick> picks;
    private final List<List<String>> words;

    private OdsForm(WorkbookForm form, OdsXml xml) {
        this.form = form;
        this.xml = xml;
        this.cells = new OdsCells(xml);
        this.picks = List.copyOf(WorkbookForm.distinct(form.picks()));
        this.words = List.copyOf(form.words());
    }

    static void write(WorkbookForm form, OutputStream out) throws IOException {
        try (OdsFile file = new OdsFile(
                out,
                WorkbookForm.distinct(form.columns().map(FormColumn::width)),
                WorkbookForm.distinct(form.columns().map(FormColumn::colour).filter(Objects::nonNull)))) {
            OdsForm written = new OdsForm(form, file.content());
            written.validations();
            for (FormSheet sheet : form.sheets()) {
                file.sheet(sheet.name(), OdsFile.SHOWN);
                written.sheet(sheet);
                file.content().close();
            }
            file.sheet(form.lists(), OdsFile.HIDDEN);
            written.lists();
            file.content().close();
        }
    }

    private void validations() throws IOException {
        xml.open("table:content-validations");
        for (int i = 0; i < picks.size(); i++) {
            Pick pick = picks.get(i);
            String column = "$" + ColumnLetters.of(words.indexOf(pick.words()));
            String range = "[$'%s'.%s$1:.%s$%d]"
                    .formatted(
                            form.lists().replace("'", "''"),
                            column,
                            column,
                            pick.words().size());
            xml.open(
                            "table:content-validation",
                            "table:name",
                            name(pick),
                            "table:condition",
                            "of:cell-content-is-in-list(" + range + ")",
                            "table:allow-empty-cell",
                            "true",
                            "table:display-list",
                            "unsorted")
                    .empty(
                            "table:error-message",
                            "table:message-type",
                            "stop",
                            "table:display",
                            String.valueOf(pick.isClosed()))
                    .close();
        }
        xml.close();
    }

    private String name(@Nullable Pick pick) {
        return pick == null ? "" : "list" + (picks.indexOf(pick) + 1);
    }

    private void sheet(FormSheet sheet) throws IOException {
        List<FormColumn> columns = sheet.columns();
        for (FormColumn column : columns) {
            xml.empty(
                    "table:table-column",
                    "table:style-name",
                    OdsFile.width(column.width()),
                    "table:default-cell-style-name",
                    style(column));
        }
        xml.open("table:table-row");
        for (FormColumn column : columns) {
            String colour = column.colour();
            cells.put(column.head(), colour == null ? OdsFile.HEAD : OdsFile.head(colour), "");
        }
        xml.close();
        for (List<String> row : sheet.rows()) {
            xml.open("table:table-row");
            row(columns, row);
        }
        if (columns.stream().anyMatch(column -> column.pick() != null)) {
            xml.open(
                    "table:table-row",
                    REPEATED,
                    String.valueOf(WorkbookForm.ROWS - sheet.rows().size()));
            row(columns, Collections.nCopies(columns.size(), ""));
        }
    }

    private static String style(FormColumn column) {
        return column.isText() ? OdsFile.TEXT : "";
    }

    private void row(List<FormColumn> columns, List<String> texts) throws IOException {
        for (int place = 0; place < columns.size(); place++) {
            FormColumn column = columns.get(place);
            cells.put(given(texts.get(place)), style(column), name(column.pick()));
        }
        xml.close();
    }

    /** No text at all is an empty cell, not one with an empty text. */
    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private void lists() throws IOException {
        int rows = words.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            xml.open("table:table-row");
            for (List<String> list : words) {
                cells.put(row < list.size() ? list.get(row) : null, "", "");
            }
            xml.close();
        }
    }
}
