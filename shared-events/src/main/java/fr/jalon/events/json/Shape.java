package fr.jalon.events.json;

import fr.jalon.events.entry.AtLeastOne;
import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Currency;
import fr.jalon.events.entry.Decimal;
import fr.jalon.events.entry.Department;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Siret;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Thing;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Point;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record, read once from its components: the reader, the writer and the JSON Schema take from here what
 * a field is called, its form and whether it is needed; a test compares what else they know. The header is not among an
 * entry's own fields.
 */
public final class Shape {
    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Form> FORMS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Form.Text> TEXTS = Map.ofEntries(
            Map.entry(String.class, new Form.Text(FaultCode.INVALID_TEXT, "", "", Shape::nonBlank, TextRules::shows)),
            Map.entry(UUID.class, new Form.Text(FaultCode.INVALID_UUID, "format", "uuid", Shape::uuid)),
            Map.entry(Slug.class, new Form.Text(FaultCode.INVALID_SLUG, "pattern", Slug.PATTERN, Slug::new)),
            Map.entry(
                    Department.class,
                    new Form.Text(
                            FaultCode.INVALID_DEPARTMENT,
                            "pattern",
                            Department.PATTERN,
                            Department::new,
                            Department::isDepartment)),
            Map.entry(
                    Siret.class,
                    new Form.Text(FaultCode.INVALID_SIRET, "pattern", Siret.PATTERN, Siret::new, Siret::isSiret)),
            Map.entry(
                    Decimal.class,
                    new Form.Text(FaultCode.INVALID_DECIMAL, "pattern", Decimal.PATTERN, Decimal::parse)),
            Map.entry(
                    Currency.class,
                    new Form.Text(FaultCode.INVALID_CURRENCY, "pattern", Currency.PATTERN, Currency::new)),
            Map.entry(
                    Effective.class,
                    new Form.Text(FaultCode.INVALID_DATE, "pattern", Effective.PATTERN, Effective::parse)),
            Map.entry(Point.class, new Form.Text(FaultCode.INVALID_DATE, "pattern", Point.PATTERN, Point::parse)),
            Map.entry(URI.class, new Form.Text(FaultCode.INVALID_URL, "format", "uri", Shape::webAddress)));

    private final List<Field> fields;
    private final Set<String> names;
    private final List<Field> alternatives;
    private final Constructor<?> constructor;
    private final boolean hasHeader;

    private Shape(Class<?> form) {
        RecordComponent[] components = form.getRecordComponents();
        this.fields = Arrays.stream(components)
                .filter(component -> component.getType() != Header.class)
                .map(Shape::field)
                .toList();
        this.names = fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
        AtLeastOne atLeastOne = form.getAnnotation(AtLeastOne.class);
        Set<String> needed = atLeastOne == null ? Set.of() : Set.of(atLeastOne.value());
        this.alternatives =
                fields.stream().filter(field -> needed.contains(field.name())).toList();
        this.hasHeader = fields.size() < components.length;
        try {
            this.constructor = form.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Shape of(Class<?> form) {
        Shape known = KNOWN.get(form);
        if (known == null) {
            // Not computeIfAbsent: the shape of a record asks for those of the records inside it.
            known = new Shape(form);
            KNOWN.put(form, known);
        }
        return known;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Those of which one at least is needed, though none is by itself; empty in most shapes. */
    public List<Field> alternatives() {
        return alternatives;
    }

    boolean has(String field) {
        return names.contains(field);
    }

    /** How a value of this class is written, one that is a text by itself. */
    static Form.Text text(Class<?> plain) {
        return Objects.requireNonNull(TEXTS.get(plain));
    }

    Object create(@Nullable Header header, @Nullable Object[] values) {
        try {
            if (hasHeader) {
                return constructor.newInstance(prepend(header, values));
            }
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of which this field alone is told. */
    Object createOnly(String field, Object value) {
        return create(
                null,
                fields.stream()
                        .map(each -> each.name().equals(field) ? value : null)
                        .toArray());
    }

    private static @Nullable Object[] prepend(@Nullable Header header, @Nullable Object[] values) {
        @Nullable Object[] all = new @Nullable Object[values.length + 1];
        all[0] = header;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    private static Field field(RecordComponent component) {
        Form form = form(component.getGenericType());
        boolean required =
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !(form instanceof Form.Many);
        return new Field(component.getName(), "/" + component.getName(), form, required, component.getAccessor());
    }

    private static Form form(Type type) {
        return type instanceof ParameterizedType list
                ? new Form.Many(form(list.getActualTypeArguments()[0]))
                : form((Class<?>) type);
    }

    /** How a value of this class is written, whatever field it stands in. */
    static Form form(Class<?> plain) {
        Form known = FORMS.get(plain);
        if (known == null) {
            known = made(plain);
            FORMS.put(plain, known);
        }
        return known;
    }

    private static Form made(Class<?> plain) {
        Form.Text text = TEXTS.get(plain);
        if (text != null) {
            return text;
        }
        if (plain == Integer.class) {
            return new Form.Count();
        }
        if (plain == Boolean.class) {
            return new Form.Flag();
        }
        if (plain.isEnum()) {
            return Form.Choice.of(Arrays.stream(plain.getEnumConstants())
                    .map(Code.class::cast)
                    .toList());
        }
        if (Thing.class.isAssignableFrom(plain)) {
            return new Form.Named(plain.asSubclass(Thing.class));
        }
        if (plain == WorldEntry.class) {
            return new Form.Content();
        }
        if (plain.isRecord()) {
            return new Form.Nested(of(plain));
        }
        throw new IllegalArgumentException("Nothing says how a " + plain.getSimpleName() + " is written");
    }

    private static String nonBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is blank");
        }
        return text;
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("is not written as a UUID is");
        }
        return id;
    }

    private static URI webAddress(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            throw new IllegalArgumentException("is not a web address");
        }
        return address;
    }
}
