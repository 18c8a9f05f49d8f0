package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Need;
import fr.jalon.tables.write.CsvSheet;
import fr.jalon.tables.write.FormColumn;
import fr.jalon.tables.write.FormSheet;
import fr.jalon.tables.write.Format;
import fr.jalon.tables.write.Pick;
import fr.jalon.tables.write.Sheet;
import fr.jalon.tables.write.Unclosed;
import fr.jalon.tables.write.WorkbookForm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table to fill in with entries (<i>modèle</i>), or a workbook with one for each of several types. Its headers are
 * the labels of one language; its one row is begun with the type, and is none to the import as long as it says no more.
 */
public final class Template {
    private static final int WIDTH = 24;
    private static final int LONGEST_SHEET_NAME = 31;

    private final List<EntryType> types;
    private final Locale locale;
    private final Labels labels;
    private final Sentences words;

    /** One for entries of these types, at least one. */
    public Template(List<EntryType> types, Locale locale) {
        this.types = List.copyOf(types);
        this.locale = locale;
        this.labels = Labels.in(locale);
        this.words = Sentences.of(Template.class, "template", Language.of(locale));
    }

    /** The forms there are of it, the first one for those who do not care; CSV of one type only. */
    public static List<Format> formats() {
        return List.of(Format.XLSX, Format.ODS, Format.CSV);
    }

    /** The forms of a workbook of several types. */
    static List<Format> workbooks() {
        return formats().stream().filter(Format::isWorkbook).toList();
    }

    /** Writes the table of its first type. */
    public void csv(OutputStream out) throws IOException {
        EntryType type = types.getFirst();
        List<String> headers =
                columns(type).stream().map(column -> column.label(labels)).toList();
        try (Sheet sheet = CsvSheet.open(new Unclosed(out), headers, CsvSheet.SEMICOLON, true)) {
            sheet.row(columns(type).stream().map(column -> begun(type, column)).toList());
        }
    }

    /** The same as a workbook: a sheet for each type, one of help, and one, not shown, of what is picked from. */
    public WorkbookForm workbook(PickLists.Known known) {
        PickLists picked = new PickLists(labels, locale, known);
        TemplateHelp help = new TemplateHelp(labels, locale, words);
        Set<String> names = new HashSet<>();
        List<FormSheet> sheets = new ArrayList<>();
        for (EntryType type : types) {
            sheets.add(table(name(type, names), type, picked));
            help.add(type, columns(type));
        }
        sheets.add(help.sheet());
        return new WorkbookForm(sheets, words.words("lists"));
    }

    /** The entry's own id last: most people leave it to the register. */
    private static List<Column> columns(EntryType type) {
        List<Column> columns = new ArrayList<>(Columns.of(type));
        Collections.rotate(columns, -1);
        return columns;
    }

    private String begun(EntryType type, Column column) {
        return column.name().equals("type") ? labels.of(type) : "";
    }

    /** A sheet's name is short, and its own. */
    private String name(EntryType type, Set<String> taken) {
        String whole = types.size() == 1 ? words.words("sheet") : labels.of(type);
        String name = whole.substring(0, Math.min(LONGEST_SHEET_NAME, whole.length()));
        for (int number = 2; !taken.add(name); number++) {
            String ending = " " + number;
            name = whole.substring(0, Math.min(LONGEST_SHEET_NAME - ending.length(), whole.length())) + ending;
        }
        return name;
    }

    /** Cells are text except amounts: a spreadsheet would turn {@code 2023-01} into a day, and cut a SIRET's zeros. */
    private FormSheet table(String name, EntryType type, PickLists lists) {
        List<FormColumn> columns = new ArrayList<>();
        List<String> begun = new ArrayList<>();
        for (Column column : columns(type)) {
            boolean isText = !column.kind().equals("decimal") && !column.kind().equals("count");
            Pick pick = lists.of(type, column);
            columns.add(new FormColumn(column.label(labels), WIDTH, isText, colour(column.need()), pick));
            begun.add(begun(type, column));
        }
        return new FormSheet(name, columns, List.of(begun));
    }

    private static @Nullable String colour(Need need) {
        return switch (need) {
            case ALWAYS -> "CFDDF5";
            case ONE_OF -> "E8EEF7";
            case IF_KNOWN -> null;
        };
    }
}
