package fr.jalon.events;

import java.util.Random;

/**
 * What random tests begin with: the same in every build, so that a build that fails fails again; another where a run
 * asks for it by {@code -Djalon.seed=N}, and one never tried where it asks for {@code fresh}.
 */
public final class Seed {
    private Seed() {}

    /** The seed of a test, which is printed, so that a run with a fresh one can be made again. */
    public static long of(long usual, String test) {
        String asked = System.getProperty("jalon.seed", Long.toString(usual));
        long seed = asked.equals("fresh") ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(asked);
        System.out.println(test + " seed " + seed + " (set -Djalon.seed to run it again)");
        return seed;
    }
}
