package fr.jalon.events.readings;

import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.readings.Said.End;
import fr.jalon.events.timeline.Certainty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every reading of the entries of one subject: each day that each entry allows is tried with each of every other, day
 * by day as the specification tells. Of those that are not void the ones with the fewest gaps count, and together give
 * the answers.
 */
public final class NaiveReadings {
    private final List<Said> said;
    private final List<LocalDate> days;
    private final List<List<Choice>> choices;

    private int fewestGaps = Integer.MAX_VALUE;
    private final Map<LocalDate, Set<Held>> heldOn = new LinkedHashMap<>();
    private final Map<UUID, Set<Held>> foundBy = new LinkedHashMap<>();

    /** The day chosen for an entry, and the one chosen for the end of its period; null where it has none. */
    private record Choice(int day, @Nullable Integer over) {}

    /** What a reading holds: a value, or none. */
    private record Held(@Nullable Map<String, Object> value) {
        static final Held NOTHING = new Held(null);
    }

    private NaiveReadings(List<Said> said, List<LocalDate> days) {
        this.said = said;
        this.days = days;
        this.choices = said.stream().map(this::choices).toList();
    }

    /**
     * The readings of a subject.
     *
     * @param entries all of one subject, actual, in recorded order
     * @param asked the days that will be asked about
     */
    public static NaiveReadings of(List<WorldEntry> entries, Collection<LocalDate> asked) {
        List<Said> said = entries.stream().map(Said::of).toList();
        return on(said, Calendar.of(said, asked).days());
    }

    /** The readings on these days and no others. */
    static NaiveReadings on(List<Said> said, List<LocalDate> days) {
        NaiveReadings readings = new NaiveReadings(said, days);
        readings.tryAll(new ArrayList<>());
        return readings;
    }

    /** How many ways there are to choose days, void or not: what trying them all would cost. */
    public static long count(List<WorldEntry> entries, Collection<LocalDate> asked) {
        List<Said> said = entries.stream().map(Said::of).toList();
        return count(said, Calendar.of(said, asked).days());
    }

    /** How many there are on these days and no others. */
    static long count(List<Said> said, List<LocalDate> days) {
        // A product beyond all numbers is as good as the greatest.
        return (long) new NaiveReadings(said, days)
                .choices.stream().mapToDouble(List::size).reduce(1, (some, more) -> some * more);
    }

    /** Whether a reading is left that is not void. */
    public boolean hasReading() {
        return fewestGaps < Integer.MAX_VALUE;
    }

    /** The values possible on a day; those that every reading that counts holds then are certain. */
    public Map<Map<String, Object>, Certainty> values(LocalDate day) {
        Map<Map<String, Object>, Certainty> values = new LinkedHashMap<>();
        Set<Optional<Map<String, Object>>> held = outcomes(day);
        for (Optional<Map<String, Object>> each : held) {
            each.ifPresent(value -> values.put(value, held.size() == 1 ? Certainty.CERTAIN : Certainty.POSSIBLE));
        }
        return values;
    }

    /** Whether no reading that counts leaves the subject without a value on a day. */
    public boolean isHeldForCertain(LocalDate day) {
        Set<Optional<Map<String, Object>>> held = outcomes(day);
        return !held.isEmpty() && !held.contains(Optional.<Map<String, Object>>empty());
    }

    /** What the readings that count hold on a day, each its value or none: a sum is told from these. */
    public Set<Optional<Map<String, Object>>> outcomes(LocalDate day) {
        if (!days.contains(day)) {
            throw new IllegalArgumentException("The readings were not asked about " + day);
        }
        Set<Optional<Map<String, Object>>> outcomes = new LinkedHashSet<>();
        heldOn.getOrDefault(day, Set.of()).forEach(held -> outcomes.add(Optional.ofNullable(held.value())));
        return outcomes;
    }

    /** Whether in some reading that counts the value an entry begins is not the one held when it comes. */
    public boolean differsFromWhatItFollows(UUID entryId) {
        Held own = said.stream()
                .filter(each -> each.entry().entryId().equals(entryId))
                .map(each -> new Held(each.attributes()))
                .findFirst()
                .orElseThrow();
        return foundBy.getOrDefault(entryId, Set.of()).stream().anyMatch(found -> !found.equals(own));
    }

