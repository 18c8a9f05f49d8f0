package fr.jalon.command.batch;

import fr.jalon.events.entry.Entry;
import fr.jalon.web.problem.Problem;
import java.util.function.UnaryOperator;

/** One line of many, or one row of a table, as it was understood. */
sealed interface EntryLine {
    /** Its number, as who sent it counts. */
    long line();

    /** Its size in bytes or characters. */
    int size();

    /**
     * It is an entry.
     *
     * @param placed says of a problem with the entry where in the line it is
     */
    record Understood(long line, int size, Entry entry, UnaryOperator<Problem> placed) implements EntryLine {}

    /** It is none, for this reason. */
    record Malformed(long line, int size, Problem problem) implements EntryLine {}
}
