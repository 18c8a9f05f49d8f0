package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Need;
import fr.jalon.tables.write.CsvSheet;
import fr.jalon.tables.write.Format;
import fr.jalon.tables.write.Sheet;
import fr.jalon.tables.write.Unclosed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table to fill in with entries (<i>modèle</i>), or a workbook with one for each of several types. Its headers are
 * the labels of one language; its one row is begun with the type, and refused by the import as long as it says no more.
 */
public final class Template {
    private static final int ROWS = 1000;
    private static final int WIDTH = 24;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final String NEEDED = "CFDDF5";
    private static final String ONE_NEEDED = "E8EEF7";

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
        return List.of(Format.XLSX, Format.CSV);
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

    /** Writes a workbook: a sheet for each type, one of help, and one, not shown, of what is picked from. */
    public void workbook(OutputStream out, PickLists.Known known) throws IOException {
        try (Workbook workbook = new Workbook(new Unclosed(out), "Jalon", "1.0")) {
            Set<String> names = new HashSet<>();
            List<Worksheet> sheets = types.stream()
                    .map(type -> workbook.newWorksheet(name(type, names)))
                    .toList();
            TemplateHelp help = new TemplateHelp(workbook.newWorksheet(words.words("help")), labels, words);
            Worksheet lists = workbook.newWorksheet(words.words("lists"));
            lists.setVisibilityState(VisibilityState.HIDDEN);
            PickLists picked = new PickLists(lists, labels, locale, known);
            for (int i = 0; i < types.size(); i++) {
                table(sheets.get(i), types.get(i), picked);
                help.add(types.get(i), columns(types.get(i)));
            }
        }
    }

    /** The entry's own id last: most people leave it to the register. */
    private static List<Column> columns(EntryType type) {
        List<Column> columns = new ArrayList<>(Columns.of(type));
        Collections.rotate(columns, -1);
        return columns;
    }

    private @Nullable String begun(EntryType type, Column column) {
        return column.name().equals("type") ? labels.of(type) : null;
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
    private void table(Worksheet sheet, EntryType type, PickLists lists) {
        sheet.freezePane(0, 1);
        List<Column> columns = columns(type);
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            sheet.width(place, WIDTH);
            if (!column.kind().equals("decimal") && !column.kind().equals("count")) {
                sheet.style(place).format("@").set();
            }
            sheet.inlineString(0, place, column.label(labels));
            header(sheet, place, column.need());
            String begun = begun(type, column);
            if (begun != null) {
                sheet.inlineString(1, place, begun);
            }
            lists.offer(sheet.range(1, place, ROWS, place), type, column);
        }
    }

    private static void header(Worksheet sheet, int place, Need need) {
        var style = sheet.style(0, place).bold();
        switch (need) {
            case ALWAYS -> style.fillColor(NEEDED).set();
            case ONE_OF -> style.fillColor(ONE_NEEDED).set();
            case IF_KNOWN -> style.set();
        }
    }
}
