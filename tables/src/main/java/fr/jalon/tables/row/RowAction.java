package fr.jalon.tables.row;

import fr.jalon.events.entry.Code;
import fr.jalon.events.language.Folded;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.tables.column.RowColumn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row does with the entry whose number it has, where it is told. */
public enum RowAction implements Code {
    CORRECT,
    /** It only makes it more precise. */
    REFINE,
    RETRACT,
    CONTEST,
    /** What it announced has come. */
    FULFIL,
    /** It was retracted, and is recorded anew. */
    RENEW;

    private static final List<Sentences> WORDS = Arrays.stream(Language.values())
            .map(language -> Sentences.of(RowColumn.class, "rows", language))
            .toList();

    /** What they are called in a language, each in one word. */
    public static List<String> words(Language language) {
        Sentences words = Sentences.of(RowColumn.class, "rows", language);
        return Arrays.stream(values())
                .map(action -> words.words("does." + action.code()))
                .toList();
    }

    /** The one that goes by this word: its code, or what it is called in either language; null where there is none. */
    static @Nullable RowAction called(String word) {
        String folded = Folded.of(word);
        return Arrays.stream(values())
                .filter(action -> folded.equals(action.code())
                        || WORDS.stream()
                                .anyMatch(words -> folded.equals(Folded.of(words.words("does." + action.code())))))
                .findFirst()
                .orElse(null);
    }
}
