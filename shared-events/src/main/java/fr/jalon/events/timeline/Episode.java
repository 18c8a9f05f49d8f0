package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.End;
import fr.jalon.events.meaning.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value from its beginning to its end, in all the readings that tell the same of it. What turns out to be the same
 * episode is {@linkplain #join joined}; it is complete once all readings are told.
 */
final class Episode {
    private @Nullable Episode joined;
    private Transition first;
    private final List<Transition> told = new ArrayList<>(1);
    private final List<Episode> grounds = new ArrayList<>(0);
    private @Nullable End last;
    private boolean endless;

    private Episode(Transition first) {
        this.first = first;
        this.told.add(first);
    }

    /**
     * What a step tells: of the value before it that it goes on or ends, of the one after it that it is the same or
     * begins.
     *
     * @param told what is told of the value before, held or lapsed
     * @param entry the entry that takes effect; null where the end of the value before has come
     * @return what is told of the value after, held or lapsed; null where there is none
     */
    static @Nullable Episode step(Holding before, @Nullable Episode told, @Nullable Transition entry, Holding after) {
        if (entry == null) {
            Objects.requireNonNull(told).endsWith(Objects.requireNonNull(before.end()));
            return told;
        }
        Map<String, Object> held = before.held();
        if (held != null && told != null) {
            if (held.equals(after.held())) {
                told.confirmedBy(entry);
                return told;
            }
            told.endsWith(entry);
        }
        if (after.held() == null) {
            return null;
        }
        Episode begun = new Episode(entry);
        if (entry.effect() == Effect.CHANGES && told != null) {
            begun.restsOn(told);
        }
        return begun;
    }

    static Episode begunBy(Transition entry) {
        return new Episode(entry);
    }

    void confirmedBy(Transition entry) {
        itself().told.add(entry);
    }

    /** What it goes on from, changed. */
    void restsOn(Episode ground) {
        itself().grounds.add(ground);
    }

    /** It may end with this entry. */
    void endsWith(Transition entry) {
        endsWith(new End(entry.window(), entry.written(), false));
    }

    /** It may end so. */
    void endsWith(End end) {
        Episode self = itself();
        self.last = self.last == null || end.isAfter(self.last) ? end : self.last;
    }

    /** It may have no end that is known. */
    void isEndless() {
        itself().endless = true;
    }

    /** Both are one. */
    static @Nullable Episode join(@Nullable Episode one, @Nullable Episode other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Episode first = one.itself();
        Episode second = other.itself();
        if (first != second) {
            second.joined = first;
            first.first = Transition.ORDER.compare(second.first, first.first) < 0 ? second.first : first.first;
            first.told.addAll(second.told);
            first.grounds.addAll(second.grounds);
            if (second.last != null) {
                first.endsWith(second.last);
            }
            first.endless |= second.endless;
        }
        return first;
    }

    Episode itself() {
        Episode self = this;
        while (self.joined != null) {
            self = self.joined;
        }
        return self;
    }

    /**
     * What an answer tells of a value.
     *
     * @param since the window in which it began, as written; where readings differ, the earliest
     * @param until the window in which it ends, as written; where readings differ, the latest, or null if one knows no
     *     end
     * @param entries the entries it rests on
     */
    record Shown(String since, @Nullable String until, List<UUID> entries) {}

    /** What is shown of a value that is held in some of these. */
    static Shown shown(List<Episode> told) {
        if (told.size() == 1 && told.getFirst().itself().isPlain()) {
            return told.getFirst().itself().shownAlone();
        }
        List<Episode> episodes = told.stream().map(Episode::itself).distinct().toList();
        Episode some = episodes.getFirst();
        Transition first = some.first;
        End last = some.last;
        boolean endless = false;
        for (Episode episode : episodes) {
            first = Transition.ORDER.compare(episode.first, first) < 0 ? episode.first : first;
            last = last == null || (episode.last != null && episode.last.isAfter(last)) ? episode.last : last;
            endless |= episode.endless;
        }
        return new Shown(first.written(), endless || last == null ? null : last.written(), told(episodes));
    }

    /** Whether one entry alone tells it: the rule where days are exact. */
    private boolean isPlain() {
        return told.size() == 1 && grounds.isEmpty();
    }

    private Shown shownAlone() {
        return new Shown(first.written(), endless || last == null ? null : last.written(), first.told());
    }

    /** The entries of these and of all that they rest on. */
    private static List<UUID> told(Collection<Episode> episodes) {
        List<Transition> told = new ArrayList<>();
        Set<Episode> reached = new HashSet<>(episodes);
        Deque<Episode> waiting = new ArrayDeque<>(episodes);
        while (!waiting.isEmpty()) {
            Episode episode = waiting.remove();
            told.addAll(episode.told);
            for (Episode ground : episode.grounds) {
                if (reached.add(ground.itself())) {
                    waiting.add(ground.itself());
                }
            }
        }
        told.sort(Transition.ORDER);
        List<UUID> entries = new ArrayList<>(told.size());
        Transition before = null;
        for (Transition entry : told) {
            if (before == null || before.position() != entry.position()) {
                entries.addAll(entry.told());
            }
            before = entry;
        }
        return List.copyOf(entries);
    }
}
