package fr.jalon.seal.report;

import fr.jalon.answers.RegisterState;
import fr.jalon.events.register.Register;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells.
 *
 * @param all the register as it is now
 * @param known the register as it was at the place asked for
 * @param state that of the day and the knowledge asked for
 * @param checkpoint the signed note
 */
public record Told(
        String territory,
        Register all,
        Register known,
        RegisterState state,
        @Nullable String knownAt,
        String checkpoint) {}
