package fr.jalon.tables.column;

import fr.jalon.events.language.Folded;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column that tells nothing of an entry but what its row does, and why. */
public enum RowColumn {
    DOES,
    REASON,
    BY,
    /** What an export says of where an entry stands in the register: it is the register's to say. */
    REGISTER;

    private static final String REGISTERS_OWN = "register.";
    private static final List<String> OF_REGISTER =
            List.of("register.position", "register.standing", "register.replacedBy", "register.about");
    private static final List<Sentences> WORDS = Arrays.stream(Language.values())
            .map(language -> Sentences.of(RowColumn.class, "rows", language))
            .toList();

    /** Its name for programs. */
    public String columnName() {
        return "row." + name().toLowerCase(Locale.ROOT);
    }

    /** What they are called in a language. */
    public static Function<RowColumn, String> in(Language language) {
        Sentences words = Sentences.of(RowColumn.class, "rows", language);
        return column -> words.words(column.columnName());
    }

    /** What a column of the register is called in a language; its name where it goes by no other. */
    static String registers(String columnName, Language language) {
        return OF_REGISTER.contains(columnName)
                ? Sentences.of(RowColumn.class, "rows", language).words(columnName)
                : columnName;
    }

    private static boolean isRegisters(String folded) {
        return OF_REGISTER.stream()
                .anyMatch(name -> WORDS.stream().anyMatch(words -> folded.equals(Folded.of(words.words(name)))));
    }

    /** The one of this header, as programs have it or in either language; null where there is none. */
    public static @Nullable RowColumn called(String header) {
        String folded = Folded.of(header);
        if (folded.startsWith(REGISTERS_OWN) || isRegisters(folded)) {
            return REGISTER;
        }
        return Arrays.stream(values())
                .filter(column -> column != REGISTER)
                .filter(column -> folded.equals(column.columnName())
                        || WORDS.stream().anyMatch(words -> folded.equals(Folded.of(words.words(column.columnName())))))
                .findFirst()
                .orElse(null);
    }
}
