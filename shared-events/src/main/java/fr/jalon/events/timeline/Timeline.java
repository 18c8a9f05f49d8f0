package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Transition;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a subject's entries say of it over time, in all the ways in which they can be read (<i>chronologie</i>): a
 * reading chooses a day for each entry within its window, and of the readings that are not void those count that have
 * the fewest gaps. A value is possible on a day if some reading that counts holds it then, certain if every one does.
 * Immutable: what one more entry leaves as it was is kept.
 */
public final class Timeline {
    public static final Timeline EMPTY = new Timeline(List.of());

    private static final List<State> START = List.of(new State(Holding.NOTHING, 0));

    private final List<Overlap> overlaps;

    private Timeline(List<Overlap> overlaps) {
        this.overlaps = overlaps;
    }

    /** The timeline with one more entry of its subject. */
    public Timeline with(Transition entry) {
        List<Dated> own = new ArrayList<>(2);
        own.add(new Dated(entry.window(), entry, false));
        if (entry.end() != null) {
            own.add(new Dated(entry.end().over(), entry, true));
        }
        return changed(entry, any -> true, own);
    }

    /** The timeline without one of its entries. */
    public Timeline without(Transition entry) {
        return changed(entry, dated -> !dated.isOf(entry), List.of());
    }

    public boolean isEmpty() {
        return overlaps.isEmpty();
    }

    /** Its entries, in the order of their windows. */
    public List<Transition> entries() {
        return overlaps.stream().flatMap(overlap -> overlap.entries().stream()).toList();
    }

    /** Whether its entries can be read at all: some choice of days leaves none without what it changes or ends. */
    public boolean hasReading() {
        return firstWithoutReading() == null;
    }

    /**
     * Whether all its readings are told; where they are too many, or none remains, all is possible and nothing certain.
     */
    public boolean isTold() {
        return overlaps.stream().allMatch(Overlap::isTold);
    }

    /** A measure of what it costs to tell all its readings; nothing where all days are exact. */
    public long effort() {
        return overlaps.stream().mapToLong(Overlap::effort).sum();
    }

    /** The same of what is told: the rest costs little. */
    public long effortOfTold() {
        return overlaps.stream()
                .filter(Overlap::isTold)
                .mapToLong(Overlap::effort)
                .sum();
    }

    /** Its entries up to the first days that cannot be read, in the order of their windows; all where all can be. */
    public List<Transition> entriesUntilVoid() {
        Overlap isVoid = firstWithoutReading();
        return isVoid == null
                ? entries()
                : overlaps.subList(0, overlaps.indexOf(isVoid) + 1).stream()
                        .flatMap(overlap -> overlap.entries().stream())
                        .toList();
    }

    /** Whether, on the day, every reading that counts holds some value. */
    public boolean isHeld(LocalDate day) {
        long number = day.toEpochDay();
        return cells().stream().anyMatch(cell -> cell.from() <= number && number < cell.to() && cell.isHeld());
    }

    /** Whether, in some reading that counts, one of its entries finds another value than the one that it states. */
    public boolean isNews(Transition entry) {
        List<Unfolding> unfoldings = unfoldings();
        for (int i = 0; i < unfoldings.size(); i++) {
            if (overlaps.get(i).entries().contains(entry)) {
                return unfoldings.get(i).isNews(entry);
            }
        }
        return true;
    }

    /** The values held, each with its possible and its certain days; days without a value are left out. */
    public List<Span> spans(Set<UUID> contested) {
        return spans(contested, null);
    }

    /** Those of them that have the day: what all others rest on need not be found. */
    public List<Span> spansOn(LocalDate day, Set<UUID> contested) {
        return spans(contested, day);
    }

