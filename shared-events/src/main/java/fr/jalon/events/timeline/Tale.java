package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.End;
import fr.jalon.events.meaning.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the readings of one overlap tell of each value: an episode for each entry that may begin it, and one for each
 * that goes on from before. As steps are many, what they tell of an episode is gathered first, in sets of episodes
 * written as bits.
 */
final class Tale {
    private final List<Transition> entries;
    private final Holdings holdings;
    private final List<Episode> episodes = new ArrayList<>();
    private final long[] confirmed;
    private final long[] ended;
    private final long[] grounds;
    private final Map<Integer, Long> over = new LinkedHashMap<>();
    private final Map<Held, Long> possible = new LinkedHashMap<>();

    private record Held(int value, long from, long to) {}

    Tale(List<Transition> entries, Holdings holdings) {
        this.entries = entries;
        this.holdings = holdings;
        this.confirmed = new long[entries.size()];
        this.ended = new long[entries.size()];
        this.grounds = new long[entries.size()];
        entries.forEach(entry -> episodes.add(Episode.begunBy(entry)));
    }

    /** An episode goes on from before; more than there are bits for become one. */
    long goesOn(@Nullable Episode before) {
        if (before == null) {
            return 0;
        }
        if (episodes.size() == Long.SIZE) {
            Episode.join(episodes.getLast(), before);
        } else {
            episodes.add(before);
        }
        return 1L << (episodes.size() - 1);
    }

    /**
     * An entry takes effect.
     *
     * @param told what is told of the holding before
     * @return what is told of the holding after
     */
    long step(int before, long told, int entry, int after) {
        int held = holdings.value(before);
        int then = holdings.value(after);
        if (held != Holdings.NO_VALUE && held == then) {
            confirmed[entry] |= told;
            return told;
        }
        if (held != Holdings.NO_VALUE) {
            ended[entry] |= told;
        }
        if (then == Holdings.NO_VALUE) {
            return 0;
        }
        if (entries.get(entry).effect() == Effect.CHANGES) {
            grounds[entry] |= told;
        }
        return 1L << entry;
    }

    /** The end of what is held has come. */
    long ends(int before, long told) {
        over.merge(before, told, (one, other) -> one | other);
        return told;
    }

    /** Something is held, or nothing, from one day to before another. */
    void possible(int holding, long from, long to, long told) {
        if (from < to) {
            possible.merge(new Held(holdings.value(holding), from, to), told, (one, other) -> one | other);
        }
    }

    /** Gives each episode what was gathered of it, and tells all that is possible. */
    void tell(Consumer<Possibility> teller) {
        for (int i = 0; i < entries.size(); i++) {
            Transition entry = entries.get(i);
            Episode begun = episodes.get(i);
            episodes(confirmed[i]).forEach(episode -> episode.confirmedBy(entry));
            episodes(ended[i]).forEach(episode -> episode.endsWith(entry));
            episodes(grounds[i]).forEach(begun::restsOn);
        }
        over.forEach((holding, told) -> {
            End end = Objects.requireNonNull(holdings.get(holding).end());
            episodes(told).forEach(episode -> episode.endsWith(end));
        });
        possible.forEach((held, told) ->
                teller.accept(new Possibility(holdings.held(held.value), held.from, held.to, episodes(told))));
    }

    /** What is told of a holding as one episode. */
    @Nullable
    Episode joined(long told) {
        Episode joined = null;
        for (Episode episode : episodes(told)) {
            joined = Episode.join(joined, episode);
        }
        return joined;
    }

    private List<Episode> episodes(long told) {
        List<Episode> some = new ArrayList<>(Long.bitCount(told));
        for (long rest = told; rest != 0; rest &= rest - 1) {
            some.add(episodes.get(Long.numberOfTrailingZeros(rest)));
        }
        return some;
    }
}
