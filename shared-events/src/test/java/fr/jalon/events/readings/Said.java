package fr.jalon.events.readings;

import fr.jalon.events.entry.CoordinationEntry.CoordinatorLeft;
import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.entry.FundingEntry.FundingRenewed;
import fr.jalon.events.entry.TeamEntry.TeamContractChanged;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one entry says of its subject, in the words of the specification.
 *
 * @param on the days on one of which it is so
 * @param end what it says of the end
 * @param attributes what it tells, its direction apart: that is the entry's, not the value's
 */
record Said(WorldEntry entry, Effect effect, Window on, End end, Map<String, Object> attributes) {
    /** What an entry says of the end. */
    sealed interface End {
        /** A point says nothing of an end. */
        record Unsaid() implements End {}

        /** {@code A/..}: no end is known. */
        record Open() implements End {}

        /** {@code A/B}, {@code A/P6M}: over on one of these days. */
        record Over(Window window) implements End {}

        /** A meeting is a point: over on the day after. */
        record NextDay() implements End {}
    }

    static Said of(WorldEntry entry) {
        Meaning meaning = Objects.requireNonNull(Meaning.of(entry));
        Effective effective = Objects.requireNonNull(entry.effective());
        Window on = effective.start().window();
        boolean isMeeting = meaning.subject().kind() == FactKind.MEETING;
        Map<String, Object> attributes = new LinkedHashMap<>(EntryJson.attributes(entry));
        attributes.remove("direction");
        return new Said(entry, meaning.effect(), on, end(effective, isMeeting), attributes);
    }

    static Subject subject(WorldEntry entry) {
        return Objects.requireNonNull(Meaning.of(entry)).subject();
    }

    private static End end(Effective effective, boolean isMeeting) {
        return switch (effective) {
            case Point ignored -> isMeeting ? new End.NextDay() : new End.Unsaid();
            case Period(Point ignored, Period.Open ignoredToo) -> new End.Open();
            case Period(Point ignored, Period.Until(Point last)) ->
                new End.Over(new Window(
                        dayAfter(last.window().earliest()),
                        dayAfter(last.window().latest())));
            case Period(Point start, Period.Lasting lasting) ->
                new End.Over(new Window(
                        later(start.window().earliest(), lasting.length()),
                        later(start.window().latest(), lasting.length())));
        };
    }

    /**
     * What a change makes of a value: its own attributes, and the others carried on; an amount it does not tell is
     * unknown.
     */
    Map<String, Object> changed(Map<String, Object> value) {
        Map<String, Object> changed = new LinkedHashMap<>(value);
        if (entry instanceof FundingAmountChanged) {
            changed.remove("amount");
        }
        changed.putAll(attributes);
        return changed;
    }

    /** A renewal or a new contract, which without a period of its own takes the end away. */
    boolean takesTheEndAway() {
        return entry instanceof FundingRenewed || entry instanceof TeamContractChanged;
    }

    /** A coordinator who left is not the person found there. */
    boolean isOfAnother(Map<String, Object> found) {
        return entry instanceof CoordinatorLeft left && !left.person().equals(found.get("person"));
    }

    private static LocalDate dayAfter(LocalDate day) {
        return Days.isBounded(day) ? day.plusDays(1) : day;
    }

    private static LocalDate later(LocalDate day, java.time.Period length) {
        return Days.isBounded(day) ? day.plus(length) : day;
    }
}
