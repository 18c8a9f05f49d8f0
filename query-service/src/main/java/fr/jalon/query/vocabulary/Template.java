package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.query.export.Cells;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.write.CsvSheet;
import fr.jalon.tables.write.Format;
import fr.jalon.tables.write.Sheet;
import fr.jalon.tables.write.Unclosed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table to fill in with entries of one type (<i>modèle</i>). Its headers are the labels of one language; its one row
 * is begun with the type, and refused by the import as long as it says no more.
 */
public final class Template {
    private static final int ROWS = 1000;
    private static final int WIDTH = 24;
    private static final int WIDE = 60;

    private final EntryType type;
    private final JsonNode example;
    private final Labels labels;
    private final Sentences words;
    private final List<Column> columns;

    /**
     * @param example an entry of this type, from which each column's example is taken
     */
    public Template(EntryType type, JsonNode example, Locale locale) {
        this.type = type;
        this.example = example;
        this.labels = Labels.in(locale);
        this.words = Sentences.of(Template.class, "template", Language.of(locale));
        // The entry's own id last: most people leave it to the register.
        this.columns = new ArrayList<>(Columns.of(type));
        Collections.rotate(columns, -1);
    }

    /** The forms there are of it, the first one for those who do not care. */
    public static List<Format> formats() {
        return List.of(Format.XLSX, Format.CSV);
    }

    public void write(Format format, OutputStream out) throws IOException {
        if (format == Format.CSV) {
            try (Sheet sheet = CsvSheet.open(new Unclosed(out), headers(), CsvSheet.SEMICOLON, true)) {
                sheet.row(columns.stream().map(this::begun).toList());
            }
        } else {
            workbook(out);
        }
    }

    private List<String> headers() {
        return columns.stream().map(column -> column.label(labels)).toList();
    }

    private @Nullable String begun(Column column) {
        return column.name().equals("type") ? labels.of(type) : null;
    }

    private void workbook(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(new Unclosed(out), "Jalon", "1.0")) {
            table(workbook.newWorksheet(word("sheet")));
            help(workbook.newWorksheet(word("help")));
        }
    }

    /** Cells are text except amounts: a spreadsheet would turn {@code 2023-01} into a day, and cut a SIRET's zeros. */
    private void table(Worksheet sheet) {
        sheet.freezePane(0, 1);
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            sheet.width(place, WIDTH);
            if (!column.kind().equals("decimal") && !column.kind().equals("count")) {
                sheet.style(place).format("@").set();
            }
            sheet.inlineString(0, place, column.label(labels));
            var style = sheet.style(0, place).bold();
            (column.required() ? style.fillColor("E8EEF7") : style).set();
            String begun = begun(column);
            if (begun != null) {
                sheet.inlineString(1, place, begun);
            }
            if (!column.choices().isEmpty()) {
                sheet.range(1, place, ROWS, place).validateWithListByFormula("\"" + choices(column, ",") + "\"");
            }
        }
    }

    private void help(Worksheet sheet) {
        sheet.freezePane(0, 1);
        String[] headers = {word("column"), word("needed"), word("how"), word("example")};
        for (int place = 0; place < headers.length; place++) {
            sheet.width(place, place == 2 ? WIDE : WIDTH);
            sheet.inlineString(0, place, headers[place]);
            sheet.style(0, place).bold().set();
        }
        for (int row = 0; row < columns.size(); row++) {
            Column column = columns.get(row);
            sheet.inlineString(row + 1, 0, column.label(labels));
            sheet.inlineString(row + 1, 1, word(column.required() ? "yes" : "no"));
            sheet.inlineString(row + 1, 2, how(column));
            sheet.inlineString(row + 1, 3, example(column));
        }
    }

    private String how(Column column) {
        if (!column.choices().isEmpty()) {
            return word("code") + " " + choices(column, ", ");
        }
        String one = word(column.kind());
        return column.many() ? one + " " + word("many") : one;
    }

    private String choices(Column column, String between) {
        return column.choices().stream().map(labels::of).collect(Collectors.joining(between));
    }

    private String example(Column column) {
        Object cell = column.name().equals("type") ? labels.of(type) : Cells.of(example, column);
        if (cell == null) {
            return "";
        }
        return column.choices().stream()
                .filter(value -> value.code().equals(cell))
                .map(labels::of)
                .findFirst()
                .orElse(cell.toString());
    }

    private String word(String key) {
        return words.words(key);
    }
}
