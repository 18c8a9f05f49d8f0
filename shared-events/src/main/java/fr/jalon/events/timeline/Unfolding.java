package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Transition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one overlap may have brought about. Told in three passes: to its end, back from there, and once
 * more on.
 */
sealed interface Unfolding permits Alone, Readings, Anything {
    /** Where it may end; empty where no reading remains. */
    List<State> out();

    /** Keeps, of all that may have been, what leads to one of these ends, and says where that may start. */
    Set<State> leadingTo(Set<State> ends);

    /** Whether some reading that counts finds another value than the entry states. */
    boolean isNews(Transition entry);

    /**
     * Tells what is left.
     *
     * @param episodes what was told before of the holdings it may start from
     * @return what is told then of those it may end with
     */
    Map<Holding, @Nullable Episode> tell(Map<Holding, @Nullable Episode> episodes, Consumer<Possibility> told);
}
