package fr.jalon.command.batch;

import fr.jalon.command.row.RowEffect;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.tables.row.ReadDate;
import fr.jalon.tables.row.ReadThing;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One line of many, or one row of a table, as it was understood. */
sealed interface EntryLine {
    LinePlace place();

    /**
     * It is an entry.
     *
     * @param dates those that were written as people say them, or that a spreadsheet made days
     * @param things those that were written by their names
     * @param effect what it does with another entry; null where it stands for itself
     * @param placed says of a problem with the entry where in the line it is
     */
    record Understood(
            LinePlace place,
            Entry entry,
            List<ReadDate> dates,
            List<ReadThing> things,
            @Nullable RowEffect effect,
            UnaryOperator<Problem> placed)
            implements EntryLine {
        public Understood {
            dates = List.copyOf(dates);
            things = List.copyOf(things);
        }
    }

    /**
     * It is an entry that was recorded once and then retracted.
     *
     * @param detail what would record it anew
     */
    record Retracted(LinePlace place, Recorded recorded, Bilingual detail) implements EntryLine {}

    /** It is none, for this reason. */
    record Malformed(LinePlace place, Problem problem) implements EntryLine {}
}
