package fr.jalon.events.phrase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place in a phrase, which moves on over what it is asked for and stays where that is not there. */
final class PhraseCursor {
    private final List<Token> tokens;
    private int place;

    PhraseCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return place == tokens.size();
    }

    /** Moves on over these words and signs in their order, parted by spaces. */
    boolean words(String phrase) {
        int from = place;
        for (String word : phrase.split(" ", -1)) {
            if (!next(word)) {
                place = from;
                return false;
            }
        }
        return true;
    }

    /** Moves on over the first of these phrases that stands here. */
    boolean anyOf(List<String> phrases) {
        return phrases.stream().anyMatch(this::words);
    }

    void skip(Set<String> words) {
        while (peek() instanceof Token.Word(String text) && words.contains(text)) {
            place++;
        }
    }

    boolean sign(char wanted) {
        return next(String.valueOf(wanted));
    }

    /** The meaning of the word that stands here. */
    <T> @Nullable T meaning(Map<String, T> vocabulary) {
        T meaning = peek() instanceof Token.Word(String text) ? vocabulary.get(text) : null;
        if (meaning != null) {
            place++;
        }
        return meaning;
    }

    /** A number of at least and at most so many digits. */
    @Nullable
    Integer number(int fewest, int most) {
        if (peek() instanceof Token.Digits(int value, int digits) && digits >= fewest && digits <= most) {
            place++;
            return value;
        }
        return null;
    }

    /** What is read here, or nothing, and then the place is as it was. */
    <T> @Nullable T attempt(Supplier<@Nullable T> reading) {
        int from = place;
        T read = reading.get();
        if (read == null) {
            place = from;
        }
        return read;
    }

    private boolean next(String text) {
        boolean isHere = switch (peek()) {
            case Token.Word word -> word.text().equals(text);
            case Token.Sign sign -> text.equals(String.valueOf(sign.text()));
            case Token.Digits _ -> false;
            case null -> false;
        };
        place += isHere ? 1 : 0;
        return isHere;
    }

    private @Nullable Token peek() {
        return isAtEnd() ? null : tokens.get(place);
    }
}
