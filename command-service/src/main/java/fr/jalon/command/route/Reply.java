package fr.jalon.command.route;

import fr.jalon.command.territory.Decision;

/** What the process that has the territory at hand says of a command: what it decided, or why it could not. */
sealed interface Reply {
    /** It decided. */
    record Decided(Decision decision) implements Reply {}

    /** The entry's id is that of an entry of another territory. */
    record IdTaken() implements Reply {}

    /** It cannot read the register from this position on. */
    record Unreadable(long position) implements Reply {}

    /** It has too much to do. */
    record Busy() implements Reply {}

    /** Its store is away. */
    record Unavailable(boolean outcomeUnknown) implements Reply {}
}
