package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Examples;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Sentences;
import fr.jalon.query.export.Cells;
import fr.jalon.tables.column.Column;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of a template that says of each column whether it is needed and how it is written, with an example. */
final class TemplateHelp {
    private static final int WIDTH = 24;
    private static final int WIDE = 60;

    private final Worksheet sheet;
    private final Labels labels;
    private final Sentences words;
    private int row;

    TemplateHelp(Worksheet sheet, Labels labels, Sentences words) {
        this.sheet = sheet;
        this.labels = labels;
        this.words = words;
        sheet.freezePane(0, 1);
        List<String> headers = List.of("column", "needed", "how", "example", "of-type");
        for (int place = 0; place < headers.size(); place++) {
            sheet.width(place, headers.get(place).equals("how") ? WIDE : WIDTH);
            sheet.inlineString(0, place, words.words(headers.get(place)));
            sheet.style(0, place).bold().set();
        }
    }

    /** Explains the columns of a type. */
    void add(EntryType type, List<Column> columns) {
        for (Column column : columns) {
            row++;
            sheet.inlineString(row, 0, column.label(labels));
            sheet.inlineString(row, 1, words.words("need." + column.need()));
            sheet.inlineString(row, 2, how(column));
            sheet.inlineString(row, 3, example(type, column));
            sheet.inlineString(row, 4, labels.of(type));
        }
    }

    private String how(Column column) {
        if (!column.choices().isEmpty()) {
            String values = column.choices().stream().map(labels::of).collect(Collectors.joining(", "));
            return words.words("code") + " " + values + ".";
        }
        boolean isThing = column.thing() != null;
        String one = words.words(column.kind().equals("id") && !isThing ? "word" : column.kind());
        return column.many() ? one + " " + words.words("many") : one;
    }

    private String example(EntryType type, Column column) {
        Object cell = column.name().equals("type") ? labels.of(type) : Cells.of(Examples.json(type), column);
        if (cell == null) {
            return "";
        }
        return column.choices().stream()
                .filter(value -> value.code().equals(cell))
                .map(labels::of)
                .findFirst()
                .orElse(cell.toString());
    }
}
