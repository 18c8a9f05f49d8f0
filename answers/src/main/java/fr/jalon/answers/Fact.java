package fr.jalon.answers;

import fr.jalon.events.meaning.Subject;
import fr.jalon.events.timeline.Certainty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that a subject has, or may have, on the day asked about.
 *
 * @param value its attributes, with the names things have
 * @param held whether its subject has this or another value in every reading
 * @param among where it has one for certain and nobody knows which: those that it may have; empty else
 * @param since the window of its beginning as written, null where it always was
 * @param until the window of its end as written, null where none is known
 * @param entries the entries it rests on
 */
public record Fact(
        Subject subject,
        ObjectNode value,
        Certainty certainty,
        Certainty held,
        List<ObjectNode> among,
        @Nullable String since,
        @Nullable String until,
        List<UUID> entries,
        boolean contested) {
    /** A value by itself: what else its subject may have is told once all of it is at hand. */
    public static Fact of(
            Subject subject,
            ObjectNode value,
            Certainty certainty,
            Certainty held,
            @Nullable String since,
            @Nullable String until,
            List<UUID> entries,
            boolean contested) {
        return new Fact(subject, value, certainty, held, List.of(), since, until, entries, contested);
    }

    /**
     * What is so whichever value a subject has: what they differ in is left out, and it rests on all that they do.
     *
     * @param values all that it may have on the day
     */
    public static Fact common(List<Fact> values) {
        Fact some = values.getFirst();
        if (values.size() == 1) {
            return some;
        }
        return new Fact(
                some.subject,
                CommonValue.of(values.stream().map(Fact::value).toList()),
                Certainty.POSSIBLE,
                some.held,
                some.among,
                alike(values, Fact::since),
                alike(values, Fact::until),
                values.stream()
                        .flatMap(fact -> fact.entries.stream())
                        .distinct()
                        .toList(),
                values.stream().anyMatch(Fact::contested));
    }

    private static @Nullable String alike(List<Fact> values, Function<Fact, @Nullable String> part) {
        String some = part.apply(values.getFirst());
        return values.stream().allMatch(fact -> Objects.equals(part.apply(fact), some)) ? some : null;
    }

    /** Whether its subject has a value for certain, and maybe another than this one. */
    boolean isAmongSeveral() {
        return held == Certainty.CERTAIN && certainty == Certainty.POSSIBLE;
    }

    /** The same, its values as a reader sees them. */
    public Fact seen(UnaryOperator<ObjectNode> eyes) {
        return with(eyes.apply(value)).among(among.stream().map(eyes).toList());
    }

    Fact with(ObjectNode other) {
        return new Fact(subject, other, certainty, held, among, since, until, entries, contested);
    }

    Fact among(List<ObjectNode> values) {
        return new Fact(subject, value, certainty, held, values, since, until, entries, contested);
    }
}
