package fr.jalon.command.territory;

import fr.jalon.events.register.Register;

/** A territory's register as far as it could be read. */
public sealed interface ReadRegister {
    /** All of it; empty where nobody opened it. */
    record Whole(Register register) implements ReadRegister {}

    /** Not all of it: whatever entry comes, this is decided on it. */
    record Incomplete(Decision.No decision) implements ReadRegister {}
}