    private List<Span> spans(Set<UUID> contested, @Nullable LocalDate only) {
        if (overlaps.isEmpty()) {
            return List.of();
        }
        Spans spans = new Spans(overlaps.getFirst().dated().getFirst().entry().subject(), contested, only);
        cells().forEach(spans::add);
        return spans.all();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline that && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    private @Nullable Overlap firstWithoutReading() {
        for (Overlap overlap : overlaps) {
            if (!overlap.hasReading()) {
                return overlap;
            }
        }
        return null;
    }

    /**
     * Divides the days that the entry touches into overlaps anew; those before stay, and those after from where nothing
     * changes.
     */
    private Timeline changed(Transition entry, Predicate<Dated> wanted, List<Dated> more) {
        int first = firstNotBefore(entry.firstDay());
        int next = first;
        List<Dated> dated = new ArrayList<>(more);
        while (next < overlaps.size() && !overlaps.get(next).firstDay().isAfter(entry.lastDayTouched())) {
            overlaps.get(next).dated().stream().filter(wanted).forEach(dated::add);
            next++;
        }
        dated.sort(Dated.ORDER);
        List<Overlap> all = new ArrayList<>(overlaps.size() + 2);
        all.addAll(overlaps.subList(0, first));
        addOverlapping(dated, all);
        for (; next < overlaps.size(); next++) {
            List<State> in = all.isEmpty() ? START : all.getLast().out();
            if (overlaps.get(next).in().equals(in)) {
                all.addAll(overlaps.subList(next, overlaps.size()));
                break;
            }
            all.add(new Overlap(overlaps.get(next).dated(), in));
        }
        return all.isEmpty() ? EMPTY : new Timeline(Collections.unmodifiableList(all));
    }

    private int firstNotBefore(LocalDate day) {
        int from = 0;
        int to = overlaps.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (overlaps.get(middle).lastDay().isBefore(day)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static void addOverlapping(List<Dated> dated, List<Overlap> all) {
        int first = 0;
        while (first < dated.size()) {
            LocalDate last = dated.get(first).window().latest();
            int next = first + 1;
            while (next < dated.size() && !dated.get(next).window().earliest().isAfter(last)) {
                LocalDate latest = dated.get(next).window().latest();
                last = latest.isAfter(last) ? latest : last;
                next++;
            }
            List<State> in = all.isEmpty() ? START : all.getLast().out();
            all.add(new Overlap(List.copyOf(dated.subList(first, next)), in));
            first = next;
        }
    }

    /** What each overlap tells, of the readings that count alone. */
    private List<Unfolding> unfoldings() {
        List<Unfolding> unfoldings = new ArrayList<>(overlaps.size());
        overlaps.forEach(overlap -> unfoldings.add(overlap.unfolding()));
        Set<State> ends = new HashSet<>();
        if (!overlaps.isEmpty()) {
            overlaps.getLast().out().stream().filter(state -> state.gaps() == 0).forEach(ends::add);
        }
        for (Unfolding unfolding : unfoldings.reversed()) {
            ends = unfolding.leadingTo(ends);
        }
        return unfoldings;
    }

    private List<Cell> cells() {
        List<Unfolding> unfoldings = unfoldings();
        List<List<Possibility>> told = new ArrayList<>(unfoldings.size());
        Map<Holding, @Nullable Episode> episodes = Collections.singletonMap(Holding.NOTHING, null);
        for (Unfolding unfolding : unfoldings) {
            List<Possibility> possible = new ArrayList<>(2);
            episodes = unfolding.tell(episodes, possible::add);
            told.add(possible);
        }
        episodes.forEach((holding, episode) -> {
            if (holding.held() != null && episode != null) {
                episode.isEndless();
            }
        });
        List<Cell> cells = new ArrayList<>(overlaps.size());
        for (int i = 0; i < told.size(); i++) {
            LocalDate next = i + 1 < told.size() ? overlaps.get(i + 1).firstDay() : Days.NEVER;
            cells.addAll(Cell.of(told.get(i), overlaps.get(i).firstDay().toEpochDay(), next.toEpochDay()));
        }
        return cells;
    }
}
