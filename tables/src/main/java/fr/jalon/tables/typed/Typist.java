package fr.jalon.tables.typed;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Whoever types.
 *
 * @param language in which they write and are answered
 * @param today for dates such as « hier »
 * @param told is told, in their language, what was made of what they typed
 */
public record Typist(Language language, LocalDate today, Consumer<String> told) {
    void tell(String sentence, Object... given) {
        told.accept(say(sentence, given));
    }

    Misread misread(String sentence, Object... given) {
        return new Misread(say(sentence, given));
    }

    private String say(String sentence, Object... given) {
        return Sentences.of(Typist.class, "typed", language).say(sentence, given);
    }
}
