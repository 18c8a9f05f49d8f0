package fr.jalon.events.timeline;

import fr.jalon.events.meaning.End;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing that overlaps with nothing, an entry or the end of a period, and one holding that it meets: exact days make
 * a timeline of these alone. It tells what {@link Readings} would, at the cost of one step.
 */
final class Alone implements Unfolding {
    private final @Nullable Transition entry;
    private final Window window;
    private final Holding before;
    private final @Nullable Holding after;
    private final Set<State> starts;

    private Alone(@Nullable Transition entry, Window window, Holding before, @Nullable Holding after) {
        this.entry = entry;
        this.window = window;
        this.before = before;
        this.after = after;
        this.starts = Set.of(new State(before, 0));
    }

    static Alone of(Dated dated, Holding before) {
        if (!dated.isEnd()) {
            return new Alone(dated.entry(), dated.window(), before, before.after(dated.entry()));
        }
        End end = before.end();
        return end == null || end.over().earliest().isAfter(dated.window().latest())
                ? new Alone(null, dated.window(), before, before)
                : new Alone(null, end.over(), before, before.over());
    }

    @Override
    public List<State> out() {
        return after == null ? List.of() : List.of(new State(after, 0));
    }

    @Override
    public Set<State> leadingTo(Set<State> ends) {
        return starts;
    }

    @Override
    public boolean isNews(Transition proposed) {
        return !before.confirmed(proposed);
    }

    @Override
    public Map<Holding, @Nullable Episode> tell(Map<Holding, @Nullable Episode> episodes, Consumer<Possibility> told) {
        Holding then = Objects.requireNonNull(after);
        Episode episode = episodes.get(before);
        long never = Days.NEVER.toEpochDay();
        if (entry == null && then.equals(before)) {
            told.accept(Possibility.of(before.held(), Days.ALWAYS.toEpochDay(), never, episode));
            return Collections.singletonMap(then, episode);
        }
        long earliest = window.earliest().toEpochDay();
        long latest = window.latest().toEpochDay();
        if (earliest < latest) {
            told.accept(Possibility.of(before.held(), Days.ALWAYS.toEpochDay(), latest, episode));
        }
        Episode next = Episode.step(before, episode, entry, then);
        told.accept(Possibility.of(then.held(), earliest, never, next));
        return Collections.singletonMap(then, next);
    }
}
