package fr.jalon.events.register;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.Examples;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Shape;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the value of a fact may hold, made from the {@link Shape}s of the entries that tell such facts. */
public final class FactShape {
    private FactShape() {}

    /** The fields of the entries that tell facts of this kind, each type's in its own order. */
    public static List<Field> fields(FactKind kind) {
        return merged(sources(kind).filter(source -> source.effect != Effect.ENDS));
    }

    /** The same, with those of the entries that end such facts: an end that is announced tells them. */
    public static List<Field> announced(FactKind kind) {
        return merged(sources(kind));
    }

    private static Stream<Source> sources(FactKind kind) {
        return EntryType.all().stream()
                .flatMap(type -> meaning(type)
                        .filter(meaning -> meaning.subject().kind() == kind)
                        .map(meaning -> new Source(meaning.effect(), Shape.of(type.form()))));
    }

    private static List<Field> merged(Stream<Source> sources) {
        List<Field> fields = new ArrayList<>();
        sources.sorted(Comparator.comparing(Source::effect)).forEach(source -> merge(source.shape.fields(), fields));
        return fields;
    }

    private record Source(Effect effect, Shape shape) {}

    private static Stream<Meaning> meaning(EntryType type) {
        return Examples.of(type) instanceof WorldEntry entry ? Stream.ofNullable(Meaning.of(entry)) : Stream.empty();
    }

    private static void merge(List<Field> more, List<Field> fields) {
        List<String> known = fields.stream().map(Field::name).collect(Collectors.toCollection(ArrayList::new));
        int end = fields.size();
        for (Field field : more.reversed()) {
            int at = known.indexOf(field.name());
            if (at < 0) {
                fields.add(end, field);
                known.add(end, field.name());
            } else {
                end = at;
            }
        }
    }
}
