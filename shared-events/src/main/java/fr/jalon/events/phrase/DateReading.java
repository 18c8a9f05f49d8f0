package fr.jalon.events.phrase;

import fr.jalon.events.time.Effective;
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
        /** Whether it is written in another form than the register's own. */
        public boolean isSaidOtherwise() {
            return !phrase.equals(text());
        }

        /** As the register writes it. */
        public String text() {
            return effective.text();
        }

        /** The phrase and the days it was read as: what a reader checks. */
        public String saidBack(Language language) {
            return PhraseSentences.in(language)
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
        public Refused {
            choices = List.copyOf(choices);
        }

        /** Why, and which forms are right. */
        public String sentence(Language language) {
            PhraseSentences sentences = PhraseSentences.in(language);
            String said = choices.stream()
                    .map(choice -> DateSayer.in(language).say(choice) + " (" + choice.text() + ")")
                    .collect(Collectors.joining(sentences.say("or")));
            return sentences.say(name(why), PhraseSentences.shortened(phrase), said)
                    + " "
                    + sentences.say("forms." + name(wanted));
        }

        private static String name(Enum<?> value) {
            return Objects.requireNonNull(value).name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
