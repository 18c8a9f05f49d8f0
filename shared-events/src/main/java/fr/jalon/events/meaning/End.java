package fr.jalon.events.meaning;

import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import java.time.LocalDate;

/**
 * When a period ends a value, unless something comes before (<i>terme</i>).
 *
 * @param over the window of the first day on which the value is over
 * @param written the window of its last day, as written
 * @param isNextDay whether that is the day after the value began, whichever that was
 */
public record End(Window over, String written, boolean isNextDay) {
    /** Of several ends the last counts; where each is the next day, it is one day for all. */
    public End later(End other) {
        if (isNextDay || other.isNextDay) {
            return isNextDay && other.isNextDay ? notAfter(other) : isNextDay ? other : this;
        }
        Window that = other.over;
        Window last = new Window(
                over.earliest().isAfter(that.earliest()) ? over.earliest() : that.earliest(),
                over.latest().isAfter(that.latest()) ? over.latest() : that.latest());
        return new End(last, over.latest().isBefore(that.latest()) ? other.written : written, false);
    }

    /** This one, on what began no later than another end allows. */
    public End notAfter(End other) {
        LocalDate latest = Days.earlier(over.latest(), other.over.latest());
        return new End(new Window(Days.earlier(over.earliest(), latest), latest), written, isNextDay);
    }

    public boolean isAfter(End other) {
        int byLatest = over.latest().compareTo(other.over.latest());
        return byLatest > 0 || (byLatest == 0 && over.earliest().isAfter(other.over.earliest()));
    }

    /** The last day on which something may still happen before it. */
    public long lastDayBefore() {
        return Days.isBounded(over.latest())
                ? over.latest().toEpochDay() - 1
                : over.latest().toEpochDay();
    }
}
