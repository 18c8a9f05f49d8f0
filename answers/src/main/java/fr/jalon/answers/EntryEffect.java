package fr.jalon.answers;

import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one entry more changes of a subject, over all days (<i>ce que cela change</i>). What merely rests on another
 * entry than before is no change, nor is a thing that has a name for the first time.
 */
public record EntryEffect(Subject subject, List<Stretch> before, List<Stretch> after) {
    /**
     * The effects of a register's last entry, in the vocabulary's order.
     *
     * @param before the register without it
     * @param eyes values as their reader sees them
     */
    public static List<EntryEffect> of(Register before, Register after, UnaryOperator<ObjectNode> eyes) {
        Map<Subject, String> names = new HashMap<>(before.names());
        names.putAll(after.names());
        UnaryOperator<ObjectNode> read = value -> eyes.apply(Names.named(value, names));
        List<EntryEffect> effects = new ArrayList<>();
        for (Subject subject : new TreeSet<>(after.touchedSince(before))) {
            List<Span> old = before.spans(subject);
            List<Span> now = after.spans(subject);
            EntryEffect effect = new EntryEffect(subject, stretches(old, read), stretches(now, read));
            boolean isNews = subject.kind() == CompanionKind.NAME
                    ? effect.isRenaming()
                    : !effect.gone().isEmpty()
                            || !effect.come().isEmpty()
                            || !held(old).equals(held(now));
            if (isNews) {
                effects.add(effect);
            }
        }
        return effects;
    }

    /** The first day on which it has another value, or is more or less certain of it; null where open, or none. */
    public @Nullable LocalDate firstDay() {
        return Stream.concat(gone().stream(), come().stream())
                .flatMap(EntryEffect::turns)
                .distinct()
                .sorted()
                .filter(day -> !on(day, before).equals(on(day, after)))
                .findFirst()
                .filter(Days::isBounded)
                .orElse(null);
    }

    /** The same in words, a sentence for each value that comes, goes or is otherwise. */
    public Sentence sentence() {
        return EffectTelling.of(this);
    }

    /** What is no longer so, or no longer just so. */
    List<Stretch> gone() {
        return without(before, after);
    }

    /** What was not so, or not just so. */
    List<Stretch> come() {
        return without(after, before);
    }

    private boolean isRenaming() {
        return !gone().isEmpty() && !come().isEmpty();
    }

    private static List<Stretch> without(List<Stretch> stretches, List<Stretch> others) {
        Set<Stretch> known = others.stream().map(Stretch::groundless).collect(Collectors.toSet());
        return stretches.stream()
                .filter(stretch -> !known.contains(stretch.groundless()))
                .toList();
    }

    private record OnDay(ObjectNode value, boolean certain) {}

    private static Set<OnDay> on(LocalDate day, List<Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> stretch.possible().contains(day))
                .map(stretch -> new OnDay(stretch.value(), stretch.isCertainOn(day)))
                .collect(Collectors.toSet());
    }

    private static Stream<LocalDate> turns(Stretch stretch) {
        Stream<LocalDate> possible =
                Stream.of(stretch.possible().from(), stretch.possible().to());
        return stretch.certain() == null
                ? possible
                : Stream.concat(
                        possible,
                        Stream.of(stretch.certain().from(), stretch.certain().to()));
    }

    private static List<Stretch> stretches(List<Span> spans, UnaryOperator<ObjectNode> read) {
        return spans.stream()
                .map(Stretch::of)
                .map(stretch -> stretch.with(read.apply(stretch.value())))
                .toList();
    }

    private static List<@Nullable DayRange> held(List<Span> spans) {
        return spans.stream().<@Nullable DayRange>map(Span::held).toList();
    }
}
