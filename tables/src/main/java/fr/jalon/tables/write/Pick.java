package fr.jalon.tables.write;

import java.util.List;

/**
 * What a cell is picked from.
 *
 * @param isClosed whether nothing else may be written
 */
public record Pick(List<String> words, boolean isClosed) {
    public Pick {
        words = List.copyOf(words);
    }
}
