package fr.jalon.events.timeline;

import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;

/**
 * When a period ends a value, unless something comes before (<i>terme</i>).
 *
 * @param over the window of the first day on which the value is over
 * @param written the window of its last day, as written
 */
record End(Window over, String written) {
    /** Of several ends the last counts. */
    End later(End other) {
        Window that = other.over;
        Window last = new Window(
                over.earliest().isAfter(that.earliest()) ? over.earliest() : that.earliest(),
                over.latest().isAfter(that.latest()) ? over.latest() : that.latest());
        return new End(last, over.latest().isBefore(that.latest()) ? other.written : written);
    }

    boolean isAfter(End other) {
        int byLatest = over.latest().compareTo(other.over.latest());
        return byLatest > 0 || (byLatest == 0 && over.earliest().isAfter(other.over.earliest()));
    }

    /** The last day on which something may still happen before it. */
    long lastDayBefore() {
        return Days.isBounded(over.latest())
                ? over.latest().toEpochDay() - 1
                : over.latest().toEpochDay();
    }
}
