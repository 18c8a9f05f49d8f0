package fr.jalon.command.api;

import fr.jalon.web.problem.Problem;

/** What is answered about one entry, alone or as a line among many. */
public sealed interface Outcome {
    /**
     * It is in the register, or would be.
     *
     * @param anew false where it had been recorded before
     */
    record Kept(Receipt receipt, boolean anew) implements Outcome {}

    /** It is not, for this reason. */
    record Rejected(Problem problem) implements Outcome {}
}
