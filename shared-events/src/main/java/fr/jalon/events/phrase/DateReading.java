package fr.jalon.events.phrase;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.time.Effective;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a phrase says about days, or why it is refused. */
public sealed interface DateReading {
    /** The phrase as it was written. */
    String phrase();

    /** It is understood. */
    record Read(String phrase, Effective effective) implements DateReading {
        /** Whether it is written neither in the register's own form nor just as it would be said back. */
        public boolean isSaidOtherwise() {
            return !phrase.equals(text())
                    && Arrays.stream(Language.values())
                            .noneMatch(language ->
                                    phrase.equals(DateSayer.in(language).say(effective)));
        }

        /** As the register writes it. */
        public String text() {
            return effective.text();
        }

        /** The phrase and the days it was read as: what a reader checks. */
        public String saidBack(Language language) {
            return Sentences.of(DateReading.class, "phrases", language)
                    .say("said-back", phrase, DateSayer.in(language).say(effective));
        }
    }

    /**
     * It is refused.
     *
     * @param wanted what would have been right
     * @param choices the readings between which it does not decide, as the register writes them; empty unless ambiguous
     */
    record Refused(String phrase, DateRefusal why, Wanted wanted, List<Effective> choices) implements DateReading {
        private static final int SHOWN = 80;

        public Refused {
            choices = List.copyOf(choices);
        }

        /** Why, and which forms are right. */
        public String sentence(Language language) {
            Sentences sentences = Sentences.of(DateReading.class, "phrases", language);
            String said = choices.stream()
                    .map(choice -> DateSayer.in(language).say(choice) + " (" + choice.text() + ")")
                    .collect(Collectors.joining(sentences.say("or")));
            return sentences.say(name(why), shortened(phrase), said) + " " + sentences.say("forms." + name(wanted));
        }

        /** As much of a text as a sentence can quote. */
        private static String shortened(String text) {
            int length = text.codePointCount(0, text.length());
            return length <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        }

        private static String name(Enum<?> value) {
            return Objects.requireNonNull(value).name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
