package fr.jalon.command.row;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is to become of a row, seen in its territory's register. */
public sealed interface RowMeaning {
    /**
     * This entry is to be recorded.
     *
     * @param effect what it does with another one; null for one that stands for itself
     */
    record ToRecord(Entry entry, @Nullable RowEffect effect) implements RowMeaning {}

    /** Its entry was recorded and then retracted. */
    record Retracted(Recorded recorded, Bilingual detail) implements RowMeaning {}

    /** It cannot be understood so. */
    record Refused(Problem problem) implements RowMeaning {}
}
