package fr.jalon.events.timeline;

import fr.jalon.events.time.Days;

/**
 * Places within days, as numbers that are ordered as things happen: on one day first what is over, then entries in
 * recorded order. Before all days there is room for any order, and so there is after all days.
 */
final class Moment {
    /** Before everything. */
    static final long FIRST = at(Days.ALWAYS.toEpochDay(), 0);

    /** After everything. */
    static final long LAST = at(Days.NEVER.toEpochDay() + 1, 0);

    /** No moment at all. */
    static final long NONE = Long.MIN_VALUE;

    /** The place of what is over: entries have the places from 1 on. */
    static final int OVER = 0;

    private static final int PLACES = 64;

    private Moment() {}

    static long at(long day, int place) {
        return day * PLACES + place;
    }

    static long day(long moment) {
        return Math.floorDiv(moment, PLACES);
    }

    static int place(long moment) {
        return (int) Math.floorMod(moment, (long) PLACES);
    }

    /**
     * The earliest moment at this place of a day, on {@code day} or later, that does not come before {@code moment}.
     */
    static long notBefore(long moment, long day, int place) {
        long reached = day(moment);
        if (reached <= Days.ALWAYS.toEpochDay() || reached < day) {
            return at(day, place);
        }
        return at(moment <= at(reached, place) ? reached : reached + 1, place);
    }

    /** The latest moment at this place of a day, on {@code day} or earlier, that does not come after {@code moment}. */
    static long notAfter(long moment, long day, int place) {
        long reached = day(moment);
        if (reached >= Days.NEVER.toEpochDay() || reached > day) {
            return at(day, place);
        }
        return at(moment >= at(reached, place) ? reached : reached - 1, place);
    }
}
