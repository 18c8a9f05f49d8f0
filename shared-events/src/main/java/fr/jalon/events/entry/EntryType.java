package fr.jalon.events.entry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word of the vocabulary: the name under which a type of entry is written and stored for ever.
 *
 * @param name kebab-case, from the record's own name: {@code funding-granted}
 * @param form the record
 */
public record EntryType(String name, Class<? extends Entry> form) {
    /** The revision in which every type was first written. */
    public static final String REVISION = "1";

    private static final List<EntryType> ALL = records(Entry.class)
            .map(EntryType::named)
            .sorted(Comparator.comparing(EntryType::name))
            .toList();
    private static final Map<String, EntryType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EntryType::name, Function.identity()));
    private static final Map<Class<?>, EntryType> BY_FORM =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EntryType::form, Function.identity()));

    /** The whole vocabulary, by name. */
    public static List<EntryType> all() {
        return ALL;
    }

    public static Optional<EntryType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EntryType of(Entry entry) {
        return of(entry.getClass());
    }

    public static EntryType of(Class<? extends Entry> form) {
        EntryType type = BY_FORM.get(form);
        if (type == null) {
            throw new IllegalArgumentException(form + " is no type of entry");
        }
        return type;
    }

    /** The family's name: {@code funding} for {@code FundingEntry}. */
    public String family() {
        return Arrays.stream(form.getInterfaces())
                .map(face -> kebab(face.getSimpleName().replaceFirst("Entry$", "")))
                .findFirst()
                .orElseThrow();
    }

    public boolean isAboutTheRegister() {
        return !WorldEntry.class.isAssignableFrom(form);
    }

    /** Whether the register alone records it: nobody sends it. */
    public boolean isKeeping() {
        return KeepingEntry.class.isAssignableFrom(form);
    }

    private static EntryType named(Class<?> form) {
        return new EntryType(kebab(form.getSimpleName()), form.asSubclass(Entry.class));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(EntryType::records);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
