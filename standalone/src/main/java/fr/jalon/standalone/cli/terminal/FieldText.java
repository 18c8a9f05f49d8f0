package fr.jalon.standalone.cli.terminal;

import fr.jalon.tables.column.Column;
import java.util.stream.Collectors;

/** How a field of an entry is called, and how to write it. */
public final class FieldText {
    private FieldText() {}

    public static String label(Column column) {
        return SpokenWords.words().label(column::label);
    }

    /** The values of a closed list, or what is read there. */
    public static String how(Column column) {
        String how = column.choices().isEmpty()
                ? Messages.say("types.kind." + column.kind())
                : column.choices().stream().map(SpokenWords.words()::of).collect(Collectors.joining(", "));
        return column.many() ? Messages.say("types.many", how) : how;
    }
}