    /** "A reading chooses a day for each entry within its window, and for each period a day on which it is over." */
    private List<Choice> choices(Said each) {
        List<Choice> choices = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            if (!Calendar.holds(each.on(), days.get(day))) {
                continue;
            }
            switch (each.end()) {
                case End.Unsaid ignored -> choices.add(new Choice(day, null));
                case End.Open ignored -> choices.add(new Choice(day, null));
                case End.NextDay ignored -> choices.add(new Choice(day, day + 1));
                case End.Over(var window) -> {
                    for (int over = day + 1; over < days.size(); over++) {
                        if (Calendar.holds(window, days.get(over))) {
                            choices.add(new Choice(day, over));
                        }
                    }
                }
            }
        }
        return choices;
    }

    private void tryAll(List<Choice> chosen) {
        if (chosen.size() == said.size()) {
            new Reading(chosen).count();
            return;
        }
        for (Choice choice : choices.get(chosen.size())) {
            chosen.add(choice);
            tryAll(chosen);
            chosen.removeLast();
        }
    }

    /** One reading, in which all days are exact, and things happen in their order. */
    private final class Reading {
        private final List<Choice> chosen;
        private final Held[] held = new Held[days.size()];
        private final Held[] found = new Held[said.size()];

        private Held now = Held.NOTHING;
        private Held lapsed = Held.NOTHING;
        private @Nullable Integer end;
        private int gaps;
        private boolean isVoid;

        Reading(List<Choice> chosen) {
            this.chosen = chosen;
        }

        void count() {
            for (int day = 0; day < held.length && !isVoid; day++) {
                pass(day);
                held[day] = now;
            }
            if (isVoid || gaps > fewestGaps) {
                return;
            }
            if (gaps < fewestGaps) {
                fewestGaps = gaps;
                heldOn.clear();
                foundBy.clear();
            }
            for (int day = 0; day < held.length; day++) {
                heldOn.computeIfAbsent(days.get(day), none -> new HashSet<>()).add(held[day]);
            }
            for (int i = 0; i < found.length; i++) {
                foundBy.computeIfAbsent(said.get(i).entry().entryId(), none -> new HashSet<>())
                        .add(found[i]);
            }
        }

        /** On one day: first what is over, then entries in recorded order. */
        private void pass(int day) {
            if (end != null && end == day) {
                lapsed = now;
                now = Held.NOTHING;
                end = null;
            }
            for (int i = 0; i < found.length && !isVoid; i++) {
                if (chosen.get(i).day() == day) {
                    found[i] = now;
                    happen(said.get(i), chosen.get(i).over());
                }
            }
        }

        private void happen(Said each, @Nullable Integer over) {
            if (each.effect() == Effect.CHANGES) {
                change(each, over);
            } else if (each.effect() == Effect.ENDS) {
                end(each);
            } else {
                begin(each, over);
            }
        }

        private void begin(Said each, @Nullable Integer over) {
            Held own = new Held(each.attributes());
            if (now.equals(own)) {
                confirm(each, over);
                return;
            }
            if (lapsed.equals(own)) {
                gaps++;
            }
            lapsed = Held.NOTHING;
            now = own;
            end = over;
        }

        /** A period may only put the end off: where none is known, it is off already. */
        private void confirm(Said each, @Nullable Integer over) {
            switch (each.end()) {
                case End.Unsaid ignored -> {}
                case End.Open ignored -> end = null;
                case End.Over ignored -> putOff(over);
                case End.NextDay ignored -> putOff(over);
            }
        }

        private void putOff(@Nullable Integer over) {
            if (end != null && over != null) {
                end = Math.max(end, over);
            }
        }

        private void change(Said each, @Nullable Integer over) {
            Map<String, Object> before = ground();
            if (before == null) {
                isVoid = true;
                return;
            }
            now = new Held(each.changed(before));
            lapsed = Held.NOTHING;
            end = switch (each.end()) {
                case End.Unsaid ignored -> each.takesTheEndAway() ? null : end;
                case End.Open ignored -> null;
                case End.Over ignored -> over;
                case End.NextDay ignored -> over;
            };
        }

        private void end(Said each) {
            Map<String, Object> before = ground();
            if (before == null || each.isOfAnother(before)) {
                isVoid = true;
                return;
            }
            now = Held.NOTHING;
            lapsed = Held.NOTHING;
            end = null;
        }

        /** The value that a change or an ending finds; if it has lapsed, coming after its end is a gap. */
        private @Nullable Map<String, Object> ground() {
            if (now.value() != null) {
                return now.value();
            }
            if (lapsed.value() != null) {
                gaps++;
            }
            return lapsed.value();
        }
    }
}
