package fr.jalon.console.recording;

import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateReader;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.Wanted;
import java.time.LocalDate;

/** Whether words for a date are read as the date that they were said for. */
final class Typed {
    /** No words for a date that is written in a register depend on the day on which they are read. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private Typed() {}

    static boolean isSame(String said, String date, Language language) {
        return new DateReader(Wanted.EFFECTIVE, language, ANY_DAY).read(said) instanceof DateReading.Read read
                && read.text().equals(date);
    }
}
