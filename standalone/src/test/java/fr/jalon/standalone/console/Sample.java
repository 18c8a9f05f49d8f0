package fr.jalon.standalone.console;

import java.util.List;

/** What the test command tries of many like cases: always the same; all of them with {@code jalon.test.whole}. */
final class Sample {
    private static final boolean IS_WHOLE = Boolean.getBoolean("jalon.test.whole");

    private Sample() {}

    /** Whether a case is among those tried, of which there is one in so many. */
    static boolean has(int oneIn, Object... theCase) {
        return IS_WHOLE || Math.floorMod(List.of(theCase).toString().hashCode(), oneIn) == 0;
    }
}
