package fr.jalon.console.draw;

import fr.jalon.events.time.DayRange;
import org.jspecify.annotations.Nullable;

/** What a lane shows of its subject over some days. */
public sealed interface Bar {
    /** In a few words. */
    String label();

    /** The days that it covers at most. */
    DayRange days();

    boolean contested();

    /** Where its answer is told, within the console. */
    String address();

    /**
     * A value that the subject has.
     *
     * @param days on which it may have it
     * @param certain on which it has it for certain; null where there is none
     */
    record Held(String label, DayRange days, @Nullable DayRange certain, boolean contested, String address)
            implements Bar {}

    /**
     * What is announced, and not so yet.
     *
     * @param days among which it is expected
     * @param planned whether it is planned, and not only hoped for
     */
    record Announced(String label, DayRange days, boolean planned, boolean contested, String address) implements Bar {}
}
