package fr.jalon.answers;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value over all the days its subject may have it: a {@link Span} as it is read, its value in JSON.
 *
 * @param certain the days on which it is so for certain; null where there is none
 * @param since its beginning as written, null where it always was
 * @param until its end as written, null where none is known
 */
public record Stretch(
        Subject subject,
        ObjectNode value,
        DayRange possible,
        @Nullable DayRange certain,
        @Nullable String since,
        @Nullable String until,
        List<UUID> entries,
        boolean contested) {
    public static Stretch of(Span span) {
        return new Stretch(
                span.subject(),
                EntryJson.nameless(span.value()),
                span.possible(),
                span.certain(),
                span.since(),
                span.until(),
                span.entries(),
                span.contested());
    }

    /** What things are called, as the stretches among these say that are names. */
    public static Map<Subject, String> names(Stream<Stretch> stretches) {
        return stretches
                .filter(stretch -> stretch.subject.kind() == CompanionKind.NAME)
                .collect(Collectors.toMap(
                        Stretch::subject, stretch -> stretch.value.get("name").stringValue()));
    }

    /** With the names that things have. */
    public Stretch named(Map<Subject, String> names) {
        return with(Names.named(value, names));
    }

    /** With another value, the same else. */
    public Stretch with(ObjectNode other) {
        return new Stretch(subject, other, possible, certain, since, until, entries, contested);
    }

    /** The same, whatever entries it rests on. */
    Stretch groundless() {
        return new Stretch(subject, value, possible, certain, since, until, List.of(), contested);
    }

    /** What this one and another of its subject have in common, resting on the entries of both. */
    Stretch together(Stretch other) {
        return new Stretch(
                subject,
                CommonValue.of(List.of(value, other.value)),
                possible,
                certain,
                Objects.equals(since, other.since) ? since : null,
                Objects.equals(until, other.until) ? until : null,
                Stream.concat(entries.stream(), other.entries.stream())
                        .distinct()
                        .toList(),
                contested || other.contested);
    }

    boolean isCertainOn(LocalDate day) {
        return certain != null && certain.contains(day);
    }

    /** As a fact of a day on which it is so. */
    Fact fact() {
        return Fact.of(subject, value, Certainty.CERTAIN, Certainty.CERTAIN, since, until, entries, contested);
    }

    /**
     * A stretch and the recorded time over which the register held it: one of the areas that the values of a subject
     * make of both axes together.
     *
     * @param from the entry that brought it
     * @param to the entry that brought something else in its place; null where none did yet
     */
    public record Rectangle(
            Stretch stretch, Edge from, @Nullable Edge to) {
        public Rectangle with(Stretch other) {
            return new Rectangle(other, from, to);
        }
    }

    /** Where on the recorded axis a rectangle begins or ends. */
    public record Edge(long position, Instant recordedAt) {}
}
