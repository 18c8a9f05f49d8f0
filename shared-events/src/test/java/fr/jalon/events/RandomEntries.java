package fr.jalon.events;

import fr.jalon.events.entry.Amount;
import fr.jalon.events.entry.AtLeastOne;
import fr.jalon.events.entry.Currency;
import fr.jalon.events.entry.Decimal;
import fr.jalon.events.entry.Department;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Thing;
import fr.jalon.events.entry.Worksite;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.Examples;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries of any type, each drawn in the likeness of its golden file: few ids, few values, and what may be left out
 * left out.
 */
final class RandomEntries {
    /** The example of each type, whatever types there are. */
    private static final Map<EntryType, Entry> GOLDEN =
            EntryType.all().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Examples::of));

    /** Where two would seldom tell which of several came last. */
    private static final Set<String> OF_THREE = Set.of("carrier", "person");

    private final Random random;
    private final Function<UUID, WorldEntry> corrections;

    /** @param corrections draws another content for an entry, where the type of entry has one */
    RandomEntries(Random random, Function<UUID, WorldEntry> corrections) {
        this.random = random;
        this.corrections = corrections;
    }

    static Entry example(EntryType type) {
        return Objects.requireNonNull(GOLDEN.get(type));
    }

    /** @param target the entry it speaks of, where it speaks of one */
    Entry like(EntryType type, Header header, UUID target) {
        Entry golden = example(type);
        RecordComponent[] components = type.form().getRecordComponents();
        @Nullable Object[] drawn = new @Nullable Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                drawn[i] = switch (components[i].getName()) {
                    case "header" -> header;
                    case "target" -> target;
                    case "entry" -> corrections.apply(target);
                    default -> drawn(components[i], components[i].getAccessor().invoke(golden));
                };
            }
            sayOne(type, components, drawn, golden);
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.form().getDeclaredConstructor(types).newInstance(drawn);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An entry like " + golden + " cannot be drawn", e);
        }
    }

    /** Of some fields an entry says one or more: as its example does, where chance left out all. */
    private static void sayOne(EntryType type, RecordComponent[] components, @Nullable Object[] drawn, Entry golden)
            throws ReflectiveOperationException {
        AtLeastOne of = type.form().getAnnotation(AtLeastOne.class);
        if (of == null) {
            return;
        }
        List<String> names = List.of(of.value());
        boolean said = false;
        for (int i = 0; i < components.length; i++) {
            said |= names.contains(components[i].getName()) && drawn[i] != null;
        }
        for (int i = 0; i < components.length && !said; i++) {
            if (names.contains(components[i].getName())) {
                drawn[i] = components[i].getAccessor().invoke(golden);
            }
        }
    }

    private @Nullable Object drawn(RecordComponent component, @Nullable Object golden) {
        boolean mayBeLeftOut = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return golden == null || (mayBeLeftOut && random.nextInt(3) == 0) ? null : value(component.getName(), golden);
    }

    private Object value(String name, Object golden) {
        return switch (golden) {
            case Thing thing -> thing(name, thing);
            case Slug slug -> random.nextInt(4) > 0 ? slug : new Slug(slug + "-2");
            case Decimal ignored -> decimal();
            case Amount ignored -> new Amount(decimal(), new Currency("EUR"));
            case Integer ignored -> 1 + random.nextInt(2);
            case Enum<?> code -> any(List.of(code.getDeclaringClass().getEnumConstants()));
            case List<?> list when list.isEmpty() -> list;
            case List<?> list ->
                list.subList(0, 1 + random.nextInt(list.size())).stream()
                        .map(item -> item instanceof Thing thing ? renamed(thing) : item)
                        .toList();
            case Department ignored -> golden;
            case String text -> random.nextInt(4) > 0 ? text : text + " (bis)";
            default -> throw new IllegalStateException("Nothing tells how to draw " + name + " like " + golden);
        };
    }

    /** One of a few, sometimes with one of a few names. */
    private Thing thing(String name, Thing golden) {
        int which = random.nextInt(OF_THREE.contains(name) ? 3 : 2);
        return named(golden, which == 0 ? golden.id() : new Slug(golden.id() + "-" + (which + 1)));
    }

    private Thing renamed(Thing thing) {
        return named(thing, thing.id());
    }

    private Thing named(Thing like, Slug id) {
        String name = name(id);
        return switch (like) {
            case Reference ignored -> new Reference(id, name);
            case Organisation ignored -> new Organisation(id, name);
            case Worksite worksite -> new Worksite(id, name, worksite.siret(), perhaps(worksite.department()));
        };
    }

    /** Now and then a name, one of two. */
    @Nullable
    String name(Slug id) {
        return random.nextInt(3) == 0 ? id.text().toUpperCase(Locale.ROOT) + random.nextInt(2) : null;
    }

    private Decimal decimal() {
        return Decimal.parse(Integer.toString(1000 * (1 + random.nextInt(2))));
    }

    private <T> @Nullable T perhaps(@Nullable T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
