package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Examples;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Sentences;
import fr.jalon.query.export.Cells;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.write.FormColumn;
import fr.jalon.tables.write.FormSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sheet of a template that says of each column whether it is needed and how it is written, with an example. */
final class TemplateHelp {
    private static final int WIDTH = 24;
    private static final int WIDE = 60;

    private final Labels labels;
    private final Sentences words;
    private final HandDate dates;
    private final List<List<String>> rows = new ArrayList<>();

    TemplateHelp(Labels labels, Locale locale, Sentences words) {
        this.labels = labels;
        this.words = words;
        this.dates = new HandDate(words, locale);
    }

    FormSheet sheet() {
        List<FormColumn> columns = Stream.of("column", "needed", "how", "example", "of-type")
                .map(head -> FormColumn.read(words.words(head), head.equals("how") ? WIDE : WIDTH))
                .toList();
        return new FormSheet(words.words("help"), columns, rows);
    }

    /** Explains the columns of a type. */
    void add(EntryType type, List<Column> columns) {
        for (Column column : columns) {
            rows.add(List.of(
                    column.label(labels),
                    words.words("need." + column.need()),
                    how(column),
                    example(type, column),
                    labels.of(type)));
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
        if (column.kind().equals("date")) {
            return dates.of(cell.toString());
        }
        return column.choices().stream()
                .filter(value -> value.code().equals(cell))
                .map(labels::of)
                .findFirst()
                .orElse(cell.toString());
    }
}
